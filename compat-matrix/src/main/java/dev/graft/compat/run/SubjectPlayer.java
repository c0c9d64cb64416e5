package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Level;
import dev.graft.compat.subject.LastingThread;
import dev.graft.compat.subject.Leg;
import dev.graft.compat.subject.Subject;
import dev.graft.compat.subject.Trace;
import dev.graft.descriptor.Purity;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.Hosting;
import java.time.Duration;
import java.util.Optional;

/**
 * Plays cases of one node on one backend, in one session while that lasts, and each of them twice,
 * in fresh instances: what cannot be repeated proves nothing. What broke is played up to three
 * times more, so that bad luck is told from what never works. A node with effects is played once.
 */
public final class SubjectPlayer implements AutoCloseable {
  /** So often is one case played again that broke its backend, took too long, or was not proven. */
  private static final int RERUNS = 3;

  /** And so often all of them together: a node that always hangs must not cost an hour. */
  private static final int MOST_RERUNS = 9;

  private final Subject subject;
  private final Backend backend;
  private final LastingThread thread;
  private int left = MOST_RERUNS;

  /**
   * For one node.
   *
   * @param timeout how long one case may take
   */
  public SubjectPlayer(Subject subject, Backend backend, Duration timeout) {
    this.subject = subject;
    this.backend = backend;
    this.thread = new LastingThread(backend, timeout);
  }

  /** What happens. Used by one thread at a time. */
  public Trace play(Case played) {
    return notPlayed(played).orElseGet(() -> steadily(played));
  }

  /** What happens when it is played once, for somebody in a hurry. It proves less. */
  Trace playOnce(Case played) {
    return notPlayed(played).orElseGet(() -> once(played));
  }

  private Optional<Trace> notPlayed(Case played) {
    if (played.level() == Level.UNTESTED) {
      return Optional.of(Trace.none(Trace.Ended.NOT_RUN, "a known rule that nobody checks"));
    }
    return backend.hosts(subject.node()) instanceof Hosting.Refused refused
        ? Optional.of(Trace.none(Trace.Ended.UNSUPPORTED, refused.reason()))
        : Optional.empty();
  }

  private Trace steadily(Case played) {
    Trace first = once(played);
    if (subject.node().descriptor().contract().purity() == Purity.EFFECTS) {
      return first;
    }
    return switch (first.end()) {
      case COMPLETE -> second(first, once(played));
      case CRASH, TIMEOUT, INFRA -> again(first, played);
      case UNSTEADY, UNSUPPORTED, NOT_RUN -> first;
    };
  }

  private static Trace second(Trace first, Trace second) {
    return switch (second.end()) {
      case COMPLETE -> SteadyCheck.of(first, second);
      case CRASH, TIMEOUT, INFRA -> BrokenOnce.of(second, first, 2);
      case UNSTEADY, UNSUPPORTED, NOT_RUN -> second;
    };
  }

  private Trace again(Trace first, Case played) {
    int plays = 1;
    while (plays <= RERUNS && left > 0) {
      left--;
      plays++;
      Trace next = once(played);
      if (next.end() != first.end()) {
        return BrokenOnce.of(first, next, plays);
      }
    }
    return first.seen(plays);
  }

  private Trace once(Case played) {
    return thread.play(subject, played, Leg.whole(played)).trace();
  }

  @Override
  public void close() {
    thread.close();
  }
}
