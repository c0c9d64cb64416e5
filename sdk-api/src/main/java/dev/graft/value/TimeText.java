package dev.graft.value;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a written time: ISO 8601 with the suffixes of RFC 9557, of which Graft adds {@code
 * [name=…]} and {@code [fold=1]}.
 *
 * @param local up to the zone
 * @param zone the zone, if there is one
 * @param fold whether it is the second of two readings
 */
record TimeText(String local, Optional<Zone> zone, boolean fold) {
  private static final Pattern ZONE =
      Pattern.compile(
          "(?:([-+])(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{6}))?)?(?:\\[name=([^]]*)])?"
              + "|(Z)|\\[([^]=]+)])?(\\[fold=1])?");

  /** Splits a text; what is before the column is no zone. */
  static TimeText split(String text, int column) {
    int end = column;
    while (end < text.length() && "+-Z[".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    Matcher match = ZONE.matcher(text.substring(Math.min(end, text.length())));
    if (!match.matches()) {
      throw new DateTimeException("\"" + text + "\" has no zone that can be read");
    }
    return new TimeText(
        text.substring(0, Math.min(end, text.length())), zone(match), match.group(9) != null);
  }

  private static Optional<Zone> zone(Matcher match) {
    if (match.group(7) != null) {
      return Optional.of(Zone.UTC);
    } else if (match.group(8) != null) {
      return Optional.of(new Zone.Named(match.group(8)));
    } else if (match.group(1) == null) {
      return Optional.empty();
    }
    long seconds = (number(match, 2) * 60 + number(match, 3)) * 60 + number(match, 4);
    long micros = seconds * Zone.Fixed.SECOND + number(match, 5);
    Optional<String> name = Optional.ofNullable(match.group(6)).map(Zone::unescape);
    return Optional.of(new Zone.Fixed(match.group(1).equals("-") ? -micros : micros, name));
  }

  private static long number(Matcher match, int group) {
    return match.group(group) == null ? 0 : Long.parseLong(match.group(group));
  }

  static String join(String local, Optional<Zone> zone, boolean fold) {
    return local + zone.map(Zone::toString).orElse("") + (fold ? "[fold=1]" : "");
  }
}
