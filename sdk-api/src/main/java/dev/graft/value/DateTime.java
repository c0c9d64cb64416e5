package dev.graft.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A Python {@code datetime.datetime}: a date and a time in microseconds, perhaps a zone, and the
 * fold, which tells the two readings of an hour apart that a clock shows twice.
 *
 * @param local what calendar and clock show, in whole microseconds and years 1 to 9999
 * @param zone where; none if it is naive
 * @param fold whether it is the second of two readings
 */
public record DateTime(LocalDateTime local, Optional<Zone> zone, boolean fold) {
  private static final int TIME_COLUMN = 11;

  /** Refuses what is finer than a microsecond or outside Python's years. */
  public DateTime {
    Micros.check(local.toLocalTime());
    Micros.checkYear(local.getYear());
  }

  /** A naive datetime. */
  public static DateTime of(LocalDateTime local) {
    return new DateTime(local, Optional.empty(), false);
  }

  /** A datetime with a fixed offset. */
  public static DateTime of(OffsetDateTime time) {
    return new DateTime(time.toLocalDateTime(), Optional.of(Zone.of(time.getOffset())), false);
  }

  /** A datetime of a place; of two readings of an hour it is the one that the argument means. */
  public static DateTime of(ZonedDateTime time) {
    if (time.getZone() instanceof ZoneOffset) {
      return of(time.toOffsetDateTime());
    }
    Zone zone = new Zone.Named(time.getZone().getId());
    boolean second = !time.equals(time.withEarlierOffsetAtOverlap());
    return new DateTime(time.toLocalDateTime(), Optional.of(zone), second);
  }

  /** A point in time, in UTC. */
  public static DateTime of(Instant instant) {
    return of(instant.atOffset(ZoneOffset.UTC));
  }

  /**
   * The datetime that a text writes.
   *
   * @throws DateTimeException if it writes none
   */
  public static DateTime parse(String text) {
    if (text.length() <= TIME_COLUMN || text.charAt(TIME_COLUMN - 1) != 'T') {
      throw new DateTimeException("\"" + text + "\" is no datetime such as 2024-02-29T12:30:00");
    }
    LocalDate date = TimeText.date(text.substring(0, TIME_COLUMN - 1));
    TimeText parts = TimeText.parse(text.substring(TIME_COLUMN));
    return new DateTime(date.atTime(parts.local()), parts.zone(), parts.fold());
  }

  /** As {@code 2024-10-27T02:30:00[Europe/Berlin][fold=1]}; {@link #parse} reads the same back. */
  @Override
  public String toString() {
    return local.toLocalDate() + "T" + new TimeText(local.toLocalTime(), zone, fold);
  }
}
