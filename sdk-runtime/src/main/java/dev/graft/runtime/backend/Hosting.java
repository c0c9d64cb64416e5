package dev.graft.runtime.backend;

/** The answer to the question whether a backend can host a node. */
public sealed interface Hosting {
  /** It can, as far as is known before the node is loaded. */
  record Accepted() implements Hosting {}

  /**
   * It cannot.
   *
   * @param reason a sentence without a full stop, for example {@code missing package: numpy}
   */
  record Refused(String reason) implements Hosting {}
}
