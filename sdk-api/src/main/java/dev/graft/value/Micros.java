package dev.graft.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoField;

/** The resolution and the range of Python's times, which are narrower than Java's. */
final class Micros {
  private static final int NANOS = 1000;
  private static final int LAST_YEAR = 9999;
  private static final long MAX_DAYS = 999_999_999L;

  private Micros() {}

  static void check(LocalTime time) {
    check(time.getLong(ChronoField.NANO_OF_DAY));
  }

  private static void check(long nanos) {
    if (nanos % NANOS != 0) {
      throw new DateTimeException(
          "Python's times have microseconds; use truncatedTo(ChronoUnit.MICROS)");
    }
  }

  static void checkYear(int year) {
    if (year < 1 || year > LAST_YEAR) {
      throw new DateTimeException("Python's years are 1 to 9999, not " + year);
    }
  }

  static void check(Duration duration) {
    long days = Math.floorDiv(duration.getSeconds(), 86_400L);
    check(duration.getNano());
    if (days < -MAX_DAYS || days > MAX_DAYS) {
      throw new DateTimeException("Python's timedelta has at most 999999999 days");
    }
  }
}
