package dev.graft.compat.subject;

import dev.graft.compat.corpus.Case;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.HostingRefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A thread with a session of a backend that is opened when it is first needed, and replaced by a
 * new one after a case that took too long or broke it. Used by one thread at a time.
 */
public final class LastingThread implements AutoCloseable {
  /** How the reason begins when a backend cannot start, which fails the whole run. */
  public static final String NO_START = "the backend does not start: ";

  private final Backend backend;
  private final Duration timeout;
  private Optional<CaseThread> open = Optional.empty();

  /**
   * A thread that is not open yet.
   *
   * @param timeout how long a part of a case may take
   */
  public LastingThread(Backend backend, Duration timeout) {
    this.backend = backend;
    this.timeout = timeout;
  }

  /** What comes of a part of a case. */
  public Played play(Subject subject, Case played, Leg leg) {
    CaseThread thread;
    try {
      thread = open.isPresent() ? open.get() : CaseThread.open(backend);
    } catch (HostingRefusedException e) {
      return new Played(Trace.none(Trace.Ended.NOT_RUN, NO_START + e.reason()), List.of());
    }
    open = Optional.of(thread);
    Played part = thread.play(subject, played, leg, timeout);
    switch (part.trace().end()) {
      case TIMEOUT -> {
        thread.abandon();
        open = Optional.empty();
      }
      case CRASH -> {
        thread.close();
        open = Optional.empty();
      }
      case COMPLETE, UNSTEADY, UNSUPPORTED, INFRA, NOT_RUN -> {}
    }
    return part;
  }

  @Override
  public void close() {
    open.ifPresent(CaseThread::close);
    open = Optional.empty();
  }
}
