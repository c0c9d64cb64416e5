package dev.graft.python.host;

/**
 * Which hosts can stand in for each other: those of equal keys.
 *
 * @param permissions what the host's code may do
 * @param environment what is installed in it
 */
public record HostKey(String permissions, String environment) {
  /** Nothing granted and nothing installed but what comes with the interpreter. */
  public static final HostKey PLAIN = new HostKey("none", "plain");
}
