package dev.graft.compat.production;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What shadows compared of one node with the code as it is, in one environment.
 *
 * @param items so many items were compared
 * @param unexplained the ways in which calls differ that nobody has explained, with their counts
 * @param dropped items that were not compared, because too much waited, or the candidate for the
 *     state of the node
 * @param stale items that were compared with other code
 * @param first when the first shadow began
 * @param last when the last one was heard of
 */
public record Compared(
    long items,
    SortedMap<String, Long> unexplained,
    long dropped,
    long stale,
    Optional<Instant> first,
    Optional<Instant> last) {
  /** So much must be there. */
  static final long ENOUGH_ITEMS = 3000;

  /** And from first to last it must take so long. */
  static final Duration ENOUGH_TIME = Duration.ofDays(7);

  static final Compared NOTHING =
      new Compared(0, new TreeMap<>(), 0, 0, Optional.empty(), Optional.empty());

  public Compared {
    unexplained = Collections.unmodifiableSortedMap(new TreeMap<>(unexplained));
  }

  /** How many calls differ, and nobody knows why. */
  public long differences() {
    return unexplained.values().stream().mapToLong(Long::longValue).sum();
  }

  /** From the first to the last comparison. */
  public Duration over() {
    return first.isPresent() && last.isPresent()
        ? Duration.between(first.get(), last.get())
        : Duration.ZERO;
  }

  Compared and(Compared other) {
    SortedMap<String, Long> all = new TreeMap<>(unexplained);
    other.unexplained.forEach((signature, count) -> all.merge(signature, count, Long::sum));
    return new Compared(
        items + other.items,
        all,
        dropped + other.dropped,
        stale + other.stale,
        first.isPresent() && other.first.isPresent()
            ? Optional.of(first.get().isBefore(other.first.get()) ? first.get() : other.first.get())
            : first.or(() -> other.first),
        last.isPresent() && other.last.isPresent()
            ? Optional.of(last.get().isAfter(other.last.get()) ? last.get() : other.last.get())
            : last.or(() -> other.last));
  }
}
