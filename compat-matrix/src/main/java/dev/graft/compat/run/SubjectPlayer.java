package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Level;
import dev.graft.compat.subject.Subject;
import dev.graft.compat.subject.Trace;
import dev.graft.descriptor.Purity;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.Hosting;
import dev.graft.runtime.backend.HostingRefusedException;
import java.time.Duration;
import java.util.Optional;

/**
 * Plays cases of one node on one backend, in one session while that lasts, and each of them twice,
 * in fresh instances: what cannot be repeated proves nothing. A node with effects is played once.
 */
public final class SubjectPlayer implements AutoCloseable {
  /** How the reason begins when a backend cannot start, which fails the whole run. */
  static final String NO_START = "the backend does not start: ";

  private final Subject subject;
  private final Backend backend;
  private final Duration timeout;
  private Optional<CaseThread> open = Optional.empty();

  /**
   * For one node.
   *
   * @param timeout how long one case may take
   */
  public SubjectPlayer(Subject subject, Backend backend, Duration timeout) {
    this.subject = subject;
    this.backend = backend;
    this.timeout = timeout;
  }

  /** What happens. Used by one thread at a time. */
  public Trace play(Case played) {
    if (played.level() == Level.UNTESTED) {
      return Trace.none(Trace.Ended.NOT_RUN, "a known rule that nobody checks");
    }
    if (backend.hosts(subject.node()) instanceof Hosting.Refused refused) {
      return Trace.none(Trace.Ended.UNSUPPORTED, refused.reason());
    }
    Trace first = once(played);
    boolean again = subject.node().descriptor().contract().purity() != Purity.EFFECTS;
    return again && first.complete() ? SteadyCheck.of(first, once(played)) : first;
  }

  private Trace once(Case played) {
    CaseThread thread;
    try {
      thread = open.isPresent() ? open.get() : CaseThread.open(backend);
    } catch (HostingRefusedException e) {
      return Trace.none(Trace.Ended.NOT_RUN, NO_START + e.reason());
    }
    open = Optional.of(thread);
    Trace trace = thread.play(subject, played, timeout);
    switch (trace.end()) {
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
    return trace;
  }

  @Override
  public void close() {
    open.ifPresent(CaseThread::close);
    open = Optional.empty();
  }
}
