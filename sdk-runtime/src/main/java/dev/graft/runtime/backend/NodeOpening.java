package dev.graft.runtime.backend;

import dev.graft.node.NodeContext;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.environment.PythonEnvironment;
import dev.graft.runtime.permission.Grants;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a backend needs to open one node.
 *
 * @param nodeId the id in the manifest
 * @param node what to open
 * @param params all parameters with their values, checked and with defaults filled in
 * @param grants what the node may do; a backend allows no more, or has said that it is no sandbox
 * @param context clock, random source and ids
 * @param deadline how long one call of it may take, if that is bounded
 * @param apart whether it shares its interpreter with no other node
 * @param limits the most that its process may use; a backend without processes is never asked to
 * @param environment the Python that its process runs, if not the usual one
 * @param streaming how it takes its items, if the manifest says so; only of Python nodes
 * @param listener who hears of it what is no result
 * @param measured whether somebody will ask how long its own code ran
 */
public record NodeOpening(
    String nodeId,
    NodeImplementation node,
    Map<String, @Nullable Object> params,
    Grants grants,
    NodeContext context,
    Optional<Duration> deadline,
    boolean apart,
    ResourceLimits limits,
    Optional<PythonEnvironment> environment,
    Optional<Streaming> streaming,
    NodeListener listener,
    boolean measured) {
  /** A node whose calls may take as long as they like, beside others. */
  public NodeOpening(
      String nodeId,
      NodeImplementation node,
      Map<String, @Nullable Object> params,
      Grants grants,
      NodeContext context) {
    this(nodeId, node, params, grants, context, Optional.empty(), false);
  }

  /** A node whose process may use what its user may. */
  public NodeOpening(
      String nodeId,
      NodeImplementation node,
      Map<String, @Nullable Object> params,
      Grants grants,
      NodeContext context,
      Optional<Duration> deadline,
      boolean apart) {
    this(nodeId, node, params, grants, context, deadline, apart, ResourceLimits.NONE);
  }

  /**
   * A node in the usual Python that says itself how it takes its items, and of which nobody hears.
   */
  public NodeOpening(
      String nodeId,
      NodeImplementation node,
      Map<String, @Nullable Object> params,
      Grants grants,
      NodeContext context,
      Optional<Duration> deadline,
      boolean apart,
      ResourceLimits limits) {
    this(
        nodeId,
        node,
        params,
        grants,
        context,
        deadline,
        apart,
        limits,
        Optional.empty(),
        Optional.empty(),
        NodeListener.NONE,
        false);
  }
}
