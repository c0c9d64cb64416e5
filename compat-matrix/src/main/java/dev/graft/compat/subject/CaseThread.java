package dev.graft.compat.subject;

import dev.graft.compat.corpus.Case;
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
import java.util.function.Function;

/**
 * A session and the one thread that uses it. It is given up after a case that took too long: such a
 * thread may never come back, and nobody knows what state its session is in.
 */
public final class CaseThread implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration CLOSE = Duration.ofSeconds(10);

  private final ExecutorService thread;
  private final BackendSession session;

  private CaseThread(ExecutorService thread, BackendSession session) {
    this.thread = thread;
    this.session = session;
  }

  /**
   * A thread with a new session.
   *
   * @throws HostingRefusedException if the backend does not start
   */
  public static CaseThread open(Backend backend) throws HostingRefusedException {
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

  /** What comes of a part of a case, or that it took too long or broke the backend. */
  public Played play(Subject subject, Case played, Leg leg, Duration timeout) {
    try {
      return call(session -> CasePlayer.play(subject, session, played, leg), timeout);
    } catch (SessionBrokenException e) {
      return new Played(Trace.none(e.end(), e.reason()), List.of());
    }
  }

  /**
   * Does something with the session, on its thread.
   *
   * @throws SessionBrokenException if it took too long, or threw; the session is good for no more
   */
  public <T> T call(Function<BackendSession, T> work, Duration timeout)
      throws SessionBrokenException {
    Future<T> working = thread.submit(() -> work.apply(session));
    try {
      return working.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      working.cancel(true);
      throw new SessionBrokenException(
          Trace.Ended.TIMEOUT, "took longer than " + timeout.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new SessionBrokenException(Trace.Ended.CRASH, String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SessionBrokenException(Trace.Ended.NOT_RUN, "the run was interrupted", e);
    }
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
  public void abandon() {
    thread.execute(session::close);
    thread.shutdown();
  }
}
