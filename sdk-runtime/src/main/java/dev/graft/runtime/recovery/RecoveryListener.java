package dev.graft.runtime.recovery;

import dev.graft.runtime.backend.BackendId;

/** Hears what happens to a node that can be recovered. Called by the thread that runs it. */
public interface RecoveryListener {
  /** A host was lost. */
  void lost(Loss loss);

  /**
   * A node turned out to be one that its backend cannot run.
   *
   * @param from that backend
   */
  void moved(BackendId from, Loss loss);

  /**
   * The state cannot be saved; is said once.
   *
   * @param why a sentence without a full stop
   */
  void cannotSave(String why);
}
