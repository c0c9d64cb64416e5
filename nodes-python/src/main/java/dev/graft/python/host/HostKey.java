package dev.graft.python.host;

import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.permission.Grants;

/**
 * Which hosts can stand in for each other: those of equal keys.
 *
 * @param grants what the host's code may do
 * @param environment the package that is imported in it before any node is, or {@link #NOTHING}
 * @param limits the most that its process may use
 */
public record HostKey(Grants grants, String environment, ResourceLimits limits) {
  /** The environment in which nothing is imported ahead but Graft itself. */
  public static final String NOTHING = "plain";

  /** The environment in which NumPy is imported ahead. */
  public static final String NUMPY = "numpy";

  /** Nothing granted and nothing imported ahead. */
  public static final HostKey PLAIN = of(Grants.NONE);

  /** Whose code may do what was granted, with nothing imported ahead. */
  public static HostKey of(Grants grants) {
    return new HostKey(grants, NOTHING, ResourceLimits.NONE);
  }

  /**
   * A worker process for a node: it may do whatever its user may.
   *
   * @param limits the most that it may use
   */
  public static HostKey ofWorker(PythonNode node, ResourceLimits limits) {
    return new HostKey(Grants.NONE, ImportsAhead.environment(node), limits);
  }
}
