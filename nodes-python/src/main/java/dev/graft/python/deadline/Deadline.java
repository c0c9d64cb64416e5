package dev.graft.python.deadline;

import java.time.Duration;

/**
 * How long the calls of one node may take.
 *
 * @param item an item, with all its outputs, or the end of the input
 * @param start loading and opening, and moving the state
 * @param end the cleanup
 */
public record Deadline(Duration item, Duration start, Duration end) {
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration END = Duration.ofSeconds(5);

  /**
   * The deadline of a manifest. It is meant for items: whatever happens once may take longer, for
   * imports alone can take seconds.
   */
  public static Deadline of(Duration item) {
    return new Deadline(item, longer(item, START), longer(item, END));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
