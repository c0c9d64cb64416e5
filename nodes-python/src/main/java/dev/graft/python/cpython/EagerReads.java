package dev.graft.python.cpython;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/**
 * How to wait for the other side. A thread that sleeps takes tens of microseconds to wake up, which
 * is longer than a small call takes. So it looks again and again for a short while before it
 * sleeps. If nothing came meanwhile it sleeps at once for some messages before the next try, and
 * for twice as many if that fails again: neither a slow node nor a busy machine pays for the
 * attempt. {@code graft/channel.py} waits in the same way. Used by one thread at a time.
 */
final class EagerReads {
  private static final long SPIN_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
  private static final int FEWEST_SLEEPS = 16;
  private static final int MOST_SLEEPS = 4096;

  /** With one processor the other side could not run while this one looks. */
  private final boolean eager = Runtime.getRuntime().availableProcessors() > 1;

  private int sleeps;
  private int penalty = FEWEST_SLEEPS;

  /** Reads at least one byte, or -1 at the end, from a channel that blocks. */
  int read(SocketChannel socket, ByteBuffer into) throws IOException {
    if (sleeps > 0) {
      sleeps--;
    } else if (eager) {
      int count = look(socket, into);
      if (count != 0) {
        penalty = Math.max(FEWEST_SLEEPS, penalty >> 1);
        return count;
      }
      sleeps = penalty;
      penalty = Math.min(MOST_SLEEPS, penalty << 1);
    }
    return socket.read(into);
  }

  private static int look(SocketChannel socket, ByteBuffer into) throws IOException {
    long end = System.nanoTime() + SPIN_NANOS;
    socket.configureBlocking(false);
    try {
      int count = 0;
      while (count == 0 && System.nanoTime() - end < 0) {
        count = socket.read(into);
      }
      return count;
    } finally {
      socket.configureBlocking(true);
    }
  }
}
