package dev.graft.py;

import dev.graft.node.NodeException;
import dev.graft.value.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's {@code *} of a sequence and an int. */
final class Repetition {
  /** The most chars or items that come of it, as no text or list in Java has more. */
  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE - 8);

  private Repetition() {}

  static Object of(@Nullable Object repeated, Number count, @Nullable Object right) {
    BigInteger times = IntMath.big(count).max(BigInteger.ZERO);
    if (repeated instanceof String text) {
      int number = checked(times, text.length());
      if (number > 1 && !text.isEmpty()) {
        PyStr.concat(text, text); // refuses what cannot meet at the border
      }
      return text.repeat(number);
    } else if (repeated instanceof List<?> list) {
      return repeated(list, times);
    } else if (repeated instanceof Tuple tuple) {
      return Tuple.copyOf(repeated(tuple.items(), times));
    }
    throw PyValue.operands("*", repeated, right);
  }

  private static List<@Nullable Object> repeated(List<?> list, BigInteger times) {
    int number = checked(times, list.size());
    List<@Nullable Object> all = new ArrayList<>(number * list.size());
    for (int i = 0; i < number; i++) {
      all.addAll(list);
    }
    return all;
  }

  private static int checked(BigInteger times, int length) {
    if (length == 0) {
      return 0;
    }
    BigInteger size = times.multiply(BigInteger.valueOf(length));
    if (size.compareTo(MOST) > 0) {
      throw tooLong();
    }
    return times.intValue();
  }

  private static NodeException tooLong() {
    return ArithmeticErrors.range("the result is longer than Java can hold");
  }
}
