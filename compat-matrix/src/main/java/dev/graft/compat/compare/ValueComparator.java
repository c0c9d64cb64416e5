package dev.graft.compat.compare;

import dev.graft.compat.corpus.Tolerance;
import dev.graft.compat.subject.ValueText;
import dev.graft.value.Bytes;
import dev.graft.value.Complex;
import dev.graft.value.DType;
import dev.graft.value.EnumMember;
import dev.graft.value.FloatText;
import dev.graft.value.FrozenSet;
import dev.graft.value.NdArray;
import dev.graft.value.Opaque;
import dev.graft.value.RecordValue;
import dev.graft.value.Tuple;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two values by type and value, and writes down every difference with its path. */
public final class ValueComparator {
  /** As many as anybody reads. */
  private static final int MOST = 50;

  private final Tolerance tolerance;
  private final List<Difference> differences = new ArrayList<>();
  private long worstUlp;

  private ValueComparator(Tolerance tolerance) {
    this.tolerance = tolerance;
  }

  /** The comparison of two values, with paths that begin with a root such as {@code out}. */
  public static Comparison compare(
      String root, @Nullable Object expected, @Nullable Object actual, Tolerance tolerance) {
    ValueComparator comparator = new ValueComparator(tolerance);
    comparator.values(root, expected, actual);
    return new Comparison(comparator.differences, comparator.worstUlp);
  }

  private void values(String path, @Nullable Object a, @Nullable Object b) {
    if (a == null && b == null) {
      return;
    }
    switch (a) {
      case Boolean x when b instanceof Boolean y -> {
        if (!x.equals(y)) {
          add(path, a, b, "bool/value", Grade.DIFFERENT, "");
        }
      }
      case Number x when isInt(x) && b instanceof Number y && isInt(y) -> {
        if (!Values.toBigInteger(x).equals(Values.toBigInteger(y))) {
          add(path, a, b, NumberKinds.ints(x, y), Grade.DIFFERENT, "");
        }
      }
      case Double x when b instanceof Double y -> floats(path, x, y);
      case String x when b instanceof String y -> texts(path, x, y);
      case Bytes x when b instanceof Bytes y -> {
        if (!x.equals(y)) {
          String kind = x.size() == y.size() ? "bytes/value" : "bytes/length";
          add(path, a, b, kind, Grade.DIFFERENT, "");
        }
      }
      case Opaque x -> add(path, a, b, "opaque/" + x.type(), Grade.DIFFERENT, "");
      case Complex x when b instanceof Complex y -> {
        floats(path + ".real", x.real(), y.real());
        floats(path + ".imag", x.imaginary(), y.imaginary());
      }
      case NdArray x when b instanceof NdArray y -> ArrayComparison.compare(this, path, x, y);
      case RecordValue x when b instanceof RecordValue y ->
          RecordComparison.compare(this, path, x, y);
      case Set<?> x when b instanceof Set<?> y -> SetComparison.compare(this, path, x, y);
      case FrozenSet x when b instanceof FrozenSet y ->
          SetComparison.compare(this, path, x.items(), y.items());
      case Map<?, ?> x when b instanceof Map<?, ?> y ->
          new MapComparison(this, path, x, y).compare();
      case null, default -> {
        if (a == null || b == null || !ScalarKinds.areAlike(a, b)) {
          sequences(path, a, b);
        } else if (!a.equals(b)) {
          String kind = ScalarKinds.of(a, b);
          add(path, a, b, kind, ScalarKinds.grade(kind), "");
        }
      }
    }
  }

