package dev.graft.runtime.run;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.recovery.Berth;

/**
 * A place in the session that a run has on some backend.
 *
 * @param backend the backend
 * @param sessions gives the session, opened if it is not yet
 * @param opening what is opened
 */
record SessionBerth(BackendId backend, Sessions sessions, NodeOpening opening) implements Berth {
  @Override
  public HostedNode open() throws NodeFailureException, HostingRefusedException {
    return sessions.of(backend, opening).open(opening);
  }

  @Override
  public void giveUp(HostedNode node) {
    sessions.giveUp(backend, node);
  }
}
