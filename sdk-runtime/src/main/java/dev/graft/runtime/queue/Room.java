package dev.graft.runtime.queue;

/**
 * How much may wait in a queue.
 *
 * @param values how many values: a power of two
 * @param bytes how much they may weigh together; one value may always wait
 */
public record Room(int values, long bytes) {
  /** Between two threads of a run: a second of images, or hours of numbers. */
  public static final Room BETWEEN_THREADS = new Room(128, 64L << 20);

  /** Checks the number. */
  public Room {
    if (Integer.bitCount(values) != 1) {
      throw new IllegalArgumentException("the values must be a power of two, got " + values);
    }
  }
}
