package dev.graft.value;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What Java's time zone database knows about the offsets of zones, in microseconds. */
final class ZoneOffsets {
  private ZoneOffsets() {}

  /**
   * The offset of a datetime, if it is one that Python compares with those of other zones: one that
   * does not depend on the fold.
   */
  static OptionalLong of(DateTime time) {
    Optional<Zone> zone = time.zone();
    if (zone.isEmpty()) {
      return OptionalLong.empty();
    } else if (zone.get() instanceof Zone.Fixed fixed) {
      return OptionalLong.of(fixed.offsetMicros());
    }
    ZoneRules rules = rules(zone.get());
    return rules == null ? OptionalLong.empty() : only(rules, time.local());
  }

  private static OptionalLong only(ZoneRules rules, LocalDateTime local) {
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    return offsets.size() == 1 ? micros(offsets.get(0)) : OptionalLong.empty();
  }

  /** The offset of a zone that has always had the same. */
  static OptionalLong always(Zone zone) {
    if (zone instanceof Zone.Fixed fixed) {
      return OptionalLong.of(fixed.offsetMicros());
    }
    ZoneRules rules = rules(zone);
    return rules != null && rules.isFixedOffset()
        ? micros(rules.getOffset(LocalDateTime.MIN))
        : OptionalLong.empty();
  }

  /** Whether the database has the zone. */
  static boolean isKnown(Zone zone) {
    return zone instanceof Zone.Fixed || rules(zone) != null;
  }

  private static @Nullable ZoneRules rules(Zone zone) {
    try {
      return zone instanceof Zone.Named named ? ZoneId.of(named.key()).getRules() : null;
    } catch (DateTimeException e) {
      return null; // each side has a database of its own
    }
  }

  private static OptionalLong micros(ZoneOffset offset) {
    return OptionalLong.of(offset.getTotalSeconds() * Zone.Fixed.SECOND);
  }
}
