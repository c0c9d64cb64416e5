package dev.graft.runtime.run;

import dev.graft.runtime.backend.ServedBy;
import java.util.Optional;

/**
 * What is told of one run while it goes on: little, and never of single items that went well. Safe
 * for several threads; must not throw and should not take long, since the run waits.
 */
public interface RunWatch {
  /**
   * A node was opened.
   *
   * @param nodeId the id in the manifest
   * @param type the catalogue id
   * @param servedBy who runs it
   */
  default void placed(String nodeId, String type, ServedBy servedBy) {}

  /** A user should hear of something, such as a backend that refused a node. */
  default void event(RunEvent event) {}

  /**
   * The pipeline is closed. Told exactly once, also if it could not be opened.
   *
   * @param summary what it did
   * @param failure why it failed, if it did
   */
  default void ended(RunSummary summary, Optional<RunFailedException> failure) {}
}
