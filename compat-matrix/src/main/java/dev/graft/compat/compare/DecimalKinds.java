package dev.graft.compat.compare;

import dev.graft.value.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;

/** Names the way in which two decimals differ that are not written alike. */
final class DecimalKinds {
  private DecimalKinds() {}

  static String of(Decimal a, Decimal b) {
    if (a.kind() != b.kind()) {
      return a.isFinite() || b.isFinite() ? "decimal/number-vs-none" : "decimal/kind";
    } else if (!a.isFinite()) {
      return a.negative() == b.negative() ? "decimal/payload" : "decimal/sign";
    }
    BigDecimal x = digits(a);
    BigDecimal y = digits(b);
    boolean zeros = x.signum() == 0 && y.signum() == 0;
    boolean equal =
        zeros
            || (x.unscaledValue().equals(y.unscaledValue())
                && a.exponent() - x.scale() == b.exponent() - y.scale());
    if (equal && a.negative() != b.negative()) {
      return zeros ? "decimal/signed-zero" : "decimal/sign";
    } else if (equal) {
      return "decimal/scale";
    }
    return inexact(a, b);
  }

  private static BigDecimal digits(Decimal decimal) {
    return new BigDecimal(decimal.coefficient()).stripTrailingZeros();
  }

  private static String inexact(Decimal a, Decimal b) {
    try {
      BigDecimal x = a.toBigDecimal();
      BigDecimal y = b.toBigDecimal();
      double near = x.doubleValue();
      if (!Double.isInfinite(near) && new BigDecimal(near).compareTo(y) == 0) {
        return "decimal/rounded-to-double";
      } else if (y.precision() < x.precision()
          && x.round(new MathContext(y.precision())).compareTo(y) == 0) {
        return "decimal/rounded";
      }
    } catch (ArithmeticException e) {
      return "decimal/value"; // Java has no such exponent
    }
    return "decimal/value";
  }

  static Grade grade(String kind) {
    return switch (kind) {
      case "decimal/scale", "decimal/payload" -> Grade.EQUAL;
      case "decimal/signed-zero" -> Grade.CLOSE;
      default -> Grade.DIFFERENT;
    };
  }
}
