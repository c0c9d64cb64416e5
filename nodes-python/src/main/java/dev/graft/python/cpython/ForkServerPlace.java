package dev.graft.python.cpython;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The place of one fork server: it is filled on the first need and again when the server has died,
 * as often as makes sense. Safe for several threads; whoever needs a server waits until it is
 * ready.
 */
final class ForkServerPlace implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ForkServerPlace.class.getName());

  /** A server that fails to start so often in a row is not started again. */
  private static final int ATTEMPTS = 2;

  private final Starter starter;
  private final Optional<Duration> idle;
  private final Restarts restarts = new Restarts();
  private @Nullable ForkServer server;
  private int failures;
  private boolean closed;

  /** When it was asked for last, in nanoseconds; who makes a place is about to. */
  private long asked = System.nanoTime();

  private boolean watched;

  /** Why there will be none any more. */
  private @Nullable String hopeless;

  /** What became of the last one. */
  private String trouble = "none was needed yet";

  /** Starts a server. */
  @FunctionalInterface
  interface Starter {
    /** A server that is ready. */
    ForkServer start() throws IOException;
  }

  /** The place of a server that stays. */
  ForkServerPlace(Starter starter) {
    this(starter, Optional.empty());
  }

  /**
   * The place of a server that may go.
   *
   * @param idle how long it is kept though nobody needs it, if that is bounded
   */
  ForkServerPlace(Starter starter, Optional<Duration> idle) {
    this.starter = starter;
    this.idle = idle;
  }

  /** A server that lives as far as is known, or none: then workers are started directly. */
  synchronized Optional<ForkServer> server() {
    asked = System.nanoTime();
    ForkServer known = server;
    if (known != null) {
      Optional<String> loss = known.loss();
      if (loss.isEmpty()) {
        return Optional.of(known);
      }
      server = null;
      diedOf(loss.get());
    }
    return closed || hopeless != null || !restarts.mayStart(System.nanoTime())
        ? Optional.empty()
        : start();
  }

  private void diedOf(String loss) {
    long now = System.nanoTime();
    restarts.died(now);
    int count = restarts.recent(now);
    trouble =
        loss
            + (count > Restarts.MOST
                ? ", for the %dth time within a minute: it is left alone for that long"
                    .formatted(count)
                : "");
    LOG.log(System.Logger.Level.WARNING, trouble);
  }

  private Optional<ForkServer> start() {
    try {
      ForkServer started = starter.start();
      server = started;
      failures = 0;
      watchIdle();
      return Optional.of(started);
    } catch (UnfitException e) {
      hopeless = String.valueOf(e.getMessage());
    } catch (IOException e) {
      restarts.died(System.nanoTime());
      trouble = "the fork server does not start: " + e.getMessage();
      if (++failures >= ATTEMPTS) {
        hopeless = trouble;
      }
      LOG.log(System.Logger.Level.WARNING, trouble);
    }
    return Optional.empty();
  }

  /** Looks again later; by a thread of the JDK's own, that keeps no JVM alive. */
  private void watchIdle() {
    if (idle.isPresent() && !watched) {
      watched = true;
      CompletableFuture.delayedExecutor(idle.get().toMillis(), TimeUnit.MILLISECONDS)
          .execute(this::endIfIdle);
    }
  }

  private void endIfIdle() {
    ForkServer old;
    synchronized (this) {
      watched = false;
      old = server;
      if (old == null || closed) {
        return;
      }
      boolean needed = System.nanoTime() - asked < idle.orElseThrow().toNanos() || old.hasWorkers();
      if (needed) {
        watchIdle();
        return;
      }
      server = null;
      trouble = "nobody needed it for a while";
    }
    old.close();
  }

  /**
   * Gives the place up if it is empty because nobody needs it.
   *
   * @return whether it is given up: then nothing is started there any more
   */
  synchronized boolean retire() {
    boolean unneeded =
        idle.isPresent() && server == null && System.nanoTime() - asked >= idle.get().toNanos();
    closed |= unneeded;
    return unneeded;
  }

  /** The server, if it lives now; nothing is started. */
  synchronized Optional<ForkServer> running() {
    return Optional.ofNullable(server).filter(each -> each.loss().isEmpty());
  }

  /** Why there is no server. */
  synchronized String reason() {
    return hopeless == null ? trouble : hopeless;
  }

  @Override
  public void close() {
    ForkServer last;
    synchronized (this) {
      closed = true;
      last = server;
    }
    if (last != null) {
      last.close();
    }
  }
}
