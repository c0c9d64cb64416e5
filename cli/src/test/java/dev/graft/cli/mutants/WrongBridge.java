package dev.graft.cli.mutants;

import dev.graft.value.Bytes;
import dev.graft.value.Complex;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.EnumMember;
import dev.graft.value.FrozenSet;
import dev.graft.value.NdArray;
import dev.graft.value.RecordValue;
import dev.graft.value.Time;
import dev.graft.value.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A bridge that gets one thing wrong, in both directions.
 *
 * @param name what is wrong
 * @param rows the rows of the bridge's section that must say so
 * @param codec what becomes of a value
 */
record WrongBridge(String name, Set<String> rows, Codec codec) {
  /** What becomes of a value that crosses. */
  interface Codec {
    @Nullable Object cross(@Nullable Object value);
  }

  private static WrongBridge of(
      String name, Class<?> type, UnaryOperator<Object> codec, String... rows) {
    return new WrongBridge(
        name, Set.of(rows), value -> type.isInstance(value) ? codec.apply(value) : value);
  }

  static List<WrongBridge> all() {
    List<WrongBridge> all = new ArrayList<>(scalars());
    all.addAll(containers());
    all.addAll(times());
    all.addAll(named());
    all.addAll(arrays());
    return all;
  }

  private static List<WrongBridge> scalars() {
    return List.of(
        new WrongBridge("none becomes a str", Set.of("none"), v -> v == null ? "null" : v),
        of("bools become ints", Boolean.class, v -> v.equals(true) ? 1L : 0L, "bool"),
        of("ints beyond 64 bits wrap", BigInteger.class, v -> ((BigInteger) v).longValue(), "int"),
        of("ints pass through doubles", Long.class, v -> (long) ((Long) v).doubleValue(), "int"),
        of(
            "whole floats become ints",
            Double.class,
            v -> v.equals(Math.rint((Double) v)) ? (Object) ((Double) v).longValue() : v,
            "float"),
        of("the sign of zero is lost", Double.class, v -> (Double) v + 0.0, "float"),
        of("floats have 32 bits", Double.class, v -> (double) ((Double) v).floatValue(), "float"),
        of(
            "the imaginary zero has no sign",
            Complex.class,
            v -> new Complex(((Complex) v).real(), ((Complex) v).imaginary() + 0.0),
            "complex"),
        of("decimals are shortened", Decimal.class, WrongBridge::shortened, "decimal"),
        of(
            "lone surrogates are replaced",
            String.class,
            v -> ((String) v).replace('\ud800', '?'),
            "str"),
        of("text ends at its first NUL", String.class, v -> ((String) v).split("\0", -1)[0], "str"),
        of("bytes become a str", Bytes.class, Object::toString, "bytes"),
        of("UUIDs become strs", UUID.class, Object::toString, "uuid"));
  }

  private static Object shortened(Object value) {
    return value.toString().equals("1.10") ? Decimal.of(new BigDecimal("1.1")) : value;
  }

  private static List<WrongBridge> containers() {
    return List.of(
        of("lists become tuples", List.class, v -> Tuple.copyOf((List<?>) v), "list"),
        of("tuples become lists", Tuple.class, v -> new ArrayList<>(((Tuple) v).items()), "tuple"),
        new WrongBridge(
            "sets are frozen",
            Set.of("set"),
            v -> v instanceof Set<?> set && !(v instanceof FrozenSet) ? FrozenSet.copyOf(set) : v),
        of(
            "frozen sets thaw",
            FrozenSet.class,
            v -> new LinkedHashSet<>(((FrozenSet) v).items()),
            "frozenset"),
        of("keys become strs", Map.class, v -> withTextKeys((Map<?, ?>) v), "dict"),
        of("dicts are turned round", Map.class, v -> reversed((Map<?, ?>) v), "dict"));
  }

  private static Object withTextKeys(Map<?, ?> dict) {
    Map<Object, @Nullable Object> other = new LinkedHashMap<>();
    dict.forEach((key, value) -> other.put(String.valueOf(key), value));
    return other;
  }

  private static Object reversed(Map<?, ?> dict) {
    Map<@Nullable Object, @Nullable Object> other = new LinkedHashMap<>();
    List<? extends Map.Entry<?, ?>> entries = new ArrayList<>(dict.entrySet());
    entries.reversed().forEach(each -> other.put(each.getKey(), each.getValue()));
    return other;
  }

  private static List<WrongBridge> times() {
    return List.of(
        of(
            "dates become points in time",
            LocalDate.class,
            v -> DateTime.of(((LocalDate) v).atStartOfDay()),
            "date"),
        of(
            "times are the first of two",
            Time.class,
            v -> new Time(((Time) v).local(), ((Time) v).zone(), false),
            "time"),
        of(
            "points in time lose their zone",
            DateTime.class,
            v -> DateTime.of(((DateTime) v).local()),
            "datetime"),
        of(
            "points in time are the first of two",
            DateTime.class,
            v -> new DateTime(((DateTime) v).local(), ((DateTime) v).zone(), false),
            "datetime"),
        of(
            "durations have whole milliseconds",
            Duration.class,
            v -> Duration.ofMillis(((Duration) v).toMillis()),
            "timedelta"));
  }

  private static List<WrongBridge> named() {
    return List.of(
        of(
            "enum members become their names",
            EnumMember.class,
            v -> ((EnumMember) v).name(),
            "enum",
            "int-enum"),
        of(
            "records become dicts",
            RecordValue.class,
            v -> new LinkedHashMap<Object, @Nullable Object>(((RecordValue) v).fields()),
            "named-tuple",
            "dataclass"));
  }

  private static List<WrongBridge> arrays() {
    return List.of(
        of(
            "large bytes come first no more",
            NdArray.class,
            v -> littleEndian((NdArray) v),
            "array"),
        of("arrays have one axis", NdArray.class, v -> flat((NdArray) v), "array"),
        of("scalars become arrays", NdArray.class, v -> unscaled((NdArray) v), "scalar"));
  }

  /** The bytes stay where they are, so every element is another. */
  private static NdArray littleEndian(NdArray array) {
    return array.isScalar()
        ? array
        : NdArray.over(array.type(), ByteOrder.LITTLE_ENDIAN, array.bytes(), array.shape());
  }

  private static NdArray flat(NdArray array) {
    return array.isScalar()
        ? array
        : NdArray.over(array.type(), array.order(), array.bytes(), array.size());
  }

  private static NdArray unscaled(NdArray array) {
    return NdArray.over(array.type(), array.order(), array.bytes(), array.shape());
  }

  @Override
  public String toString() {
    return name;
  }
}
