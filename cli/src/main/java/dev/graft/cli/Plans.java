package dev.graft.cli;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.run.GraftRuntime;
import java.nio.file.Path;
import java.util.List;

/** Plans of manifests, for those who do not run them. */
final class Plans {
  private Plans() {}

  /**
   * A manifest and its plan.
   *
   * @param manifest what its author wrote
   * @param plan what will run
   * @param notes what is known to differ
   */
  record Planned(Manifest manifest, PipelinePlan plan, LimitationNotes notes) {}

  /**
   * The plan of a file. Runs nothing of it; only a Python that it names is asked what it is.
   *
   * @throws ManifestException with everything that is wrong
   */
  static Planned of(NodeOptions nodes, Path file) throws ManifestException {
    Manifest manifest = Manifests.read(nodes, file);
    BackendSettings user = BackendSettings.ofUser();
    BackendSettings settings =
        manifest.python().interpreter().map(user::withInterpreter).orElse(user);
    try (GraftRuntime runtime = nodes.runtime(settings)) {
      return new Planned(manifest, runtime.plan(manifest), LimitationNotes.of(runtime));
    }
  }

  /** Where a node would run, best first. */
  static List<String> backends(StagePlan stage) {
    return stage.reachable().stream().map(candidate -> candidate.backend().text()).toList();
  }
}
