package dev.graft.python.memory;

/**
 * How much of one owner's memory this JVM's arrays hold. They hold it until they are collected, and
 * small objects over large memory give the collector no reason to hurry. So beyond half of what
 * there is, an array is copied when it comes: its memory is free at once, and what is copied makes
 * the collector run. Guarded by the monitor of {@link SharedArrays}.
 */
final class Holdings {
  private final long budget;
  private long bytes;
  private int count;

  /** Holdings in memory of at most so many bytes. */
  Holdings(long budget) {
    this.budget = budget;
  }

  void add(long capacity) {
    bytes += capacity;
    count++;
  }

  void remove(long capacity) {
    bytes -= capacity;
    count--;
  }

  /** Whether one more segment is too much. */
  boolean isStrained(long capacity) {
    return bytes + capacity > budget / 2 || count >= SharedArrays.MOST_SEGMENTS / 2;
  }
}
