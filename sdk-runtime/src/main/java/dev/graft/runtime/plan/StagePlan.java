package dev.graft.runtime.plan;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.manifest.ErrorPolicy;
import dev.graft.runtime.permission.Grants;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One node of a plan.
 *
 * @param nodeId the id in the manifest
 * @param type the catalogue id
 * @param candidates where it could run, best first; at least one
 * @param grants what the operator allows it to do
 * @param onError what happens when it fails
 */
public record StagePlan(
    String nodeId, String type, List<Candidate> candidates, Grants grants, ErrorPolicy onError) {
  public StagePlan {
    candidates = List.copyOf(candidates);
  }

  /**
   * A place where a node could run.
   *
   * @param backend the backend
   * @param node the implementation in the backend's language
   * @param params all parameters, checked, with defaults
   */
  public record Candidate(
      BackendId backend, NodeImplementation node, Map<String, @Nullable Object> params) {}
}
