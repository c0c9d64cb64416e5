package dev.graft.compat.compare;

import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.EnumMember;
import dev.graft.value.Time;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

/** Names the way in which two values differ that hold no others and are equal or not. */
final class ScalarKinds {
  private ScalarKinds() {}

  /** Whether both are of one type that this class knows. */
  static boolean areAlike(Object a, Object b) {
    boolean known =
        switch (a) {
          case Decimal _, LocalDate _, Time _, DateTime _, Duration _, UUID _, EnumMember _ -> true;
          default -> false;
        };
    return known && a.getClass() == b.getClass();
  }

  /** The class of the difference of two that are alike but not equal. */
  static String of(Object a, Object b) {
    return switch (a) {
      case Decimal x -> DecimalKinds.of(x, (Decimal) b);
      case LocalDate x -> TimeKinds.dates(x, (LocalDate) b);
      case Time x -> TimeKinds.times(x, (Time) b);
      case DateTime x -> TimeKinds.dateTimes(x, (DateTime) b);
      case Duration x -> TimeKinds.durations(x, (Duration) b);
      case EnumMember x -> x.type().equals(((EnumMember) b).type()) ? "enum/member" : "enum/type";
      default -> "uuid/value";
    };
  }

  /** How bad it is. */
  static Grade grade(String kind) {
    return kind.startsWith("decimal/") ? DecimalKinds.grade(kind) : TimeKinds.grade(kind);
  }
}
