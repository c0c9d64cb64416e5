package dev.graft.bench.nodes;

import dev.graft.node.Emitter;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What one would write by hand for {@code calculator} with the operation multiply, with the rules
 * that the node keeps: exact ints of any size, bools that count as ints, floats as they are.
 */
final class HandCalculator {
  private final long operand;

  HandCalculator(long operand) {
    this.operand = operand;
  }

  void process(@Nullable Object item, Emitter<@Nullable Object> out) {
    out.emit(multiply(item));
  }

  private Object multiply(@Nullable Object item) {
    if (item instanceof Long number) {
      long product = number * operand;
      return Math.multiplyHigh(number, operand) == product >> 63
          ? (Object) product
          : BigInteger.valueOf(number).multiply(BigInteger.valueOf(operand));
    } else if (item instanceof Double number) {
      return number * (double) operand;
    } else if (item instanceof Boolean bool) {
      return bool ? operand : 0L;
    } else if (item instanceof BigInteger big) {
      return big.multiply(BigInteger.valueOf(operand));
    }
    throw new IllegalArgumentException("expected a number, got " + item);
  }
}
