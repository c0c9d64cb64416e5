package dev.graft.runtime.queue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A queue from one thread to one other, in order, bounded by the number of values and by their
 * weight. The giver waits while it is full, and goes on when it is half empty, so that two threads
 * of different speed do not wake each other for every value.
 */
public final class Ring {
  /** The padding keeps what the two threads write in different cache lines. */
  private static final int TAIL = 16;

  private static final int HEAD = 48;
  private static final int CURSORS = 64;
  private static final VarHandle CURSOR = MethodHandles.arrayElementVarHandle(long[].class);

  /** Stands for none, because a slot that is null is empty. */
  private static final Object NONE = new Object();

  private final @Nullable Object[] slots;
  private final int mask;
  private final long[] cursors = new long[CURSORS];
  private final Bell giver;
  private final Bell taker;

  private final long bytes;
  private final Scale scale;

  /** What the values weigh that wait as far as the giver knows, slot by slot and together. */
  private final long[] weights;

  private long weight;
  private long waitedNanos;

  /** What the giver last saw of the head, and the taker of the tail. */
  private long knownHead;

  private long knownTail;
  private volatile boolean finished;
  private volatile boolean refused;

  /**
   * An empty ring.
   *
   * @param room how much may wait
   * @param weight the bytes that a value occupies, about
   * @param giver where the thread that gives waits
   * @param taker where the thread that takes waits
   */
  public Ring(Room room, ToLongFunction<@Nullable Object> weight, Bell giver, Bell taker) {
    this.slots = new @Nullable Object[room.values()];
    this.mask = room.values() - 1;
    this.bytes = room.bytes();
    this.scale = new Scale(weight, room.bytes() / (4L * room.values()));
    this.weights = new long[room.values()];
    this.giver = giver;
    this.taker = taker;
  }

  /**
   * Gives a value; waits while there is no room.
   *
   * @return false if nobody takes any more, or the thread was interrupted while it waited
   */
  public boolean put(@Nullable Object value) {
    return put(value, true);
  }

  /** The same, but does not wait: false if there is no room. */
  boolean offer(@Nullable Object value) {
    return put(value, false);
  }

  private boolean put(@Nullable Object value, boolean waits) {
    long tail = cursors[TAIL];
    long heavy = scale.weigh(value);
    if (refused || (!fits(tail, heavy, slots.length - 1, bytes) && !findRoom(tail, heavy, waits))) {
      return false;
    }
    int slot = (int) tail & mask;
    slots[slot] = value == null ? NONE : value;
    weights[slot] = heavy;
    weight += heavy;
    CURSOR.setRelease(cursors, TAIL, tail + 1);
    taker.ring();
    return true;
  }

  /** Whether a value finds room if no more than that may be there; in an empty ring it does. */
  private boolean fits(long tail, long heavy, int most, long heaviest) {
    long waiting = tail - knownHead;
    return waiting == 0 || (waiting <= most && weight + heavy <= heaviest);
  }

  private boolean findRoom(long tail, long heavy, boolean waits) {
    if (lookAtHead() && fits(tail, heavy, slots.length - 1, bytes)) {
      return true;
    }
    if (!waits) {
      return false;
    }
    long begin = System.nanoTime();
    boolean uninterrupted =
        giver.await(
            () -> refused || (lookAtHead() && fits(tail, heavy, slots.length / 2, bytes / 2)));
    waitedNanos += System.nanoTime() - begin;
    return uninterrupted && !refused;
  }

  /** Whether the taker has taken more than the giver knew. */
  private boolean lookAtHead() {
    long head = head();
    if (head == knownHead) {
      return false;
    }
    for (long i = knownHead; i < head; i++) {
      weight -= weights[(int) i & mask];
    }
    knownHead = head;
    return true;
  }

  /** Nothing more is given. */
  public void finish() {
    finished = true;
    taker.ring();
  }

  /**
   * Takes what is there, without waiting.
   *
   * @param into gets the values
   * @param most how many
   * @return how many there were
   */
  public int drain(List<@Nullable Object> into, int most) {
    long head = cursors[HEAD];
    if (knownTail == head) {
      knownTail = tail();
    }
    int count = (int) Math.min(most, knownTail - head);
    for (int i = 0; i < count; i++) {
      int slot = (int) (head + i) & mask;
      Object value = slots[slot];
      slots[slot] = null;
      into.add(value == NONE ? null : value);
    }
    if (count > 0) {
      CURSOR.setRelease(cursors, HEAD, head + count);
      giver.ring();
    }
    return count;
  }

  /** About how many values wait. For any thread. */
  public int size() {
    return (int) Math.max(0, tail() - head());
  }

  /** How long the giver waited for room. For the giver, or when both have ended. */
  public long waitedNanos() {
    return waitedNanos;
  }

  /** Whether a value waits. For the taker. */
  public boolean isReady() {
    return tail() != cursors[HEAD];
  }

  /** Whether nothing waits and nothing more will come. For the taker. */
  public boolean isFinished() {
    return finished && tail() == cursors[HEAD];
  }

  /** Nothing more is wanted: what is given from now on is refused. May be called by any thread. */
  public void refuse() {
    refused = true;
    giver.ring();
  }

  private long head() {
    return (long) CURSOR.getAcquire(cursors, HEAD);
  }

  private long tail() {
    return (long) CURSOR.getAcquire(cursors, TAIL);
  }
}
