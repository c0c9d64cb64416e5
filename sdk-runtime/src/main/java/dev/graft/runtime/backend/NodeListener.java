package dev.graft.runtime.backend;

import java.util.Optional;

/** Hears what a user should know of a node although no call of it failed. */
@FunctionalInterface
public interface NodeListener {
  /** Nobody wants to know. */
  NodeListener NONE = (text, details) -> {};

  /**
   * Something is odd. Called by the thread that uses the node.
   *
   * @param text one line
   * @param details such as a traceback
   */
  void warned(String text, Optional<String> details);
}
