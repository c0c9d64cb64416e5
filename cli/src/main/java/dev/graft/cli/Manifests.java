package dev.graft.cli;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.manifest.NodeSpec;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.run.GraftRuntime;
import java.nio.file.Path;
import java.util.List;

/** Reads manifests for those who want to hear all that is wrong with one at once. */
final class Manifests {
  private Manifests() {}

  /**
   * The manifest of a file.
   *
   * @throws ManifestException if it is none; where only its form is wrong, what is wrong with the
   *     parameters of its nodes is told as well
   */
  static Manifest read(NodeOptions nodes, Path file) throws ManifestException {
    try {
      return ManifestReader.read(file);
    } catch (ManifestException e) {
      if (e.rest().isEmpty()) {
        throw e;
      }
      Manifest rest = e.rest().get();
      throw e.after(ofParams(nodes, rest)).in(rest.origin());
    }
  }

  private static List<Problem> ofParams(NodeOptions nodes, Manifest rest) {
    BackendSettings user = BackendSettings.ofUser();
    BackendSettings settings = rest.python().interpreter().map(user::withInterpreter).orElse(user);
    try (GraftRuntime runtime = nodes.runtime(settings)) {
      runtime.plan(rest);
      return List.of();
    } catch (ManifestException e) {
      return e.problems().stream().filter(problem -> isOfParams(problem, rest)).toList();
    }
  }

  /**
   * Parameters that are missing may stand under a key that is misspelt; others are what they are.
   */
  private static boolean isOfParams(Problem problem, Manifest manifest) {
    List<NodeSpec> nodes = manifest.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      if (problem.place().path().startsWith("nodes[" + i + "].params.")) {
        return !nodes.get(i).params().isEmpty();
      }
    }
    return false;
  }
}
