package dev.graft.python.host;

import dev.graft.value.Bytes;
import dev.graft.value.Complex;
import dev.graft.value.DType;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.FrozenSet;
import dev.graft.value.NdArray;
import dev.graft.value.Time;
import dev.graft.value.Tuple;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values that easily lose something on their way. */
public final class PortableExamples {
  private PortableExamples() {}

  /** All of them. */
  public static List<@Nullable Object> all() {
    List<@Nullable Object> values = new ArrayList<>();
    values.addAll(Arrays.<@Nullable Object>asList(null, true, false));
    for (int bits : new int[] {0, 4, 5, 6, 7, 8, 15, 16, 31, 32, 62}) {
      for (long delta = -1; delta <= 1; delta++) {
        values.add((1L << bits) + delta);
        values.add(-(1L << bits) + delta);
      }
    }
    values.addAll(List.of(Long.MAX_VALUE, Long.MIN_VALUE));
    for (int bits : new int[] {63, 64, 71, 72, 127, 128, 200, 20_000}) {
      BigInteger power = BigInteger.ONE.shiftLeft(bits);
      values.addAll(List.of(power, power.add(BigInteger.ONE)));
      if (bits > 63) {
        values.addAll(List.of(power.negate(), power.subtract(BigInteger.ONE)));
      }
    }
    values.addAll(
        List.of(
            0.0,
            -0.0,
            1.0,
            0.1,
            1e300,
            -Double.MIN_VALUE,
            Double.MAX_VALUE,
            9007199254740992.0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY));
    values.addAll(
        List.of(
            "",
            "a",
            "a\nb'\"\\\0",
            "ä€😀",
            "x".repeat(31),
            "x".repeat(32),
            "é".repeat(200),
            "y".repeat(70_000),
            "\ud800",
            "a\udfffb",
            "\ude00\ud83d",
            "😀\ud83d"));
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    values.addAll(
        List.of(Bytes.copyOf(new byte[0]), Bytes.copyOf(bytes), Bytes.copyOf(new byte[70_000])));
    values.addAll(
        List.of(
            List.of(),
            Tuple.of(),
            Map.of(),
            List.of(1L, 1.0, true),
            Tuple.of(1L),
            Tuple.of(2L, 2.0)));
    values.add(Arrays.<@Nullable Object>asList(null, Tuple.of((Object) null), List.of()));
    values.add(longs(15));
    values.add(longs(16));
    values.add(longs(70_000));
    values.add(Tuple.copyOf(longs(16)));
    values.add(Tuple.copyOf(longs(300)));
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    map.put("z", 1L);
    map.put("a", List.of(2L));
    map.put(Tuple.of(1L, Tuple.of("k")), "tuple");
    map.put(null, "none");
    map.put(7L, Bytes.copyOf(new byte[] {1}));
    map.put(2.5, "float");
    map.put(Bytes.copyOf(new byte[] {9}), Map.of("deep", Map.of("deeper", Tuple.of(1L))));
    values.add(map);
    Map<@Nullable Object, @Nullable Object> wide = new LinkedHashMap<>();
    for (long i = 0; i < 20; i++) {
      wide.put("k" + i, i);
    }
    values.add(wide);
    values.addAll(rarer());
    values.add(nested(100));
    values.add(nested(900));
    return values;
  }

  /** Values that are no plain data. */
  private static List<Object> rarer() {
    List<Object> values = new ArrayList<>();
    values.add(new LinkedHashSet<>(List.of(1L, "a", Tuple.of(2L, 3.0), Bytes.copyOf(new byte[1]))));
    values.add(new LinkedHashSet<>());
    values.add(FrozenSet.copyOf(List.of("a", FrozenSet.copyOf(List.of()))));
    values.add(new Complex(-0.0, Double.NaN));
    for (String text : List.of("1.10", "-0E+5", "1E-999999", "-sNaN123", "NaN", "-Infinity")) {
      values.add(Decimal.parse(text));
    }
    values.addAll(List.of(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)));
    for (String text :
        List.of("00:00", "23:59:59.999999[fold=1]", "01:00Z", "01:00-00:00:00.000001[name=a+b]")) {
      values.add(Time.parse(text));
      values.add(DateTime.parse("2024-02-29T" + text));
    }
    values.addAll(
        List.of(
            Duration.ZERO,
            Duration.ofNanos(-1000),
            Duration.ofDays(999_999_999).plusNanos(86_399_999_999_000L),
            Duration.ofDays(-999_999_999)));
    values.addAll(List.of(new UUID(0, 0), new UUID(-1, 7)));
    values.addAll(arrays());
    values.add(
        Map.of(
            LocalDate.of(2024, 2, 29), "key", new UUID(1, 2), "key", Decimal.parse("0.5"), "key"));
    return values;
  }

  private static List<Object> arrays() {
    List<Object> values = new ArrayList<>();
    NdArray matrix = NdArray.of(new double[] {1, -0.0, Double.NaN, 4, 5, 6}, 2, 3);
    values.addAll(
        List.of(
            matrix, matrix.transposed(), matrix.slice(1, 0, 3, 2), matrix.at(1), List.of(matrix)));
    for (DType type : DType.values()) {
      for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
        ByteBuffer bytes = ByteBuffer.allocate(type.size() * 2);
        values.add(NdArray.over(type, order, bytes, 2));
        values.add(NdArray.over(type, order, bytes, 1, 2, 0));
        values.add(NdArray.over(type, order, bytes));
        values.add(NdArray.over(type, order, bytes).asScalar());
      }
    }
    values.add(NdArray.of(new float[100_000], 10, 10_000));
    return values;
  }

  /** A list in a list and so on, with tuples and dicts in between. */
  private static Object nested(int depth) {
    Object value = "core";
    for (int i = 0; i < depth; i++) {
      value =
          switch (i % 3) {
            case 0 -> List.of(value);
            case 1 -> Tuple.of(value);
            default -> Map.of("k", value);
          };
    }
    return value;
  }

  private static List<Object> longs(int count) {
    List<Object> items = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      items.add(i * 37 - 1000);
    }
    return items;
  }
}
