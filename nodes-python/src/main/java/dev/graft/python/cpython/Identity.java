package dev.graft.python.cpython;

import dev.graft.runtime.environment.Requirement;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a Python says of itself ({@code graft/probe.py}).
 *
 * @param implementation for example {@code cpython}
 * @param version of the language, in three parts
 * @param cacheTag the runtime whose bytecode it runs
 * @param executable the program, behind any script that only looks for it
 * @param prefix where its packages are: the folder of a virtual environment
 * @param basePrefix where it is installed itself
 * @param distributions versions by normalized name; empty if it is too old to be asked
 * @param modules the names of all modules; empty likewise
 */
record Identity(
    String implementation,
    List<Long> version,
    String cacheTag,
    Path executable,
    Path prefix,
    Path basePrefix,
    Map<String, String> distributions,
    Set<String> modules) {
  private static final List<Long> OLDEST = List.of(3L, 9L);

  /** The identity that the last line of an output tells, if one does. */
  static Optional<Identity> in(String output) {
    List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    try {
      return TypedJson.read(lines.getLast(), "probe") instanceof Map<?, ?> tree
          ? of(tree)
          : Optional.empty();
    } catch (JsonFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Identity> of(Map<?, ?> tree) {
    if (!Long.valueOf(1).equals(tree.get("graft"))
        || !(tree.get("version") instanceof List<?> version)
        || version.size() != 3
        || !version.stream().allMatch(Long.class::isInstance)
        || "".equals(tree.get("executable"))) {
      return Optional.empty();
    }
    Map<String, String> distributions = new LinkedHashMap<>();
    if (tree.get("distributions") instanceof Map<?, ?> found) {
      found.forEach(
          (name, number) -> distributions.put(Requirement.normalized("" + name), "" + number));
    }
    Set<String> modules = new LinkedHashSet<>();
    if (tree.get("modules") instanceof List<?> found) {
      found.forEach(name -> modules.add("" + name));
    }
    return Optional.of(
        new Identity(
            "" + tree.get("implementation"),
            version.stream().map(Long.class::cast).toList(),
            "" + tree.get("cache_tag"),
            Path.of("" + tree.get("executable")),
            Path.of("" + tree.get("prefix")),
            Path.of("" + tree.get("base_prefix")),
            distributions,
            modules));
  }

  /** The version as text. */
  String versionText() {
    return version.stream().map(String::valueOf).collect(Collectors.joining("."));
  }

  /** Why no worker can run on it, in words that follow its path; empty if one can. */
  Optional<String> unfit() {
    if (!implementation.equals("cpython")) {
      return Optional.of("is no CPython but " + implementation);
    }
    long major = version.get(0);
    boolean tooOld =
        major < OLDEST.get(0) || (major == OLDEST.get(0) && version.get(1) < OLDEST.get(1));
    return tooOld
        ? Optional.of("is Python %s; 3.9 or later is needed".formatted(versionText()))
        : Optional.empty();
  }
}
