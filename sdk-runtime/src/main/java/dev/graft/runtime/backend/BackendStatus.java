package dev.graft.runtime.backend;

import java.util.List;

/**
 * Whether a backend can run on this machine.
 *
 * @param backend which
 * @param available whether a session can be opened
 * @param implementation name and version, or why there is none
 * @param facts what a user may want to know, in order
 */
public record BackendStatus(
    BackendId backend, boolean available, String implementation, List<Fact> facts) {
  public BackendStatus {
    facts = List.copyOf(facts);
  }

  /**
   * One thing about a backend.
   *
   * @param name for example {@code optimizing runtime}
   * @param good whether it is as one would wish
   * @param value what it is, for example {@code on}
   * @param advice what to do about it where it is not good, else empty
   */
  public record Fact(String name, boolean good, String value, String advice) {
    /** A fact that needs no advice. */
    public static Fact good(String name, String value) {
      return new Fact(name, true, value, "");
    }

    /** A fact that someone may want to change. */
    public static Fact poor(String name, String value, String advice) {
      return new Fact(name, false, value, advice);
    }
  }
}
