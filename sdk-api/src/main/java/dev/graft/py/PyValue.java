package dev.graft.py;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.Bytes;
import dev.graft.value.Decode;
import dev.graft.value.FrozenSet;
import dev.graft.value.Numbers;
import dev.graft.value.Tuple;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Python's operators and built-in functions do with a portable value whose type is known only
 * when the node runs. Where the type is known, plain Java or {@link PyArithmetic}, {@link PyStr},
 * {@link PyList} and {@link PyDict} are the better choice.
 *
 * <p>Numbers, texts, lists, tuples, dicts and sets are known here. An operator on another type,
 * such as a Decimal or an array, is refused as UNSUPPORTED, and is for the node's author to write.
 *
 * <p>Source: the Python 3.12 Language Reference, chapter 6 "Expressions", and Library Reference,
 * section "Built-in Types".
 */
public final class PyValue {
  private PyValue() {}

  /** {@code bool(value)}: whether it is anything but none, false, zero or empty. */
  public static boolean truth(@Nullable Object value) {
    if (value == null) {
      return false;
    } else if (value instanceof Boolean bool) {
      return bool;
    } else if (value instanceof Double number) {
      return number != 0; // NaN is true
    } else if (Numbers.isNumber(value)) {
      return IntMath.signum((Number) value) != 0;
    } else if (value instanceof String text) {
      return !text.isEmpty();
    }
    return !isContainer(value) || length(value) > 0;
  }

  /** {@code a == b}: 1, 1.0 and True are equal, and NaN is not even equal to itself. */
  public static boolean equal(@Nullable Object a, @Nullable Object b) {
    return Equality.of(a, b);
  }

  /** {@code a < b} of two numbers, texts, lists or tuples. */
  public static boolean isLess(@Nullable Object a, @Nullable Object b) {
    return Order.isLess(a, b, false);
  }

  /** {@code a <= b} of two numbers, texts, lists or tuples. */
  public static boolean isAtMost(@Nullable Object a, @Nullable Object b) {
    return Order.isLess(a, b, true);
  }

