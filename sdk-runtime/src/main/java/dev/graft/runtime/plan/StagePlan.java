package dev.graft.runtime.plan;

import dev.graft.descriptor.Deprecation;
import dev.graft.descriptor.NodeContract;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.backend.Streaming;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.environment.PythonEnvironment;
import dev.graft.runtime.manifest.ErrorPolicy;
import dev.graft.runtime.manifest.FanIn;
import dev.graft.runtime.permission.Grants;
import dev.graft.runtime.permission.Permission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One node of a plan.
 *
 * @param nodeId the id in the manifest
 * @param type the catalogue id
 * @param candidates where it could run, best first; at least one
 * @param grants what the operator allows it to do
 * @param onError what happens when it fails
 * @param deadline how long one call of it may take, if that is bounded
 * @param isolated whether it has an interpreter to itself; the node's own wish counts if empty
 * @param limits the most that its process may use
 * @param fanIn how it takes the items of several connections
 * @param parallelism how many of it work side by side, each with an interpreter to itself
 * @param streaming how it takes its items; the class itself counts if empty
 * @param environment the Python that it runs in where it runs on cpython, if not the usual one
 * @param shadow what runs beside it to be compared with it
 * @param deprecation that it should not be used any more, if an implementation says so, whether it
 *     is a candidate or not
 */
public record StagePlan(
    String nodeId,
    String type,
    List<Candidate> candidates,
    Grants grants,
    ErrorPolicy onError,
    Optional<Duration> deadline,
    Optional<Boolean> isolated,
    ResourceLimits limits,
    FanIn fanIn,
    int parallelism,
    Optional<Streaming> streaming,
    Optional<PythonEnvironment> environment,
    Optional<ShadowPlan> shadow,
    Optional<Deprecation> deprecation) {
  public StagePlan {
    candidates = List.copyOf(candidates);
  }

  /**
   * Whether the node has an interpreter to itself: because somebody wants it, or because a call
   * that is ended by force must not take other nodes along.
   */
  public boolean isApart(Candidate candidate) {
    return deadline.isPresent()
        || parallelism > 1
        || isolated.orElse(candidate.node().descriptor().implementation().isolated());
  }

  /**
   * The candidates that the node can come to: from the sandbox to a worker only if its operator
   * lets it go outside.
   */
  public List<Candidate> reachable() {
    if (grants.has(Permission.Native.class)) {
      return candidates;
    }
    boolean beganInside = false;
    List<Candidate> reachable = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (!beganInside || candidate.backend() != BackendId.CPYTHON) {
        reachable.add(candidate);
      }
      beganInside |= candidate.backend() == BackendId.GRAALPY;
    }
    return List.copyOf(reachable);
  }

  /** What the node promises; twins promise the same. */
  public NodeContract contract() {
    return candidates.getFirst().node().descriptor().contract();
  }

  /** Whether the node brings its own input. */
  public boolean isSource() {
    return contract().isSource();
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
