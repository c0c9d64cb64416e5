package dev.graft.py;

import dev.graft.node.NodeException;
import dev.graft.value.Values;
import java.math.BigInteger;

/**
 * Exact powers of ints. Python computes them at any size, until memory or patience ends; Graft
 * refuses a result of more than a million bits, on every backend, and says so before computing it.
 */
final class IntPower {
  /** The largest result, in bits. */
  static final int MAX_BITS = 1_000_000;

  private static final BigInteger LIMIT = BigInteger.valueOf(MAX_BITS);

  private IntPower() {}

  /** The product of an int with itself. */
  static Number square(Number a) {
    if (a instanceof Long x) {
      return IntMath.multiplyLongs(x, x);
    }
    return power(a, 2L);
  }

  /** A power with an exponent that is not negative. */
  static Number power(Number a, Number exponent) {
    BigInteger base = IntMath.big(a);
    if (base.bitLength() <= 1 && base.abs().compareTo(BigInteger.ONE) <= 0) {
      return trivialPower(base, exponent);
    }
    // |base| is at least 2^(bits - 1), so the result has more bits than this product.
    BigInteger bits = BigInteger.valueOf(base.abs().bitLength() - 1L);
    if (bits.multiply(IntMath.big(exponent)).compareTo(LIMIT) >= 0) {
      throw tooLarge();
    }
    BigInteger result = base.pow(exponent.intValue());
    if (result.abs().bitLength() > MAX_BITS) {
      throw tooLarge();
    }
    return Values.normalize(result);
  }

  /** A power of 0, 1 or -1, for which no exponent is too large. */
  private static Number trivialPower(BigInteger base, Number exponent) {
    if (IntMath.signum(exponent) == 0) {
      return 1L;
    }
    boolean odd = IntMath.big(exponent).testBit(0);
    return odd ? base.longValue() : Math.abs(base.longValue());
  }

  private static NodeException tooLarge() {
    return ArithmeticErrors.range("the result has more than " + MAX_BITS + " bits");
  }
}
