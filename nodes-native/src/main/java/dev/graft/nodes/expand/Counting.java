package dev.graft.nodes.expand;

import java.math.BigInteger;
import java.util.function.LongPredicate;

/** Counts from zero as long as somebody wants more. */
final class Counting {
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private Counting() {}

  /**
   * Gives the indices below a count, in order, until false comes back.
   *
   * @param count at least 0; beyond what a long holds nobody will ever get
   */
  static void upTo(BigInteger count, LongPredicate each) {
    long end = count.min(MOST).longValue();
    for (long index = 0; index < end; index++) {
      if (!each.test(index)) {
        return;
      }
    }
  }
}
