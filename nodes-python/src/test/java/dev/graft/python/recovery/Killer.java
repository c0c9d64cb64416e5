package dev.graft.python.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** Kills the present worker whenever asked, a moment later, wherever it is by then. */
final class Killer implements AutoCloseable {
  private static final int MOMENT_NANOS = 2_000_000;

  private final FaultyNodes nodes;
  private final Semaphore asked = new Semaphore(0);
  private final Random random = new Random(1);
  private final Thread asyncKiller;
  private volatile boolean closed;
  private volatile long last = -1;

  Killer(FaultyNodes nodes) {
    this.nodes = nodes;
    asyncKiller = Thread.ofPlatform().daemon().start(this::killWhenAsked);
  }

  /** The present worker is killed in a moment. */
  void ask() {
    asked.release();
  }

  private void killWhenAsked() {
    while (!closed) {
      asked.acquireUninterruptibly();
      LockSupport.parkNanos(random.nextInt(MOMENT_NANOS));
      while (!closed && !kill()) {
        LockSupport.parkNanos(1_000_000); // the present one is dead, and the next not yet there
      }
    }
  }

  private boolean kill() {
    try {
      long worker = nodes.workers().getLast();
      if (worker != last && isAlive(worker)) {
        last = worker;
        return ProcessHandle.of(worker).map(ProcessHandle::destroyForcibly).orElse(false);
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a process is there and no zombie. */
  static boolean isAlive(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    closed = true;
    asked.release();
    try {
      asyncKiller.join();
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
