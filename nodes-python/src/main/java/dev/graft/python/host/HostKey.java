package dev.graft.python.host;

import dev.graft.runtime.permission.Grants;

/**
 * Which hosts can stand in for each other: those of equal keys.
 *
 * @param grants what the host's code may do
 * @param environment what is installed in it
 */
public record HostKey(Grants grants, String environment) {
  /** Nothing granted and nothing installed but what comes with the interpreter. */
  public static final HostKey PLAIN = of(Grants.NONE);

  /** Whose code may do what was granted, with nothing installed. */
  public static HostKey of(Grants grants) {
    return new HostKey(grants, "plain");
  }
}
