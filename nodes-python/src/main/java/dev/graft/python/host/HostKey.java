package dev.graft.python.host;

import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.environment.PythonEnvironment;
import dev.graft.runtime.permission.Grants;
import java.util.Optional;

/**
 * Which hosts can stand in for each other: those of equal keys.
 *
 * @param grants what the host's code may do
 * @param environment its Python, if not the usual one
 * @param ahead the package that is imported in it before any node is, or {@link #NOTHING}
 * @param limits the most that its process may use
 */
public record HostKey(
    Grants grants, Optional<PythonEnvironment> environment, String ahead, ResourceLimits limits) {
  /** Nothing is imported ahead but Graft itself. */
  public static final String NOTHING = "plain";

  /** NumPy is imported ahead. */
  public static final String NUMPY = "numpy";

  /** Nothing granted and nothing imported ahead. */
  public static final HostKey PLAIN = of(Grants.NONE);

  /** Whose code may do what was granted, with nothing imported ahead. */
  public static HostKey of(Grants grants) {
    return ofUsual(grants, NOTHING, ResourceLimits.NONE);
  }

  /**
   * A worker process for a node: it may do whatever its user may.
   *
   * @param environment its Python, if not the usual one
   * @param limits the most that it may use
   */
  public static HostKey ofWorker(
      PythonNode node, Optional<PythonEnvironment> environment, ResourceLimits limits) {
    return new HostKey(Grants.NONE, environment, ImportsAhead.of(node), limits);
  }

  /** A host of the usual Python. */
  public static HostKey ofUsual(Grants grants, String ahead, ResourceLimits limits) {
    return new HostKey(grants, Optional.empty(), ahead, limits);
  }
}
