package dev.graft.py;

import dev.graft.value.FrozenSet;
import dev.graft.value.Numbers;
import dev.graft.value.Tuple;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Python's {@code ==}. */
final class Equality {
  private Equality() {}

  static boolean of(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return a == null && b == null;
    } else if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
      return !isNaN(a) && !isNaN(b) && Numbers.compare(a, b) == 0;
    } else if (a instanceof Tuple x && b instanceof Tuple y) {
      return inOrder(x.items(), y.items());
    } else if (a instanceof List<?> x && b instanceof List<?> y) {
      return inOrder(x, y);
    } else if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
      return dicts(x, y);
    } else if (isSet(a) && isSet(b)) {
      Collection<?> x = PyValue.items(a);
      Collection<?> y = PyValue.items(b);
      return x.size() == y.size() && x.stream().allMatch(each -> PyList.contains(y, each));
    } else if (PyValue.isPlain(a) || PyValue.isPlain(b)) {
      if (isNumeric(a, b)) {
        throw PyValue.operands("==", a, b);
      }
      return a.equals(b);
    } else if (a.getClass() == b.getClass()) {
      return a.equals(b);
    }
    throw PyValue.operands("==", a, b);
  }

  /** What a container takes for the same: the object itself, even if it is NaN, or an equal one. */
  @SuppressWarnings("ReferenceEquality") // as Python has it
  static boolean isSame(@Nullable Object a, @Nullable Object b) {
    return a == b || of(a, b);
  }

  static boolean isNaN(@Nullable Object value) {
    return value instanceof Double number && Double.isNaN(number);
  }

  private static boolean inOrder(Collection<?> a, Collection<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    Iterator<?> others = b.iterator();
    for (Object each : a) {
      if (!isSame(each, others.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean dicts(Map<?, ?> a, Map<?, ?> b) {
    return a.size() == b.size()
        && a.entrySet().stream()
            .allMatch(
                entry ->
                    PyDict.contains(b, entry.getKey())
                        && isSame(entry.getValue(), PyDict.get(b, entry.getKey(), null)));
  }

  private static boolean isSet(Object value) {
    return value instanceof Set<?> || value instanceof FrozenSet;
  }

  /** Whether a number meets a value that may be equal to it, such as a Decimal. */
  private static boolean isNumeric(Object a, Object b) {
    return (Numbers.isNumber(a) && !PyValue.isPlain(b) && !PyValue.isContainer(b))
        || (Numbers.isNumber(b) && !PyValue.isPlain(a) && !PyValue.isContainer(a));
  }
}
