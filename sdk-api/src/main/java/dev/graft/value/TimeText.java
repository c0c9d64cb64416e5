package dev.graft.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a time of day and of what comes after it: ISO 8601 as Python writes it, with the
 * suffixes of RFC 9557, of which Graft adds {@code [name=…]} and {@code [fold=1]}.
 *
 * @param local what the clock shows
 * @param zone the zone, if there is one
 * @param fold whether it is the second of two readings
 */
record TimeText(LocalTime local, Optional<Zone> zone, boolean fold) {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern TEXT =
      Pattern.compile(
          "(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?"
              + "(?:([-+])(\\d\\d):([0-5]\\d)(?::([0-5]\\d)(?:\\.(\\d{6}))?)?"
              + "(?:\\[name=([^]]*)])?|(Z)|\\[([^]=]+)])?(\\[fold=1])?");

  private static final int OFFSET = 5;
  private static final int NAME = 10;
  private static final int UTC = 11;
  private static final int KEY = 12;
  private static final int FOLD = 13;

  /**
   * Reads a time of day with what comes after it.
   *
   * @throws DateTimeException if it is none
   */
  static TimeText parse(String text) {
    Matcher match = TEXT.matcher(text);
    if (!match.matches()) {
      throw new DateTimeException(
          "\"" + text + "\" is no time such as 12:30:00.000001, 12:30:00Z or 12:30:00+01:00");
    }
    String fraction = match.group(4) == null ? "" : match.group(4);
    LocalTime local =
        LocalTime.of(
            (int) number(match, 1),
            (int) number(match, 2),
            (int) number(match, 3),
            Integer.parseInt(fraction + "0".repeat(9 - fraction.length())));
    try {
      return new TimeText(local, zone(match), match.group(FOLD) != null);
    } catch (IllegalArgumentException e) {
      throw new DateTimeException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Reads a date as Python writes it. */
  static LocalDate date(String text) {
    if (!DATE.matcher(text).matches()) {
      throw new DateTimeException("\"" + text + "\" is no date such as 2024-02-29");
    }
    LocalDate date = LocalDate.parse(text);
    Micros.checkYear(date.getYear());
    return date;
  }

  private static Optional<Zone> zone(Matcher match) {
    if (match.group(UTC) != null) {
      return Optional.of(Zone.UTC);
    } else if (match.group(KEY) != null) {
      return Optional.of(new Zone.Named(match.group(KEY)));
    } else if (match.group(OFFSET) == null) {
      return Optional.empty();
    }
    long minutes = number(match, OFFSET + 1) * 60 + number(match, OFFSET + 2);
    long seconds = minutes * 60 + number(match, OFFSET + 3);
    long micros = seconds * Zone.Fixed.SECOND + number(match, OFFSET + 4);
    Optional<String> name = Optional.ofNullable(match.group(NAME)).map(ZoneName::unescape);
    return Optional.of(new Zone.Fixed(match.group(OFFSET).equals("-") ? -micros : micros, name));
  }

  private static long number(Matcher match, int group) {
    return match.group(group) == null ? 0 : Long.parseLong(match.group(group));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    digits(text, local.getHour(), 2);
    digits(text.append(':'), local.getMinute(), 2);
    digits(text.append(':'), local.getSecond(), 2);
    int micros = local.get(ChronoField.MICRO_OF_SECOND);
    if (micros != 0) {
      digits(text.append('.'), micros, 6);
    }
    return text + zone.map(Zone::toString).orElse("") + (fold ? "[fold=1]" : "");
  }

  /** Adds a number with zeros before it. */
  static void digits(StringBuilder text, long number, int width) {
    String digits = Long.toString(number);
    text.append("0".repeat(width - digits.length())).append(digits);
  }
}
