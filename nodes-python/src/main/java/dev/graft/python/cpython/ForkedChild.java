package dev.graft.python.cpython;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that a fork server forked. The server is told by the system when it ends, and tells
 * this JVM. What is killed is the process of that id <em>and</em> that time of start, and nothing
 * once its end is known: an id that was given to somebody else is never hit.
 */
final class ForkedChild implements Child {
  private final long pid;
  private final Optional<ProcessHandle> handle;
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();

  ForkedChild(long pid) {
    this.pid = pid;
    this.handle = ProcessHandle.of(pid);
  }

  /** It has ended; only the first to say so is heard. */
  void ended(Ending how) {
    ending.complete(how);
  }

  /** Whether the system still has it and it can still act. */
  boolean isThere() {
    return handle.isPresent() && handle.get().isAlive() && ProcessState.of(pid) != 'Z';
  }

  @Override
  public long pid() {
    return pid;
  }

  @Override
  public void kill() {
    if (!ending.isDone()) {
      handle.ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Override
  public boolean await(long millis) throws InterruptedException {
    try {
      ending.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // it is never completed with an exception
    }
  }

  @Override
  public Optional<Ending> ending() {
    return Optional.ofNullable(ending.getNow(null));
  }
}
