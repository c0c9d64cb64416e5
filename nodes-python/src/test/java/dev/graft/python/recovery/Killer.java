package dev.graft.python.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills workers: those that stand still because they were stopped, after a while, and the present
 * one whenever asked, a moment later, wherever it is by then.
 */
final class Killer implements AutoCloseable {
  private static final long LOOK_NANOS = 20_000_000;
  private static final int MOMENT_NANOS = 2_000_000;

  private final FaultyNodes nodes;
  private final Semaphore asked = new Semaphore(0);
  private final Random random = new Random(1);
  private final Thread asyncKiller;
  private final Thread supervisor;
  private volatile boolean closed;
  private volatile long last = -1;

  Killer(FaultyNodes nodes) {
    this.nodes = nodes;
    asyncKiller = Thread.ofPlatform().daemon().start(this::killWhenAsked);
    supervisor = Thread.ofPlatform().daemon().start(this::killStopped);
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

  private void killStopped() {
    long suspect = -1;
    while (!closed) {
      LockSupport.parkNanos(LOOK_NANOS);
      long stopped = stopped();
      if (stopped >= 0 && stopped == suspect) {
        ProcessHandle.of(stopped).ifPresent(ProcessHandle::destroyForcibly);
      }
      suspect = stopped;
    }
  }

  private long stopped() {
    try {
      List<Long> workers = nodes.workers();
      long worker = workers.isEmpty() ? -1 : workers.getLast();
      String stat = Files.readString(Path.of("/proc/" + worker + "/stat"));
      return stat.substring(stat.lastIndexOf(')')).startsWith(") T") ? worker : -1;
    } catch (IOException e) {
      return -1;
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
    LockSupport.unpark(supervisor);
    try {
      asyncKiller.join();
      supervisor.join();
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