  private void sequences(String path, @Nullable Object a, @Nullable Object b) {
    List<? extends @Nullable Object> x = items(a);
    List<? extends @Nullable Object> y = items(b);
    if (x == null || y == null) {
      String kind = "type/" + typeName(a) + "-vs-" + typeName(b);
      String detail = isSet(a) && y != null ? "a set has no order: emit it sorted" : "";
      add(path, a, b, b instanceof Opaque ? "opaque/value" : kind, Grade.DIFFERENT, detail);
      return;
    }
    if (a instanceof Tuple != b instanceof Tuple) {
      String kind = a instanceof Tuple ? "seq/tuple-vs-list" : "seq/list-vs-tuple";
      add(path, a, b, kind, Grade.EQUAL, "");
    }
    if (x.size() != y.size()) {
      String detail = "length " + x.size() + " and " + y.size();
      add(path, a, b, "seq/length", Grade.DIFFERENT, detail);
    } else if (isReordered(x, y)) {
      add(path, a, b, "seq/order", Grade.DIFFERENT, "the same items in another order");
    } else {
      for (int i = 0; i < x.size(); i++) {
        values(ValuePath.item(path, i), x.get(i), y.get(i));
      }
    }
  }

  void inside(String path, @Nullable Object a, @Nullable Object b) {
    values(path, a, b);
  }

  private void floats(String path, double a, double b) {
    FloatRule rule = rule(a, b, DType.FLOAT64);
    if (rule != null) {
      add(
          path,
          FloatText.of(a),
          FloatText.of(b),
          rule.kind(),
          rule.grade(),
          rule.stated(),
          rule.detail());
    }
  }

  /** How two floats differ; null if they do not. */
  @Nullable FloatRule rule(double a, double b, DType type) {
    FloatRule rule = FloatRule.of(a, b, type, tolerance);
    if (rule != null) {
      worstUlp = Math.max(worstUlp, rule.ulps());
    }
    return rule;
  }

  private void texts(String path, String a, String b) {
    if (!a.equals(b)) {
      add(path, a, b, TextKinds.of(a, b), Grade.DIFFERENT, firstPoint(a, b));
    }
  }

  private static String firstPoint(String a, String b) {
    int[] x = a.codePoints().toArray();
    int[] y = b.codePoints().toArray();
    for (int i = 0; i < Math.max(x.length, y.length); i++) {
      if (i >= x.length || i >= y.length || x[i] != y[i]) {
        String left = i < x.length ? "U+%04X".formatted(x[i]) : "the end";
        String right = i < y.length ? "U+%04X".formatted(y[i]) : "the end";
        return "code point %d: %s and %s".formatted(i, left, right);
      }
    }
    return "";
  }

  void add(
      String path,
      @Nullable Object a,
      @Nullable Object b,
      String kind,
      Grade grade,
      String detail) {
    if (differences.size() < MOST) {
      add(path, ValueText.of(a), ValueText.of(b), kind, grade, false, detail);
    }
  }

  /** A difference of two texts; whether a stated tolerance covers it. */
  void add(
      String path, String a, String b, String kind, Grade grade, boolean stated, String detail) {
    if (differences.size() < MOST) {
      differences.add(
          new Difference(0, path, a, b, kind, grade, stated || isEnough(grade), detail));
    }
  }

  private boolean isEnough(Grade grade) {
    return switch (tolerance.grade()) {
      case EXACT -> grade == Grade.EXACT;
      case EQUAL -> grade.compareTo(Grade.EQUAL) <= 0;
      case CLOSE -> grade.compareTo(Grade.CLOSE) <= 0;
    };
  }

  private boolean isReordered(
      List<? extends @Nullable Object> x, List<? extends @Nullable Object> y) {
    return !Objects.equals(x, y) && sortedTexts(x).equals(sortedTexts(y));
  }

  private static List<String> sortedTexts(List<? extends @Nullable Object> items) {
    return items.stream().map(ValueText::of).sorted().toList();
  }

  private static @Nullable List<? extends @Nullable Object> items(@Nullable Object value) {
    return switch (value) {
      case Tuple tuple -> tuple.items();
      case List<?> list -> list;
      case null, default -> null;
    };
  }

  private static boolean isSet(@Nullable Object value) {
    return value instanceof Set || value instanceof FrozenSet;
  }

  static boolean isInt(Object number) {
    return number instanceof Long || number instanceof Integer || number instanceof BigInteger;
  }

  private static String typeName(@Nullable Object value) {
    return switch (value) {
      case Integer _ -> "int";
      case RecordValue _ -> "record";
      case EnumMember _ -> "enum";
      case null, default -> Values.typeName(value);
    };
  }
}
