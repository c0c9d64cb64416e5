package dev.graft.runtime.environment;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.EnvironmentSpec;
import dev.graft.runtime.manifest.Place;
import dev.graft.runtime.manifest.Problem;
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
public record Environments(Map<String, PythonEnvironment> found, List<Problem> problems) {
  /** None. */
  public static final Environments NONE = new Environments(Map.of(), List.of());

  public Environments {
    found = Map.copyOf(found);
    problems = List.copyOf(problems);
  }

  /** Looks at what a manifest names. Those that no node uses are looked at as well. */
  public static Environments of(PythonSpec python, BackendSettings settings, ClassLoader loader) {
    // Only a payload asks before it runs what the usual Python is.
    boolean asksForUsual = !python.payloads().isEmpty();
    if (python.environments().isEmpty() && python.interpreter().isEmpty() && !asksForUsual) {
      return NONE;
    }
    Optional<EnvironmentProber> prober =
        ServiceLoader.load(EnvironmentProber.class, loader).findFirst();
    if (prober.isEmpty()) {
      return new Environments(
          Map.of(),
          List.of(
              Problem.of(
                  Place.of("python"),
                  "Python needs the artifact graft-nodes-python on the class path.")));
    }
    Look look = new Look(prober.get(), settings, new LinkedHashMap<>(), new ArrayList<>());
    for (EnvironmentSpec spec : python.environments()) {
      look.at(spec, "python.environments." + spec.name());
    }
    if (python.interpreter().isPresent()) {
      look.at(
          new EnvironmentSpec.Interpreter("", python.interpreter().get()), "python.interpreter");
    } else if (asksForUsual) {
      look.atUsual();
    }
    return new Environments(look.found(), look.problems());
  }

  /** What was found so far. */
  private record Look(
      EnvironmentProber prober,
      BackendSettings settings,
      Map<String, PythonEnvironment> found,
      List<Problem> problems) {
    void at(EnvironmentSpec spec, String place) {
      try {
        found.put(spec.name(), prober.probe(spec, settings));
      } catch (EnvironmentException e) {
        problems.add(Problem.of(Place.of(place), e.reason()));
      }
    }

    void atUsual() {
      try {
        found.put("", prober.probeUsual(settings));
      } catch (EnvironmentException e) {
        // Whoever needs it is refused when it is opened, with the same reason.
      }
    }
  }

  /** The environment of that name; empty also if something is wrong with it. */
  public Optional<PythonEnvironment> find(String name) {
    return Optional.ofNullable(found.get(name));
  }
}
