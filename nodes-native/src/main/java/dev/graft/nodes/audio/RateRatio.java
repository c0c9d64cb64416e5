package dev.graft.nodes.audio;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.Values;
import java.math.BigInteger;

/**
 * Two rates in lowest terms: {@code up} output samples last as long as {@code down} input samples.
 *
 * @param up from 1 to the target rate
 * @param down from 1 to the source rate
 */
record RateRatio(int up, long down) {
  /** A filter for more would have half a million taps and more. */
  private static final int MOST_DOWN = 4096;

  /**
   * The ratio of a target rate to a source rate.
   *
   * @throws NodeException of kind RANGE if the source rate is more than 4096 times the target rate
   */
  static RateRatio of(Number source, int target) {
    BigInteger most = BigInteger.valueOf(target).multiply(BigInteger.valueOf(MOST_DOWN));
    if (Values.toBigInteger(source).compareTo(most) > 0) {
      throw new NodeException(
          ErrorKind.RANGE,
          "a rate of %s is more than %d times the target rate of %d; resample in two steps"
              .formatted(Values.quote(source), MOST_DOWN, target));
    }
    long common = gcd(source.longValue(), target);
    return new RateRatio((int) (target / common), source.longValue() / common);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** The lower of the two Nyquist frequencies, as a part of that of the source. */
  double passband() {
    return Math.min(1, (double) up / down);
  }
}
