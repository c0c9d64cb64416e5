package dev.graft.python.host;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Gets a worker from a pool. Starting one takes long, and a run that is cancelled meanwhile waits
 * no longer: what comes too late is given back at once.
 */
final class Lease {
  private static final long LOOK_MILLIS = 5;

  private final HostPool pool;
  private final HostKey key;
  private final CompletableFuture<PythonHost> result = new CompletableFuture<>();
  private final CountDownLatch ready = new CountDownLatch(1);

  Lease(HostPool pool, HostKey key) {
    this.pool = pool;
    this.key = key;
  }

  /** The worker. */
  PythonHost await(BooleanSupplier cancelled) throws HostingRefusedException {
    Thread starter = Thread.ofPlatform().daemon().name("graft-lease").start(this::lease);
    try {
      while (!cancelled.getAsBoolean()) {
        if (ready.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return result.get();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw reason(e);
    }
    starter.interrupt();
    if (!result.cancel(false) && !result.isCompletedExceptionally()) { // it came just now
      pool.giveBack(result.join());
    }
    throw new HostingRefusedException(BackendId.CPYTHON, "the run was ended meanwhile");
  }

  private void lease() {
    try {
      PythonHost host = pool.lease(key);
      if (!result.complete(host)) {
        pool.giveBack(host);
      }
    } catch (HostingRefusedException | RuntimeException e) {
      result.completeExceptionally(e);
    } finally {
      ready.countDown();
    }
  }

  private static HostingRefusedException reason(ExecutionException e) {
    return switch (e.getCause()) {
      case HostingRefusedException refused -> refused;
      case RuntimeException defect -> throw defect;
      case null, default -> throw new IllegalStateException(e);
    };
  }
}
