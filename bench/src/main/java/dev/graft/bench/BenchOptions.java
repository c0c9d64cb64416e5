package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param full whether to measure for long
 * @param backends on which backends
 * @param suites which kinds of benchmarks
 * @param cases which cases of the published groups
 */
record BenchOptions(
    boolean full, Set<BackendId> backends, Set<Suite> suites, List<BenchCase> cases) {
  static final String USAGE =
      """
      usage: bench/run [--quick|--full] [--interpreted] [--backend NAME]... [SUITE|GROUP|CASE]...
        --quick        a few minutes for each suite (the default)
        --full         more JVMs, more and longer iterations: about an hour for the groups
        --interpreted  GraalPy without the optimizing runtime
        --backend      java, graalpy or cpython; may be given more than once
        SUITE          %s, or all; groups is the default
        GROUP          1 to 8, or 3a to 3f
        CASE           %s
      """;

  /** A kind of benchmarks. */
  enum Suite {
    /** The published groups. */
    GROUPS,
    /** Audio nodes in Java beside NumPy and SciPy. */
    AUDIO,
    /** What crossing into Python and back costs. */
    BRIDGE,
    /** What further Python nodes add to one. */
    CHAINS,
    /** Generated codecs beside one written by hand. */
    CODEC,
    /** A native node beside a method written by hand. */
    NODES,
    /** The same calls through other ways from Java to Python. */
    PEERS,
    /** Whole runs of several nodes. */
    PIPELINES,
    /** Runs over JSON Lines, with reading and writing. */
    LINES,
    /** How long Python takes to start. */
    START,
    /** What the annotation processor adds to a compilation. */
    COMPILE,
    /** What a shadow adds to the latency of a pipeline under load. */
    SHADOW;

    /** How the command line calls it. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Suite> of(String text) {
      return Stream.of(values()).filter(suite -> suite.text().equals(text)).findFirst();
    }
  }

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
    Set<Suite> suites = EnumSet.noneOf(Suite.class);
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
        case "all" -> suites.addAll(EnumSet.allOf(Suite.class));
        default -> {
          Optional<Suite> suite = Suite.of(argument);
          suites.add(suite.orElse(Suite.GROUPS));
          if (suite.isEmpty()) {
            cases.addAll(matching(argument));
          }
        }
      }
    }
    return new BenchOptions(
        full,
        backends.isEmpty() ? EnumSet.allOf(BackendId.class) : backends,
        suites.isEmpty() ? EnumSet.of(Suite.GROUPS) : suites,
        cases.isEmpty() ? BenchCases.all() : cases);
  }

  static String usage() {
    return USAGE.formatted(
        Stream.of(Suite.values()).map(Suite::text).collect(Collectors.joining(", ")),
        BenchCases.all().stream().map(BenchCase::id).collect(Collectors.joining(", ")));
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
      throw new IllegalArgumentException("there is no suite, group or case \"" + name + '"');
    }
    return found;
  }
}
