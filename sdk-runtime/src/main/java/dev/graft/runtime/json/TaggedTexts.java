package dev.graft.runtime.json;

import dev.graft.value.Bytes;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.DecimalDigits;
import dev.graft.value.FloatText;
import dev.graft.value.Portable;
import dev.graft.value.Time;
import dev.graft.value.ValueException;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values that are written as one text after a tag: what the text is, and back. */
final class TaggedTexts {
  private static final HexFormat HEX = HexFormat.of();
  private static final int UNIT = 4;
  private static final int SECOND_BITS = 60;
  private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000L);

  private TaggedTexts() {}

  /** Whether the tag is followed by a text. */
  static boolean hasTag(String tag) {
    return switch (tag) {
      case "$f", "$i", "$b", "$u16", "$dec", "$date", "$time", "$dt", "$ts", "$dur", "$uuid" ->
          true;
      default -> false;
    };
  }

  /** The value of a text after a tag that {@link #hasTag}. */
  static Object read(String tag, String text) {
    try {
      return switch (tag) {
        case "$f" -> FloatText.parse(text);
        case "$i" -> Values.normalize(DecimalDigits.parse(text));
        case "$b" -> Bytes.copyOf(Base64.getDecoder().decode(text));
        case "$u16" -> codeUnits(text);
        case "$dec" -> Decimal.parse(text);
        case "$date" -> date(text);
        case "$time" -> Time.parse(text);
        case "$dt", "$ts" -> dateTime(tag, text);
        case "$dur" -> duration(text);
        default -> uuid(text);
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new Malformed("%s is %s".formatted(Values.quote(text), expected(tag)));
    } catch (ValueException e) {
      throw new Malformed("%s: %s".formatted(Values.quote(text), e.fact()));
    }
  }

  /** The float of a number; of JSON, or of a notation that has infinity as a number, too. */
  static Object number(String digits) {
    try {
      return FloatText.ofNumber(digits);
    } catch (NumberFormatException e) {
      return read("$f", digits);
    }
  }

  /** What a bad text is not. */
  private static String expected(String tag) {
    return switch (tag) {
      case "$f" -> "not a float, or too large for one";
      case "$i" -> "not an int";
      case "$b" -> "not base64 text";
      case "$u16" -> "not four hex digits for each UTF-16 code unit";
      case "$dec" -> "not a decimal, or beyond those of Python";
      case "$date" -> "not a date of the years 1 to 9999 such as 2024-02-29";
      case "$time" -> "not a time in microseconds such as 12:30:00.000001+01:00";
      case "$dt" -> "not a naive datetime in microseconds such as 2024-02-29T12:30:00";
      case "$ts" -> "not an aware datetime in microseconds such as 2024-02-29T12:30:00Z";
      case "$dur" -> "not a number of nanoseconds, in whole microseconds";
      default -> "not a UUID such as 0e984725-c51c-4bf4-9960-e1c80e27aba0";
    };
  }

  private static String codeUnits(String hex) {
    if (hex.length() % UNIT != 0) {
      throw new IllegalArgumentException("half a code unit");
    }
    StringBuilder text = new StringBuilder(hex.length() / UNIT);
    for (int i = 0; i < hex.length(); i += UNIT) {
      text.append((char) HexFormat.fromHexDigits(hex, i, i + UNIT));
    }
    return text.toString();
  }

  private static LocalDate date(String text) {
    LocalDate date = LocalDate.parse(text);
    Portable.check(date);
    return date;
  }

  private static DateTime dateTime(String tag, String text) {
    DateTime time = DateTime.parse(text);
    if (time.zone().isPresent() != tag.equals("$ts")) {
      throw new DateTimeException("the other tag");
    }
    return time;
  }

  private static Duration duration(String text) {
    BigInteger[] parts = DecimalDigits.parse(text).divideAndRemainder(SECOND);
    if (parts[0].bitLength() > SECOND_BITS) {
      throw new IllegalArgumentException("beyond Java's durations");
    }
    Duration duration = Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
    Portable.check(duration);
    return duration;
  }

  private static UUID uuid(String text) {
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("Java takes shorter ones");
    }
    return uuid;
  }

  /** The tag of a value that is written as one text; null if it is written in another way. */
  static @Nullable String tag(Object value) {
    return switch (value) {
      case Long _, BigInteger _ -> "$i";
      case Double _ -> "$f";
      case Bytes _ -> "$b";
      case String _ -> "$u16";
      case Decimal _ -> "$dec";
      case LocalDate _ -> "$date";
      case Time _ -> "$time";
      case DateTime time -> time.zone().isEmpty() ? "$dt" : "$ts";
      case Duration _ -> "$dur";
      case UUID _ -> "$uuid";
      default -> null;
    };
  }

  /** The text of a value that has a {@link #tag}. */
  static String text(Object value) {
    return switch (value) {
      case Double number -> FloatText.of(number);
      case Bytes bytes -> Base64.getEncoder().encodeToString(bytes.toByteArray());
      case String text -> {
        StringBuilder hex = new StringBuilder(UNIT * text.length());
        text.chars().forEach(unit -> hex.append(HEX.toHexDigits((char) unit)));
        yield hex.toString();
      }
      case Duration duration ->
          BigInteger.valueOf(duration.getSeconds())
              .multiply(SECOND)
              .add(BigInteger.valueOf(duration.getNano()))
              .toString();
      default -> value.toString();
    };
  }
}
