package dev.graft.runtime.environment;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.EnvironmentSpec;
import dev.graft.runtime.manifest.PythonSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The Python environments of one manifest, all of which were looked at. Immutable.
 *
 * @param found those that nodes can run in, by name; the usual one, where it was looked at, has the
 *     empty name
 * @param problems what is wrong with the others, with place and cure
 */
public record Environments(Map<String, PythonEnvironment> found, List<String> problems) {
  /** None. */
  public static final Environments NONE = new Environments(Map.of(), List.of());

  public Environments {
    found = Map.copyOf(found);
    problems = List.copyOf(problems);
  }

  /** Looks at what a manifest names. Those that no node uses are looked at as well. */
  public static Environments of(PythonSpec python, BackendSettings settings, ClassLoader loader) {
    // Only a payload asks before it runs what the usual Python is.
    boolean usual = !python.payloads().isEmpty();
    if (python.environments().isEmpty() && !usual) {
      return NONE;
    }
    Optional<EnvironmentProber> prober =
        ServiceLoader.load(EnvironmentProber.class, loader).findFirst();
    if (prober.isEmpty()) {
      return new Environments(
          Map.of(),
          List.of("python: Python needs the artifact graft-nodes-python on the class" + " path."));
    }
    Map<String, PythonEnvironment> found = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    for (EnvironmentSpec spec : python.environments()) {
      try {
        found.put(spec.name(), prober.get().probe(spec, settings));
      } catch (EnvironmentException e) {
        problems.add("python.environments." + spec.name() + ": " + e.reason());
      }
    }
    if (usual) {
      try {
        found.put("", prober.get().probeUsual(settings));
      } catch (EnvironmentException e) {
        // Whoever needs it is refused when it is opened, with the same reason.
      }
    }
    return new Environments(found, problems);
  }

  /** The environment of that name; empty also if something is wrong with it. */
  public Optional<PythonEnvironment> find(String name) {
    return Optional.ofNullable(found.get(name));
  }
}
