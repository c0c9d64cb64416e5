package dev.graft.runtime.plan;

import dev.graft.descriptor.Deprecation;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.Place;
import dev.graft.runtime.manifest.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the nodes of a pipeline that should not be used any more. All of it runs as before. */
public final class DeprecatedNodes {
  private DeprecatedNodes() {}

  /**
   * What to say of them, each with its place in the manifest.
   *
   * @param manifest what its author wrote
   * @param plan its plan
   */
  public static List<Problem> of(Manifest manifest, PipelinePlan plan) {
    List<Problem> warnings = new ArrayList<>();
    for (int i = 0; i < manifest.nodes().size(); i++) {
      String id = manifest.nodes().get(i).id();
      Optional<Deprecation> said =
          plan.stages().stream()
              .filter(stage -> stage.nodeId().equals(id))
              .findFirst()
              .flatMap(StagePlan::deprecation);
      if (said.isPresent()) {
        String fact =
            "\"%s\" is deprecated: %s".formatted(manifest.nodes().get(i).type(), said.get());
        warnings.add(Problem.of(Place.node(i, id).pointingAt("type"), fact).in(manifest.origin()));
      }
    }
    return warnings;
  }
}
