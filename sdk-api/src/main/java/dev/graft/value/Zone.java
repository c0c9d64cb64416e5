package dev.graft.value;

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

    /** As {@code Z}, {@code +01:00}, {@code -00:00:00.000001} or {@code +01:00[name=CET]}. */
    @Override
    public String toString() {
      if (offsetMicros == 0 && name.isEmpty()) {
        return "Z";
      }
      long rest = Math.abs(offsetMicros);
      long seconds = rest / SECOND;
      StringBuilder text = new StringBuilder(offsetMicros < 0 ? "-" : "+");
      TimeText.digits(text, seconds / 3600, 2);
      TimeText.digits(text.append(':'), seconds / 60 % 60, 2);
      if (seconds % 60 != 0 || rest % SECOND != 0) {
        TimeText.digits(text.append(':'), seconds % 60, 2);
      }
      if (rest % SECOND != 0) {
        TimeText.digits(text.append('.'), rest % SECOND, 6);
      }
      name.ifPresent(it -> text.append("[name=").append(ZoneName.escape(it)).append(']'));
      return text.toString();
    }
  }

  /**
   * Python's {@code zoneinfo.ZoneInfo}. Which rules the key stands for is each side's own matter.
   *
   * @param key the key of the time zone database, such as {@code Europe/Berlin}
   */
  record Named(String key) implements Zone {
    /** Refuses what no file of the time zone database can be called. */
    public Named {
      boolean plain = key.chars().allMatch(c -> c > ' ' && c < 0x7f && "[]=".indexOf(c) < 0);
      if (key.isEmpty() || !plain) {
        throw new IllegalArgumentException("\"" + key + "\" is no key of the time zone database");
      }
    }

    /** As {@code [Europe/Berlin]}. */
    @Override
    public String toString() {
      return "[" + key + "]";
    }
  }
}
