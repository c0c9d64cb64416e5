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
    return switch (item) {
      case Long number -> product(number);
      case Double number -> number * (double) operand;
      case Boolean bool -> bool ? operand : 0L;
      case BigInteger big -> big.multiply(BigInteger.valueOf(operand));
      case null, default -> throw new IllegalArgumentException("expected a number, got " + item);
    };
  }

  private Object product(long number) {
    long product = number * operand;
    return Math.multiplyHigh(number, operand) == product >> 63
        ? (Object) product
        : BigInteger.valueOf(number).multiply(BigInteger.valueOf(operand));
  }
}
