package dev.graft.value;

import java.time.LocalTime;
import java.time.OffsetTime;
import java.util.Optional;

/**
 * A Python {@code datetime.time}: microseconds, perhaps a zone, and the fold, which tells the two
 * readings of an hour apart that a clock shows twice.
 *
 * @param local what the clock shows, in whole microseconds
 * @param zone where; none if it is naive
 * @param fold whether it is the second of two readings
 */
public record Time(LocalTime local, Optional<Zone> zone, boolean fold) {
  /** Refuses what is finer than a microsecond. */
  public Time {
    Micros.check(local);
  }

  /** A naive time. */
  public static Time of(LocalTime local) {
    return new Time(local, Optional.empty(), false);
  }

  /** A time with a fixed offset. */
  public static Time of(OffsetTime time) {
    return new Time(time.toLocalTime(), Optional.of(Zone.of(time.getOffset())), false);
  }

  /**
   * The time that a text writes.
   *
   * @throws java.time.DateTimeException if it writes none
   */
  public static Time parse(String text) {
    TimeText parts = TimeText.parse(text);
    return new Time(parts.local(), parts.zone(), parts.fold());
  }

  /** As {@code 12:30:00.000001+01:00[fold=1]}; {@link #parse} reads the same back. */
  @Override
  public String toString() {
    return new TimeText(local, zone, fold).toString();
  }
}
