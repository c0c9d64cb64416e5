package dev.graft.compat.compare;

import dev.graft.value.Complex;
import dev.graft.value.DType;
import dev.graft.value.FloatText;
import dev.graft.value.NdArray;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares two arrays, or two NumPy scalars: type, byte order, shape, then the elements by the rule
 * of their type. How they lie in memory does not count. One difference tells of all elements.
 */
final class ArrayComparison {
  private record Found(int index, String part, String expected, String actual, FloatRule rule) {}

  private final ValueComparator comparator;
  private final String path;
  private final NdArray expected;
  private final NdArray actual;
  private @Nullable Found worst;
  private int last = -1;
  private int count;
  private long ulps;

  private ArrayComparison(
      ValueComparator comparator, String path, NdArray expected, NdArray actual) {
    this.comparator = comparator;
    this.path = path;
    this.expected = expected;
    this.actual = actual;
  }

  static void compare(ValueComparator comparator, String path, NdArray a, NdArray b) {
    new ArrayComparison(comparator, path, a, b).run();
  }

  private void run() {
    if (expected.isScalar() != actual.isScalar()) {
      String kind = expected.isScalar() ? "array/scalar-vs-array" : "array/array-vs-scalar";
      headline(kind, Grade.DIFFERENT);
    } else if (expected.type() != actual.type()) {
      headline("array/dtype", Grade.DIFFERENT);
    } else if (!shape(expected).equals(shape(actual))) {
      headline("array/shape", Grade.DIFFERENT);
    } else if (!expected.equals(actual)) {
      if (!expected.typeText().equals(actual.typeText())) {
        headline("array/byte-order", Grade.EQUAL);
      }
      elements(flat(expected), flat(actual));
    }
  }

  private void headline(String kind, Grade grade) {
    comparator.add(path, expected.toString(), actual.toString(), kind, grade, false, "");
  }

  private static List<Integer> shape(NdArray array) {
    List<Integer> shape = new ArrayList<>();
    for (int length : array.shape()) {
      shape.add(length);
    }
    return shape;
  }

  private static NdArray flat(NdArray array) {
    ByteBuffer bytes = array.bytes();
    return NdArray.over(array.type(), array.order(), bytes, array.size());
  }

  private void elements(NdArray a, NdArray b) {
    DType type = a.type();
    for (int i = 0; i < a.size(); i++) {
      if (type.isComplex()) {
        Complex x = a.getComplex(i);
        Complex y = b.getComplex(i);
        floats(i, ".real", x.real(), y.real());
        floats(i, ".imag", x.imaginary(), y.imaginary());
      } else if (type.isInt() || type == DType.BOOL) {
        ints(i, type, a.getLong(i), b.getLong(i));
      } else {
        floats(i, "", a.getDouble(i), b.getDouble(i));
      }
    }
    Found found = worst;
    if (found != null) {
      String most = ulps > 0 ? ", at most " + ulps + " ulp" : "";
      comparator.add(
          ValuePath.element(path, expected.shape(), found.index()) + found.part(),
          found.expected(),
          found.actual(),
          found.rule().kind(),
          found.rule().grade(),
          found.rule().stated(),
          "%d of %d elements differ%s".formatted(count, expected.size(), most));
    }
  }

  private void floats(int index, String part, double a, double b) {
    FloatRule rule = comparator.rule(a, b, expected.type());
    if (rule != null) {
      ulps = Math.max(ulps, rule.ulps());
      take(new Found(index, part, FloatText.of(a), FloatText.of(b), rule));
    }
  }

  private void ints(int index, DType type, long a, long b) {
    if (a != b) {
      String kind =
          type == DType.BOOL ? "bool/value" : NumberKinds.ints(number(type, a), number(type, b));
      FloatRule rule = new FloatRule(kind, Grade.DIFFERENT, false, -1);
      String x = number(type, a).toString();
      take(new Found(index, "", x, number(type, b).toString(), rule));
    }
  }

  private static Number number(DType type, long bits) {
    return type == DType.UINT64 && bits < 0
        ? new BigInteger(Long.toUnsignedString(bits))
        : (Number) bits;
  }

  /** Keeps the first of the worst: what no stated tolerance covers is worse than what one does. */
  private void take(Found found) {
    count += found.index() == last ? 0 : 1; // the two parts of a complex number are one element
    last = found.index();
    if (worst == null || isWorse(found.rule(), worst.rule())) {
      worst = found;
    }
  }

  private static boolean isWorse(FloatRule a, FloatRule b) {
    return a.stated() == b.stated() ? a.grade().compareTo(b.grade()) > 0 : !a.stated();
  }
}
