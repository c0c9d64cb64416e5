package dev.graft.runtime.run;

import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Hosting;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.NodeOpening;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions of one run, one for each backend that it uses. */
final class Sessions {
  private final GraftRuntime runtime;

  /** A run may come to need a backend while another thread cancels it. */
  private final Map<BackendId, BackendSession> sessions = new ConcurrentHashMap<>();

  private volatile boolean cancelled;

  Sessions(GraftRuntime runtime) {
    this.runtime = runtime;
  }

  /** The session on a backend that can host a node. */
  synchronized BackendSession of(BackendId id, NodeOpening opening) throws HostingRefusedException {
    Backend backend = runtime.backend(id);
    // What a node needs of an environment of its own the plan has looked up there.
    if (opening.environment().isEmpty()
        && backend.hosts(opening.node()) instanceof Hosting.Refused refused) {
      throw new HostingRefusedException(id, refused.reason());
    }
    BackendSession session = sessions.get(id);
    if (session == null) {
      session = backend.openSession();
      sessions.put(id, session);
      if (cancelled) {
        session.cancel();
      }
    }
    return session;
  }

  /** Gives up a node of a session. */
  void giveUp(BackendId id, HostedNode node) {
    BackendSession session = sessions.get(id);
    if (session != null) {
      session.giveUp(node);
    }
  }

  /** Stops what is running. Called by another thread. */
  void cancel() {
    cancelled = true;
    sessions.values().forEach(BackendSession::cancel);
  }

  void close() {
    sessions.values().forEach(BackendSession::close);
    sessions.clear();
  }
}
