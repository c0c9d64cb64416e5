package dev.graft.value;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Optional;

/** What a Python {@code tzinfo} says: a fixed offset, or a place whose offset changes. */
public sealed interface Zone {
  /** Coordinated Universal Time: Python's {@code timezone.utc}. */
  Zone UTC = new Fixed(0, Optional.empty());

  /** A fixed offset without a name. */
  static Zone of(ZoneOffset offset) {
    return new Fixed(offset.getTotalSeconds() * Fixed.SECOND, Optional.empty());
  }

  /**
   * Python's {@code datetime.timezone}.
   *
   * @param offsetMicros how far local time is ahead of UTC, in microseconds; less than a day
   * @param name what it is called, if it was given a name
   */
  record Fixed(long offsetMicros, Optional<String> name) implements Zone {
    static final long SECOND = 1_000_000L;
    private static final long DAY = 86_400 * SECOND;

    /** Refuses an offset of a day or more. */
    public Fixed {
      if (offsetMicros <= -DAY || offsetMicros >= DAY) {
        throw new IllegalArgumentException("an offset is less than 24 hours");
      }
    }

    /**
     * The offset in Java, which has whole seconds and at most 18 hours.
     *
     * @throws ArithmeticException if Java has no such offset
     */
    public ZoneOffset toOffset() {
      long seconds = offsetMicros / SECOND;
      if (offsetMicros % SECOND != 0 || Math.abs(seconds) > 18 * 3600) {
        throw new ArithmeticException("Java has no offset of " + this);
      }
      return ZoneOffset.ofTotalSeconds((int) seconds);
    }

    /** As {@code +01:00}, {@code -00:00:00.000001} or {@code +01:00[name=CET]}. */
    @Override
    public String toString() {
      long rest = Math.abs(offsetMicros);
      long seconds = rest / SECOND;
      StringBuilder text = new StringBuilder(offsetMicros < 0 ? "-" : "+");
      text.append("%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60));
      if (seconds % 60 != 0 || rest % SECOND != 0) {
        text.append(":%02d".formatted(seconds % 60));
      }
      if (rest % SECOND != 0) {
        text.append(".%06d".formatted(rest % SECOND));
      }
      name.ifPresent(it -> text.append("[name=").append(escape(it)).append(']'));
      return text.toString();
    }
  }

  /**
   * Python's {@code zoneinfo.ZoneInfo}. Which rules the key stands for is each side's own matter.
   *
   * @param key the key of the time zone database, such as {@code Europe/Berlin}
   */
  record Named(String key) implements Zone {
    /** Refuses an empty key. */
    public Named {
      if (key.isEmpty() || key.indexOf(']') >= 0 || key.indexOf('=') >= 0) {
        throw new IllegalArgumentException("\"" + key + "\" is no key of the time zone database");
      }
    }

    /** As {@code [Europe/Berlin]}. */
    @Override
    public String toString() {
      return "[" + key + "]";
    }
  }

  private static String escape(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  /** The name that was written with escapes, because it may contain anything. */
  static String unescape(String name) {
    return URLDecoder.decode(name, StandardCharsets.UTF_8);
  }
}
