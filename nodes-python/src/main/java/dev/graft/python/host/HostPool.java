package dev.graft.python.host;

import dev.graft.runtime.backend.HostingRefusedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hosts of one backend: starting one is the most costly thing that a backend does, so those
 * that ran nothing but Graft's own nodes are kept for the next session. A host that ran somebody's
 * own code is ended instead: what such code left behind must not be seen by anybody else.
 */
public final class HostPool implements AutoCloseable {
  private final Starter starter;
  private final int idleLimit;
  private final Deque<PythonHost> idle = new ArrayDeque<>();
  private final Set<PythonHost> leased = new LinkedHashSet<>();
  private boolean closed;

  /** Starts a host. */
  @FunctionalInterface
  public interface Starter {
    /** A new host. */
    PythonHost start() throws HostingRefusedException;
  }

  /** A pool that keeps at most so many idle hosts. */
  public HostPool(Starter starter, int idleLimit) {
    this.starter = starter;
    this.idleLimit = idleLimit;
  }

  /** A host for one user, an idle one if there is one. */
  public PythonHost lease() throws HostingRefusedException {
    PythonHost host = takeIdle();
    if (host == null) {
      host = starter.start(); // outside the lock: it takes long
    }
    synchronized (this) {
      if (!closed) {
        leased.add(host);
        return host;
      }
    }
    host.close();
    throw new IllegalStateException("the backend is closed");
  }

  /** Takes a host back. */
  public void giveBack(PythonHost host) {
    boolean keep;
    synchronized (this) {
      leased.remove(host);
      keep = !closed && host.isReusable() && idle.size() < idleLimit;
      if (keep) {
        idle.push(host);
      }
    }
    if (!keep) {
      host.close();
    }
  }

  private @Nullable PythonHost takeIdle() {
    while (true) {
      PythonHost host;
      synchronized (this) {
        host = idle.poll();
      }
      if (host == null || host.isReusable()) {
        return host;
      }
      host.close();
    }
  }

  @Override
  public void close() {
    Set<PythonHost> all;
    synchronized (this) {
      closed = true;
      all = new LinkedHashSet<>(idle);
      all.addAll(leased);
      idle.clear();
      leased.clear();
    }
    all.forEach(PythonHost::close);
  }
}
