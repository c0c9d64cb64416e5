package dev.graft.python.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A mapped file. Whoever uses it counts; all of this but the mapping is guarded by the monitor of
 * its {@link SharedArrays}.
 */
final class Segment {
  private final String name;
  private final @Nullable WorkerMemory owner;
  private final Holdings holdings;
  private final Arena arena;
  private final MemorySegment mapping;
  private int users;
  private int holders;

  /**
   * A segment that nobody uses yet.
   *
   * @param owner the worker whose file it is; null if it is this JVM's
   * @param holdings what arrays of this JVM hold of that owner's memory
   * @param arena the life time of the mapping
   */
  Segment(
      String name,
      @Nullable WorkerMemory owner,
      Holdings holdings,
      Arena arena,
      MemorySegment mapping) {
    this.name = name;
    this.owner = owner;
    this.holdings = holdings;
    this.arena = arena;
    this.mapping = mapping;
  }

  /** The life time of a mapping, which ends with {@link #unmap}. */
  @SuppressWarnings("MustBeClosedChecker") // the segment closes it
  static Arena lifetime() {
    return Arena.ofShared();
  }

  String name() {
    return name;
  }

  @Nullable WorkerMemory owner() {
    return owner;
  }

  long capacity() {
    return mapping.byteSize();
  }

  /** All of its memory, in a buffer that is an object of its own. */
  ByteBuffer bytes() {
    return mapping.asByteBuffer();
  }

  boolean isUsed() {
    return users > 0;
  }

  void retain() {
    users++;
  }

  /** Whether that was the last user. */
  boolean release() {
    if (users == 0) {
      throw new IllegalStateException("segment " + name + " has no users");
    }
    return --users == 0;
  }

  /** An array of this JVM uses it, which was counted already. */
  void hold() {
    if (holders++ == 0) {
      holdings.add(capacity());
    }
  }

  /** The reverse of {@link #hold}; the use itself still has to end. */
  void letGo() {
    if (--holders == 0) {
      holdings.remove(capacity());
    }
  }

  /** Whether an array that would be the first here had better be copied. */
  boolean isStrained() {
    return holders == 0 && holdings.isStrained(capacity());
  }

  /** Ends the mapping: nobody has a buffer of it. */
  void unmap() {
    arena.close();
  }
}
