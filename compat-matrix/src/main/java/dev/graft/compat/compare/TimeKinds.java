package dev.graft.compat.compare;

import dev.graft.value.DateTime;
import dev.graft.value.Time;
import dev.graft.value.Zone;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names the way in which two dates, times, datetimes or timedeltas differ: by the point in time
 * first, then by how it is written.
 */
final class TimeKinds {
  private static final LocalDate ANY_DAY = LocalDate.of(2024, 1, 1);
  private static final int MILLI = 1_000_000;

  private TimeKinds() {}

  static String dates(LocalDate a, LocalDate b) {
    long days = Math.abs(ChronoUnit.DAYS.between(a, b));
    return days == 1 ? "date/off-by-one" : "date/value";
  }

  static String durations(Duration a, Duration b) {
    if (a.negated().equals(b)) {
      return "timedelta/sign";
    }
    return coarser(a.getNano(), b.getNano(), a.getSeconds() == b.getSeconds())
        ? "timedelta/truncated"
        : "timedelta/value";
  }

  static String times(Time a, Time b) {
    return kind("time/", dateTime(a), dateTime(b));
  }

  private static DateTime dateTime(Time time) {
    return new DateTime(ANY_DAY.atTime(time.local()), time.zone(), time.fold());
  }

  static String dateTimes(DateTime a, DateTime b) {
    return kind("datetime/", a, b);
  }

  private static String kind(String type, DateTime a, DateTime b) {
    if (a.zone().isPresent() != b.zone().isPresent()) {
      return type + (a.zone().isPresent() ? "aware-vs-naive" : "naive-vs-aware");
    }
    LocalDateTime x = utc(a);
    LocalDateTime y = utc(b);
    if (x == null || y == null || !x.equals(y)) {
      return type + value(a.local(), b.local());
    } else if (!a.local().equals(b.local())) {
      return type + "offset";
    } else if (!a.zone().equals(b.zone())) {
      return type + "zone";
    }
    return type + "fold";
  }

  private static String value(LocalDateTime a, LocalDateTime b) {
    LocalTime x = a.toLocalTime();
    LocalTime y = b.toLocalTime();
    boolean sameSecond =
        a.truncatedTo(ChronoUnit.SECONDS).equals(b.truncatedTo(ChronoUnit.SECONDS));
    if (a.equals(b)) {
      return "instant"; // the same on the wall, but in another zone, or the other of two readings
    } else if (coarser(nanos(x), nanos(y), sameSecond)) {
      return "truncated";
    }
    long seconds = ChronoUnit.SECONDS.between(a, b);
    boolean shifted = seconds % 900 == 0 && nanos(x) == nanos(y) && Math.abs(seconds) <= 86_400;
    return shifted ? "shifted" : "value";
  }

  private static int nanos(LocalTime time) {
    return (int) (time.toNanoOfDay() % 1_000_000_000);
  }

  private static boolean coarser(int a, int b, boolean sameSecond) {
    return sameSecond && (b == 0 || b == a / MILLI * MILLI);
  }

  /** The time in UTC; the local one if it is naive; null if nobody here knows the zone. */
  private static @Nullable LocalDateTime utc(DateTime time) {
    Optional<Zone> zone = time.zone();
    if (zone.isEmpty()) {
      return time.local();
    } else if (zone.get() instanceof Zone.Fixed fixed) {
      return time.local().minus(fixed.offsetMicros(), ChronoUnit.MICROS);
    }
    try {
      ZonedDateTime zoned = time.local().atZone(ZoneId.of(((Zone.Named) zone.get()).key()));
      ZonedDateTime read = time.fold() ? zoned.withLaterOffsetAtOverlap() : zoned;
      return read.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The same point in time, written in another way, is equal; everything else differs. */
  static Grade grade(String kind) {
    return kind.endsWith("/offset") || kind.endsWith("/zone") || kind.endsWith("/fold")
        ? Grade.EQUAL
        : Grade.DIFFERENT;
  }
}