  /** {@code a + b}: a sum, or one after the other. */
  public static Object add(@Nullable Object a, @Nullable Object b) {
    if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
      return PyArithmetic.add(Decode.number(a), Decode.number(b));
    } else if (a instanceof String x && b instanceof String y) {
      return PyStr.concat(x, y);
    } else if (a instanceof List<?> x && b instanceof List<?> y) {
      return PyList.concat(x, y);
    } else if (a instanceof Tuple x && b instanceof Tuple y) {
      return Tuple.copyOf(PyList.concat(x.items(), y.items()));
    }
    throw operands("+", a, b);
  }

  /** {@code a - b}. */
  public static Object subtract(@Nullable Object a, @Nullable Object b) {
    checkNumbers("-", a, b);
    return PyArithmetic.subtract(Decode.number(a), Decode.number(b));
  }

  /** {@code a * b}: a product, or a text or list so many times. */
  public static Object multiply(@Nullable Object a, @Nullable Object b) {
    if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
      return PyArithmetic.multiply(Decode.number(a), Decode.number(b));
    } else if (isInt(b) || b instanceof Boolean) {
      return Repetition.of(a, Decode.number(b), b);
    } else if (isInt(a) || a instanceof Boolean) {
      return Repetition.of(b, Decode.number(a), a);
    }
    throw operands("*", a, b);
  }

  /** {@code a / b}. */
  public static Object divide(@Nullable Object a, @Nullable Object b) {
    checkNumbers("/", a, b);
    return PyArithmetic.divide(Decode.number(a), Decode.number(b));
  }

  /** {@code a // b}. */
  public static Object floorDivide(@Nullable Object a, @Nullable Object b) {
    checkNumbers("//", a, b);
    return PyArithmetic.floorDivide(Decode.number(a), Decode.number(b));
  }

  /** {@code a % b} of two numbers; a text on the left is refused as UNSUPPORTED. */
  public static Object modulo(@Nullable Object a, @Nullable Object b) {
    if (a instanceof String) {
      throw unsupported("% on a str");
    }
    checkNumbers("%", a, b);
    return PyArithmetic.modulo(Decode.number(a), Decode.number(b));
  }

  /** {@code a ** b}. */
  public static Object power(@Nullable Object a, @Nullable Object b) {
    checkNumbers("**", a, b);
    return PyArithmetic.power(Decode.number(a), Decode.number(b));
  }

  /** {@code -a}. */
  public static Object negate(@Nullable Object a) {
    return PyArithmetic.negate(number(a));
  }

  /** {@code abs(a)}. */
  public static Object absolute(@Nullable Object a) {
    return PyArithmetic.absolute(number(a));
  }

  /** The value as a number, a bool as an int; anything else is refused with kind TYPE. */
  public static Number number(@Nullable Object value) {
    if (!Numbers.isNumber(value)) {
      throw new NodeException(ErrorKind.TYPE, "expected a number, got " + Values.describe(value));
    }
    return Decode.number(value);
  }

  /** An int that may be none, in the form that values have. */
  public static @Nullable Number intOrNone(@Nullable BigInteger value) {
    return value == null ? null : Values.normalize(value);
  }

  /** {@code type(value) is int}: a bool is none. */
  public static boolean isInt(@Nullable Object value) {
    return value instanceof Long || value instanceof BigInteger;
  }

  /** {@code int(value)} of a number or a text. */
  public static Number toInt(@Nullable Object value) {
    return value instanceof String text
        ? NumberText.toInt(text)
        : PyArithmetic.truncate(number(value));
  }

  /** {@code float(value)} of a number or a text. */
  public static double toFloat(@Nullable Object value) {
    return value instanceof String text ? NumberText.toFloat(text) : Floats.toDouble(number(value));
  }

  /** {@code len(value)}. */
  public static long length(@Nullable Object value) {
    if (value instanceof String text) {
      return PyStr.length(text);
    } else if (value instanceof Bytes bytes) {
      return bytes.toByteArray().length;
    }
    return items(value).size();
  }

  /** {@code container[key]} of a list, a tuple, a str or a dict. */
  public static @Nullable Object item(@Nullable Object container, @Nullable Object key) {
    if (container instanceof Map<?, ?> dict) {
      return PyDict.item(dict, key);
    } else if (!(isInt(key) || key instanceof Boolean)) {
      throw isContainer(container) || container instanceof String
          ? new NodeException(
              ErrorKind.TYPE, "an index must be an int, got " + Values.describe(key))
          : new NodeException(ErrorKind.TYPE, Values.describe(container) + " has no items");
    }
    Number index = Decode.number(key);
    if (container instanceof String text) {
      return PyStr.item(text, index);
    } else if (container instanceof List<?> list) {
      return PyList.item(list, index);
    } else if (container instanceof Tuple tuple) {
      return PyList.item(tuple.items(), index);
    }
    throw new NodeException(ErrorKind.TYPE, Values.describe(container) + " has no items");
  }

  /** {@code value in container} of a list, a tuple, a set, a dict or a str. */
  public static boolean contains(@Nullable Object container, @Nullable Object value) {
    if (container instanceof String text) {
      if (value instanceof String part) {
        return text.contains(part);
      }
      throw new NodeException(
          ErrorKind.TYPE, "only a str is in a str, not " + Values.describe(value));
    } else if (container instanceof Map<?, ?> dict) {
      return PyDict.contains(dict, value);
    } else if (container instanceof List<?> || container instanceof Tuple) {
      return PyList.contains(items(container), value);
    } else if (container instanceof Set<?> || container instanceof FrozenSet) {
      PyDict.checkKey(value);
      return PyList.contains(items(container), value);
    }
    throw new NodeException(ErrorKind.TYPE, Values.describe(container) + " contains nothing");
  }

  /** What {@code for … in value} gives, in order: items, keys of a dict, characters of a str. */
  public static Collection<? extends @Nullable Object> items(@Nullable Object value) {
    if (value instanceof Collection<?> items) {
      return items;
    } else if (value instanceof Tuple tuple) {
      return tuple.items();
    } else if (value instanceof Map<?, ?> dict) {
      return dict.keySet();
    } else if (value instanceof String text) {
      return PyStr.characters(text);
    } else if (value instanceof FrozenSet set) {
      List<@Nullable Object> items = new ArrayList<>();
      set.items().forEach(items::add);
      return items;
    }
    throw new NodeException(ErrorKind.TYPE, Values.describe(value) + " has no items");
  }

  /** {@code min(values)}: of several that are equal the first. */
  public static @Nullable Object min(Collection<? extends @Nullable Object> values) {
    return extreme(values, false);
  }

  /** {@code max(values)}: of several that are equal the first. */
  public static @Nullable Object max(Collection<? extends @Nullable Object> values) {
    return extreme(values, true);
  }

  private static @Nullable Object extreme(
      Collection<? extends @Nullable Object> values, boolean largest) {
    if (values.isEmpty()) {
      throw new NodeException(ErrorKind.INVALID, "there is nothing to choose from");
    }
    Iterator<? extends @Nullable Object> rest = values.iterator();
    Object best = rest.next();
    while (rest.hasNext()) {
      Object next = rest.next();
      if (largest ? isLess(best, next) : isLess(next, best)) {
        best = next;
      }
    }
    return best;
  }

  /**
   * The str whose method is called.
   *
   * @throws NodeException as Python's {@code AttributeError} if it is none
   */
  public static String asText(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw isPlain(value) ? noSuchMethod(value) : unsupported("method of " + PyTypeName.of(value));
  }

  /** {@code value.bit_length()} of an int or a bool. */
  public static long bitLength(@Nullable Object value) {
    if (!isInt(value) && !(value instanceof Boolean)) {
      throw noSuchMethod(value);
    }
    return IntMath.big(Decode.number(value)).abs().bitLength();
  }

  /** {@code a & b} of ints and bools. */
  public static Object bitAnd(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return x && y;
    } else if (!isWhole(a) || !isWhole(b)) {
      throw operands("&", a, b);
    }
    return Values.normalize(IntMath.big(Decode.number(a)).and(IntMath.big(Decode.number(b))));
  }

  /** {@code value[start:end]} of a str, a list or a tuple; null stands for a bound left out. */
  public static Object slice(@Nullable Object value, @Nullable Number start, @Nullable Number end) {
    if (value instanceof String text) {
      return PyStr.slice(text, start, end);
    } else if (value instanceof List<?> list) {
      return PyList.slice(list, start, end);
    } else if (value instanceof Tuple tuple) {
      return Tuple.copyOf(PyList.<@Nullable Object>slice(tuple.items(), start, end));
    }
    throw noSlices(value);
  }

  /** {@code value[::-1]} of a str, a list or a tuple. */
  public static Object reversed(@Nullable Object value) {
    if (value instanceof String text) {
      return PyStr.reverse(text);
    } else if (value instanceof List<?> list) {
      return PyList.reversed(list);
    } else if (value instanceof Tuple tuple) {
      return Tuple.copyOf(PyList.<@Nullable Object>reversed(tuple.items()));
    }
    throw noSlices(value);
  }

  /**
   * What {@code a, b = value} takes apart: exactly so many items.
   *
   * @throws NodeException INVALID if there are more or fewer
   */
  public static List<@Nullable Object> unpack(@Nullable Object value, int count) {
    List<@Nullable Object> items = new ArrayList<>(items(value));
    if (items.size() != count) {
      throw new NodeException(
          ErrorKind.INVALID, "expected %s values, got %s".formatted(count, items.size()));
    }
    return items;
  }

  private static boolean isWhole(@Nullable Object value) {
    return isInt(value) || value instanceof Boolean;
  }

  private static NodeException noSuchMethod(@Nullable Object value) {
    return new NodeException(
        ErrorKind.user("AttributeError"), Values.describe(value) + " has no such method");
  }

  private static NodeException noSlices(@Nullable Object value) {
    return isPlain(value)
        ? new NodeException(ErrorKind.TYPE, Values.describe(value) + " has no slices")
        : unsupported("slice of " + PyTypeName.of(value));
  }

  static boolean isContainer(@Nullable Object value) {
    return value instanceof Collection<?>
        || value instanceof Map<?, ?>
        || value instanceof Tuple
        || value instanceof FrozenSet
        || value instanceof Bytes;
  }

  /** What says that an operator does not take such values. */
  static NodeException operands(String operator, @Nullable Object a, @Nullable Object b) {
    if (isPlain(a) && isPlain(b)) {
      return new NodeException(
          ErrorKind.TYPE,
          "unsupported operands of %s: %s and %s"
              .formatted(operator, PyTypeName.of(a), PyTypeName.of(b)));
    }
    return unsupported("%s on %s and %s".formatted(operator, PyTypeName.of(a), PyTypeName.of(b)));
  }

  static NodeException unsupported(String what) {
    return new NodeException(ErrorKind.UNSUPPORTED, "Python's " + what + " is not among the rules");
  }

  /** Whether this class knows all that Python does with values of that type. */
  static boolean isPlain(@Nullable Object value) {
    return value == null
        || value instanceof String
        || Numbers.isNumber(value)
        || value instanceof List<?>
        || value instanceof Map<?, ?>
        || value instanceof Tuple;
  }

  private static void checkNumbers(String operator, @Nullable Object a, @Nullable Object b) {
    if (!Numbers.isNumber(a) || !Numbers.isNumber(b)) {
      throw operands(operator, a, b);
    }
  }
}
