package dev.graft.python.host;

import dev.graft.runtime.permission.Grants;

/**
 * Which hosts can stand in for each other: those of equal keys.
 *
 * @param grants what the host's code may do
 * @param environment the package that is imported in it before any node is, or {@link #NOTHING}
 */
public record HostKey(Grants grants, String environment) {
  /** The environment in which nothing is imported ahead but Graft itself. */
  public static final String NOTHING = "plain";

  /** Nothing granted and nothing imported ahead. */
  public static final HostKey PLAIN = of(Grants.NONE);

  /** Whose code may do what was granted, with nothing imported ahead. */
  public static HostKey of(Grants grants) {
    return new HostKey(grants, NOTHING);
  }
}
