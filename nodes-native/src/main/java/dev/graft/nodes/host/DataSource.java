package dev.graft.nodes.host;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.Portable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A program's end of a node {@code data-source}: what is offered here the node emits, in the same
 * order. Safe for several threads. It takes nothing before its pipeline is open, and is good for
 * one run.
 */
public final class DataSource implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();

  /** Something for the node to look at: an item, or the end. */
  private final Condition news = lock.newCondition();

  /** Something for whoever offers: room, or the end. */
  private final Condition room = lock.newCondition();

  private final Deque<Object> items = new ArrayDeque<>();
  private int size;
  private @Nullable Clock clock;
  private Instant quietSince = Instant.MIN;
  private boolean closed;
  private boolean stopped;

  /** A handle that no node has yet. */
  public DataSource() {}

  /**
   * Gives one item to the node, if there is room for it now.
   *
   * @param item a portable value, or what Java has for one; it must not be changed afterwards
   * @return false if as many items wait as the node's {@code buffer_size} says, if the pipeline is
   *     not open yet, or if nothing is taken any more
   * @throws NodeException kind INVALID if the item is none
   * @throws dev.graft.value.ValueException if it is not portable; the path says what of it
   */
  public boolean offer(@Nullable Object item) {
    Object value = checked(item);
    lock.lock();
    try {
      return accept(value);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The same, waiting for room.
   *
   * @param patience how long to wait at most
   * @return false if there was no room in this time, or if nothing is taken any more
   */
  public boolean offer(@Nullable Object item, Duration patience) throws InterruptedException {
    Object value = checked(item);
    long left = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (!accept(value)) {
        if (closed || stopped || left <= 0) {
          return false;
        }
        left = room.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the input. What was taken before is still emitted. Idempotent. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      wake();
    } finally {
      lock.unlock();
    }
  }

  /** Belongs to a node from now on, which lets so many items wait. */
  void attach(int size, Clock clock) {
    lock.lock();
    try {
      if (this.clock != null) {
        throw new NodeException(
            ErrorKind.STATE,
            "this DataSource has had its node already: make a new one for each node and each run");
      }
      this.size = size;
      this.clock = clock;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The node begins to take; the time in which nothing comes counts from now on. */
  void begin() {
    lock.lock();
    try {
      quietSince = now();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for the next item.
   *
   * @param timeout how long nothing may come; zero: for ever
   * @return null at the end
   */
  @Nullable Object take(Duration timeout) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (items.isEmpty() && !closed && !stopped) {
        Duration left = timeout.minus(Duration.between(quietSince, now()));
        if (timeout.isZero()) {
          news.await();
        } else if (left.isNegative() || left.isZero()) {
          closed = true; // whoever comes too late is told so
        } else {
          news.await(left.toNanos(), TimeUnit.NANOSECONDS); // a clock may run in another way
        }
      }
      room.signal();
      return stopped ? null : items.poll();
    } finally {
      lock.unlock();
    }
  }

  /** The run is over: what still waits is emitted no more. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      items.clear();
      wake();
    } finally {
      lock.unlock();
    }
  }

  /** Has the node look at its clock again. */
  void look() {
    lock.lock();
    try {
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static Object checked(@Nullable Object item) {
    Object value = Portable.check(item);
    if (value == null) {
      throw new NodeException(
          ErrorKind.INVALID, "none is no item: a source emits values, and none means no output");
    }
    return value;
  }

  private boolean accept(Object value) {
    if (closed || stopped || items.size() >= size) {
      return false;
    }
    items.add(value);
    quietSince = now();
    news.signal();
    return true;
  }

  private void wake() {
    news.signalAll();
    room.signalAll();
  }

  /** Nothing is taken before there is a clock. */
  private Instant now() {
    return clock == null ? Instant.MIN : clock.instant();
  }
}
