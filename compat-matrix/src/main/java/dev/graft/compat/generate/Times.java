package dev.graft.compat.generate;

import dev.graft.value.DateTime;
import dev.graft.value.Time;
import dev.graft.value.Zone;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes dates, times, datetimes, timedeltas and UUIDs. */
final class Times {
  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
  private static final List<LocalDate> DATES =
      List.of(
          LocalDate.of(1970, 1, 1),
          LocalDate.of(2024, 2, 29),
          LocalDate.of(2024, 10, 27),
          LocalDate.of(2024, 3, 31),
          LocalDate.of(1900, 2, 28),
          FIRST,
          LAST);

  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3600 * SECOND;
  private static final long DAY = 24 * HOUR;
  private static final long MOST_DAYS = 999_999_999;

  private final List<String> keys;

  /** Makes them with zones of these keys, besides fixed offsets. */
  Times(List<String> keys) {
    this.keys = keys;
  }

  static LocalDate date(Choices choices) {
    int days = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;
    return choices.below(2) == 0
        ? DATES.get(choices.below(DATES.size()))
        : FIRST.plusDays(choices.below(days));
  }

  private static LocalTime local(Choices choices) {
    long micros =
        switch (choices.below(5)) {
          case 0 -> choices.below(24) * HOUR;
          case 1 -> choices.below(86_400) * SECOND;
          case 2 -> 2 * HOUR + choices.below(60) * 60L * SECOND; // where clocks are put back
          case 3 -> choices.below(1_000_001);
          default -> DAY - 1 - choices.below(1_000_001);
        };
    return LocalTime.ofNanoOfDay(micros * 1000);
  }

  Time time(Choices choices) {
    return new Time(local(choices), zone(choices), choices.oneIn(6));
  }

  DateTime dateTime(Choices choices) {
    return new DateTime(date(choices).atTime(local(choices)), zone(choices), choices.oneIn(6));
  }

  private Optional<Zone> zone(Choices choices) {
    int form = choices.below(keys.isEmpty() ? 6 : 8);
    return switch (form) {
      case 0, 1 -> Optional.empty();
      case 2 -> Optional.of(Zone.UTC);
      case 3, 4, 5 -> Optional.of(fixed(choices));
      default -> Optional.of(new Zone.Named(keys.get(choices.below(keys.size()))));
    };
  }

  private static Zone fixed(Choices choices) {
    long offset =
        switch (choices.below(5)) {
          case 0 -> choices.below(29) * HOUR / 2;
          case 1 -> choices.below(86_400) * SECOND;
          case 2 -> choices.below(1_000_001);
          case 3 -> DAY - 1 - choices.below(1_000_001);
          default -> 0;
        };
    boolean named = choices.oneIn(3);
    return new Zone.Fixed(
        choices.below(2) == 0 ? offset : -offset,
        named ? Optional.of(Texts.text(choices, 3)) : Optional.empty());
  }

  static Duration duration(Choices choices) {
    long days =
        switch (choices.below(5)) {
          case 0, 1 -> 0;
          case 2 -> choices.below(2000) - 1000;
          case 3 -> choices.below(2) == 0 ? MOST_DAYS : -MOST_DAYS;
          default -> choices.below(1_999_999_999) - MOST_DAYS;
        };
    long micros =
        switch (choices.below(4)) {
          case 0 -> choices.below(86_400) * SECOND;
          case 1 -> choices.below(1_000_001);
          case 2 -> DAY - 1;
          default -> DAY - 1 - choices.below(1_000_001);
        };
    return Duration.ofDays(days).plusNanos(micros * 1000);
  }

  static UUID uuid(Choices choices) {
    return switch (choices.below(4)) {
      case 0 -> new UUID(0, choices.below(10));
      case 1 -> new UUID(-1, -1);
      default -> new UUID(choices.bits(), choices.bits());
    };
  }
}
