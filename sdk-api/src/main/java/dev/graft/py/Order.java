package dev.graft.py;

import dev.graft.value.Numbers;
import dev.graft.value.Tuple;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's order of values: numbers by what they are, texts by code points, lists item by item. */
final class Order {
  private Order() {}

  /** {@code a < b}, or {@code a <= b}. */
  static boolean isLess(@Nullable Object a, @Nullable Object b, boolean orEqual) {
    if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
      return !Equality.isNaN(a) && !Equality.isNaN(b) && holds(Numbers.compare(a, b), orEqual);
    } else if (a instanceof String x && b instanceof String y) {
      return holds(PyStr.compare(x, y), orEqual);
    } else if (a instanceof List<?> x && b instanceof List<?> y) {
      return inOrder(x, y, orEqual);
    } else if (a instanceof Tuple x && b instanceof Tuple y) {
      return inOrder(x.items(), y.items(), orEqual);
    }
    throw PyValue.operands(orEqual ? "<=" : "<", a, b);
  }

  /** The first items that differ decide. */
  private static boolean inOrder(List<?> a, List<?> b, boolean orEqual) {
    Iterator<?> others = b.iterator();
    for (Object each : a) {
      if (!others.hasNext()) {
        return false;
      }
      Object other = others.next();
      if (!Equality.isSame(each, other)) {
        return isLess(each, other, orEqual);
      }
    }
    return orEqual || others.hasNext();
  }

  private static boolean holds(int comparison, boolean orEqual) {
    return comparison < 0 || (orEqual && comparison == 0);
  }
}
