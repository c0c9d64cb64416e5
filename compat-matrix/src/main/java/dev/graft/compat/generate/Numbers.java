package dev.graft.compat.generate;

import dev.graft.value.Complex;
import dev.graft.value.Decimal;
import dev.graft.value.Values;
import java.math.BigInteger;

/** Makes ints, floats, complex numbers and decimals. */
final class Numbers {
  private static final double[] FLOATS = {
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.1,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Math.nextDown(Double.MIN_NORMAL),
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    0x1p53,
    0x1p63,
    0x1p64,
    Math.nextUp(1.0),
    1e16,
    Math.nextDown(1e16),
    1e-4,
    Math.nextDown(1e-4),
    1e22,
    1e23,
    3 * Double.MIN_VALUE,
    Float.MAX_VALUE,
    Float.MIN_VALUE
  };

  private static final int MOST_POWER = 200;
  private static final int HUGE_EXPONENT = 1_000_000;

  private Numbers() {}

  static Object integer(Choices choices) {
    return switch (choices.below(8)) {
      case 0, 1, 2 -> small(choices);
      case 3 -> choices.bits();
      case 4 -> choices.bits() >> choices.below(Long.SIZE);
      case 5, 6 -> nearPower(choices);
      default -> Values.normalize(big(choices, 6));
    };
  }

  /** From -100 to 99; the simplest first. */
  private static long small(Choices choices) {
    int number = choices.below(200);
    return number % 2 == 0 ? number / 2 : -(number + 1) / 2;
  }

  private static Object nearPower(Choices choices) {
    BigInteger power = BigInteger.ONE.shiftLeft(choices.below(choices.oneIn(4) ? MOST_POWER : 66));
    BigInteger near = power.add(BigInteger.valueOf(choices.below(3) - 1L));
    return Values.normalize(choices.below(2) == 0 ? near : near.negate());
  }

  private static BigInteger big(Choices choices, int words) {
    BigInteger number = BigInteger.ZERO;
    for (int i = choices.below(words); i >= 0; i--) {
      BigInteger word = BigInteger.valueOf(choices.bits() & Long.MAX_VALUE);
      number = number.shiftLeft(Long.SIZE - 1).or(word);
    }
    return choices.below(2) == 0 ? number : number.negate();
  }

  static double real(Choices choices) {
    return switch (choices.below(5)) {
      case 0 -> small(choices);
      case 1 -> FLOATS[choices.below(FLOATS.length)];
      case 2 -> small(choices) / 8.0;
      case 3 -> choices.bits() * 0x1p-63;
      default -> Double.longBitsToDouble(choices.bits());
    };
  }

  static Complex complex(Choices choices) {
    return new Complex(real(choices), real(choices));
  }

  static Decimal decimal(Choices choices) {
    int form = choices.below(12);
    boolean negative = choices.below(2) == 1;
    if (form == 11) {
      return new Decimal(Decimal.Kind.INFINITE, negative, BigInteger.ZERO, 0);
    } else if (form == 10) {
      Decimal.Kind kind = choices.oneIn(2) ? Decimal.Kind.SIGNALING_NAN : Decimal.Kind.NAN;
      return new Decimal(kind, negative, digits(choices), 0);
    }
    long exponent = exponent(choices);
    return new Decimal(Decimal.Kind.FINITE, negative, digits(choices), exponent);
  }

  private static BigInteger digits(Choices choices) {
    return switch (choices.below(5)) {
      case 0 -> BigInteger.ZERO;
      case 1 -> BigInteger.valueOf(choices.below(1000));
      case 2 ->
          BigInteger.TEN.pow(choices.below(40)).multiply(BigInteger.valueOf(choices.below(9)));
      case 3 -> BigInteger.TEN.pow(choices.below(40)).subtract(BigInteger.ONE);
      default -> big(choices, 3).abs();
    };
  }

  private static long exponent(Choices choices) {
    return switch (choices.below(8)) {
      case 0, 1 -> 0;
      case 2, 3, 4 -> -choices.below(10);
      case 5, 6 -> choices.below(60) - 30L;
      default -> choices.below(2 * HUGE_EXPONENT + 1) - HUGE_EXPONENT;
    };
  }
}
