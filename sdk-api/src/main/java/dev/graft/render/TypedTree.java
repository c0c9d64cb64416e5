package dev.graft.render;

import static dev.graft.render.JsonTree.object;

import dev.graft.value.Bytes;
import dev.graft.value.Complex;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.FrozenSet;
import dev.graft.value.Time;
import dev.graft.value.Tuple;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The typed JSON of a parameter's default as a tree, so that descriptors and schemas keep its type.
 * A float with a fraction needs no tag and has none.
 */
final class TypedTree {
  private static final long SAFE = 1L << 53;
  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

  private TypedTree() {}

  static @Nullable Object of(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof String) {
      return value;
    } else if (value instanceof Long number && -SAFE <= number && number <= SAFE) {
      return number;
    } else if (value instanceof Long || value instanceof BigInteger) {
      return object("$i", value.toString());
    } else if (value instanceof Double number) {
      return isFraction(number) ? number : object("$f", text(number));
    } else if (value instanceof List<?> list) {
      return items(list);
    } else if (value instanceof Tuple tuple) {
      return object("$tuple", items(tuple));
    } else if (value instanceof Set<?> set) {
      return object("$set", items(set));
    } else if (value instanceof FrozenSet set) {
      return object("$fset", items(set));
    } else if (value instanceof Map<?, ?> map) {
      return dict(map);
    }
    return scalar(value);
  }

  private static Object scalar(Object value) {
    if (value instanceof Bytes bytes) {
      return object("$b", Base64.getEncoder().encodeToString(bytes.toByteArray()));
    } else if (value instanceof Complex complex) {
      return object("$c", List.of(text(complex.real()), text(complex.imaginary())));
    } else if (value instanceof Decimal) {
      return object("$dec", value.toString());
    } else if (value instanceof LocalDate) {
      return object("$date", value.toString());
    } else if (value instanceof Time) {
      return object("$time", value.toString());
    } else if (value instanceof DateTime time) {
      return object(time.zone().isPresent() ? "$ts" : "$dt", value.toString());
    } else if (value instanceof Duration duration) {
      BigInteger seconds = BigInteger.valueOf(duration.getSeconds());
      BigInteger nanos = seconds.multiply(NANOS).add(BigInteger.valueOf(duration.getNano()));
      return object("$dur", nanos.toString());
    } else if (value instanceof UUID) {
      return object("$uuid", value.toString());
    }
    throw new IllegalArgumentException(
        "a value of type " + Values.typeName(value) + " cannot be the default of a parameter");
  }

  private static boolean isFraction(double number) {
    return Double.isFinite(number) && number != Math.rint(number);
  }

  private static String text(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    } else if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    return Double.toString(number);
  }

  private static List<@Nullable Object> items(Iterable<?> items) {
    List<@Nullable Object> trees = new ArrayList<>();
    for (Object item : items) {
      trees.add(of(item));
    }
    return trees;
  }

  private static Object dict(Map<?, ?> map) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    List<@Nullable Object> pairs = new ArrayList<>();
    boolean literal = false;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object value = of(entry.getValue());
      pairs.add(Arrays.<@Nullable Object>asList(of(entry.getKey()), value));
      if (entry.getKey() instanceof String key) {
        entries.put(key, value);
        literal |= key.startsWith("$");
      }
    }
    if (entries.size() < map.size()) {
      return object("$map", pairs);
    }
    return literal ? object("$lit", entries) : entries;
  }
}
