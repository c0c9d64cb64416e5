package dev.graft.runtime.environment;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * A CPython that was asked what it is.
 *
 * @param name the name by which nodes choose it; empty for the usual one, which needs no choice
 * @param place what the manifest points at: the folder of a virtual environment, or a program
 * @param executable the program itself, behind any script that only looks for it
 * @param version of the language, for example {@code 3.11.2}
 * @param cacheTag the runtime whose bytecode it runs, for example {@code cpython-311}
 * @param distributions versions of what is installed, by normalized name
 * @param modules the names of all modules that can be imported
 */
public record PythonEnvironment(
    String name,
    Path place,
    Path executable,
    String version,
    String cacheTag,
    Map<String, String> distributions,
    Set<String> modules) {

  public PythonEnvironment {
    distributions = Map.copyOf(distributions);
    modules = Set.copyOf(modules);
  }

  /** For messages: {@code environment "ml", /srv/envs/ml (CPython 3.11.2)}. */
  @Override
  public String toString() {
    String who = name.isEmpty() ? "the usual Python" : "environment \"" + name + "\"";
    return "%s, %s (CPython %s)".formatted(who, place, version);
  }
}
