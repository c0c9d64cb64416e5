package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param full whether to measure for long
 * @param backends on which backends
 * @param cases which cases
 */
record BenchOptions(boolean full, Set<BackendId> backends, List<BenchCase> cases) {
  static final String USAGE =
      """
      usage: bench/run [--quick|--full] [--interpreted] [--backend NAME]... [GROUP|CASE]...
        --quick        all groups in three to five minutes (the default)
        --full         more JVMs, more and longer iterations: about an hour
        --interpreted  GraalPy without the optimizing runtime
        --backend      java, graalpy or cpython; may be given more than once
        GROUP          1 to 8, or 3a to 3f
        CASE           %s
      """;

  BenchOptions {
    cases = List.copyOf(cases);
  }

  /**
   * The options of a command line.
   *
   * @throws IllegalArgumentException if there is something that it does not know
   */
  static BenchOptions of(List<String> arguments) {
    boolean full = false;
    Set<BackendId> backends = EnumSet.noneOf(BackendId.class);
    List<BenchCase> cases = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      switch (argument) {
        case "--quick" -> full = false;
        case "--full" -> full = true;
        case "--interpreted" -> {
          // bench/run leaves the compiler out
        }
        case "--backend" -> {
          String name = ++i < arguments.size() ? arguments.get(i) : "";
          backends.add(
              BackendId.of(name)
                  .orElseThrow(
                      () -> new IllegalArgumentException("there is no backend \"" + name + '"')));
        }
        default -> cases.addAll(matching(argument));
      }
    }
    return new BenchOptions(
        full,
        backends.isEmpty() ? EnumSet.allOf(BackendId.class) : backends,
        cases.isEmpty() ? BenchCases.all() : cases);
  }

  static String usage() {
    return USAGE.formatted(
        String.join(", ", BenchCases.all().stream().map(BenchCase::id).toList()));
  }

  private static List<BenchCase> matching(String name) {
    List<BenchCase> found =
        BenchCases.all().stream()
            .filter(
                each ->
                    each.id().equals(name)
                        || each.group().equals(name)
                        || each.group().replaceAll("[a-z]", "").equals(name))
            .toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException("there is no group or case \"" + name + '"');
    }
    return found;
  }
}
