package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.subject.CasePlayer;
import dev.graft.compat.subject.Leg;
import dev.graft.compat.subject.Played;
import dev.graft.compat.subject.Subject;
import dev.graft.compat.subject.Trace;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostingRefusedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A session and the one thread that uses it. It is given up after a case that took too long: such a
 * thread may never come back, and nobody knows what state its session is in.
 */
final class CaseThread implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration CLOSE = Duration.ofSeconds(10);

  private final ExecutorService thread;
  private final BackendSession session;

  private CaseThread(ExecutorService thread, BackendSession session) {
    this.thread = thread;
    this.session = session;
  }

  static CaseThread open(Backend backend) throws HostingRefusedException {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("compat-" + backend.id()).factory());
    Future<BackendSession> opening = thread.submit(backend::openSession);
    try {
      return new CaseThread(thread, opening.get(START.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      thread.shutdownNow();
      if (e.getCause() instanceof HostingRefusedException refused) {
        throw refused;
      }
      throw new HostingRefusedException(backend.id(), "could not start: " + e.getCause(), e);
    } catch (TimeoutException e) {
      thread.shutdownNow();
      throw new HostingRefusedException(backend.id(), "did not start in time", e);
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
      throw new HostingRefusedException(backend.id(), "was interrupted while it started", e);
    }
  }

  Trace play(Subject subject, Case played, Duration timeout) {
    return play(subject, played, Leg.whole(played), timeout).trace();
  }

  Played play(Subject subject, Case played, Leg leg, Duration timeout) {
    Future<Played> playing = thread.submit(() -> CasePlayer.play(subject, session, played, leg));
    try {
      return playing.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      playing.cancel(true);
      return nothing(Trace.Ended.TIMEOUT, "took longer than " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      return nothing(Trace.Ended.CRASH, String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return nothing(Trace.Ended.NOT_RUN, "the run was interrupted");
    }
  }

  private static Played nothing(Trace.Ended end, String reason) {
    return new Played(Trace.none(end, reason), List.of());
  }

  /** Closes the session on its thread, waiting for it only as long as is reasonable. */
  @Override
  public void close() {
    Future<?> closing = thread.submit(session::close);
    try {
      closing.get(CLOSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      closing.cancel(true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.shutdownNow();
  }

  /** Leaves a thread that hangs to itself. */
  void abandon() {
    thread.execute(session::close);
    thread.shutdown();
  }
}
