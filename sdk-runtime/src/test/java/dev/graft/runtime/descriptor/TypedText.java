package dev.graft.runtime.descriptor;

import dev.graft.descriptor.ValueType.Scalar;
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
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values and their typed JSON, written by hand after the table of docs/values.md. */
final class TypedText {
  static final Written NONE = new Written(null, "null");

  private TypedText() {}

  /**
   * A value in both forms.
   *
   * @param value the portable value
   * @param text its typed JSON
   */
  record Written(@Nullable Object value, String text) {}

  static Written str(String text) {
    return new Written(text, "\"" + text + "\"");
  }

  /** Values of a scalar type. */
  static List<Written> of(Scalar scalar) {
    return switch (scalar) {
      case ANY ->
          List.of(
              new Written(new EnumMember("Color", "RED"), "{\"$enum\":[\"Color\",\"RED\"]}"),
              new Written(
                  new RecordValue("Point", Map.of("x", 1L)),
                  "{\"$rec\":\"Point\",\"f\":{\"x\":1}}"),
              new Written(
                  NdArray.of(new byte[] {1}).at(0).asScalar(),
                  "{\"$nd\":{\"dtype\":\"|u1\",\"shape\":[],\"b64\":\"AQ==\",\"scalar\":true}}"));
      case NONE -> List.of(NONE);
      case BOOL -> List.of(new Written(true, "true"), new Written(false, "false"));
      case INT ->
          List.of(
              new Written(0L, "0"),
              new Written(-7L, "-7"),
              new Written((1L << 53) + 1, "{\"$i\":\"9007199254740993\"}"),
              new Written(BigInteger.TWO.pow(64), "{\"$i\":\"18446744073709551616\"}"));
      case FLOAT, NUMBER ->
          List.of(
              new Written(1.5, "{\"$f\":\"1.5\"}"),
              new Written(-0.0, "{\"$f\":\"-0.0\"}"),
              new Written(1e-7, "{\"$f\":\"1e-07\"}"),
              new Written(Double.NaN, "{\"$f\":\"nan\"}"),
              new Written(Double.NEGATIVE_INFINITY, "{\"$f\":\"-inf\"}"));
      case STR ->
          List.of(
              str(""),
              str("text"),
              str("$lit"),
              str("2024-02-29"),
              new Written("a\ud800", "{\"$u16\":\"0061d800\"}"));
      case BYTES ->
          List.of(
              new Written(Bytes.copyOf(new byte[0]), "{\"$b\":\"\"}"),
              new Written(Bytes.copyOf(new byte[] {0, -1}), "{\"$b\":\"AP8=\"}"));
      case COMPLEX -> List.of(new Written(new Complex(1.5, -0.0), "{\"$c\":[\"1.5\",\"-0.0\"]}"));
      case DECIMAL ->
          List.of(
              decimal("1.10"),
              decimal("-0"),
              decimal("1E+30"),
              decimal("sNaN"),
              decimal("-Infinity"));
      case DATE -> List.of(new Written(LocalDate.of(2024, 2, 29), "{\"$date\":\"2024-02-29\"}"));
      case TIME ->
          List.of(time("12:30:00"), time("12:30:00.000001+01:00"), time("01:30:00[fold=1]"));
      case DATETIME ->
          List.of(
              datetime("$dt", "2024-02-29T12:30:00"),
              datetime("$ts", "2024-02-29T12:30:00Z"),
              datetime("$ts", "2024-02-29T12:30:00.500000+01:00[name=CET]"),
              datetime("$ts", "2024-10-27T02:30:00[Europe/Berlin][fold=1]"));
      case TIMEDELTA -> List.of(new Written(Duration.ofMillis(1500), "{\"$dur\":\"1500000000\"}"));
      case UUID ->
          List.of(
              new Written(
                  UUID.fromString("0e984725-c51c-4bf4-9960-e1c80e27aba0"),
                  "{\"$uuid\":\"0e984725-c51c-4bf4-9960-e1c80e27aba0\"}"));
      case ARRAY ->
          List.of(
              new Written(
                  NdArray.of(new byte[] {1, 2}),
                  "{\"$nd\":{\"dtype\":\"|u1\",\"shape\":[2],\"b64\":\"AQI=\"}}"));
    };
  }

  private static Written decimal(String text) {
    return new Written(Decimal.parse(text), "{\"$dec\":\"" + text + "\"}");
  }

  private static Written time(String text) {
    return new Written(Time.parse(text), "{\"$time\":\"" + text + "\"}");
  }

  private static Written datetime(String tag, String text) {
    return new Written(DateTime.parse(text), "{\"" + tag + "\":\"" + text + "\"}");
  }

  static Written list(List<Written> items) {
    return new Written(values(items), texts(items));
  }

  static Written tuple(List<Written> items) {
    return new Written(Tuple.copyOf(values(items)), "{\"$tuple\":" + texts(items) + "}");
  }

  /** A set; what is there twice counts once. */
  static Written set(List<Written> items, boolean frozen) {
    Map<@Nullable Object, Written> unique = new LinkedHashMap<>();
    items.forEach(item -> unique.putIfAbsent(item.value(), item));
    String texts = texts(List.copyOf(unique.values()));
    Set<@Nullable Object> values = new LinkedHashSet<>(unique.keySet());
    return frozen
        ? new Written(FrozenSet.copyOf(values), "{\"$fset\":" + texts + "}")
        : new Written(values, "{\"$set\":" + texts + "}");
  }

  /** A dict; of entries with one key the first counts. */
  static Written dict(List<Written> keys, List<Written> values) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    List<String> entries = new ArrayList<>();
    List<String> pairs = new ArrayList<>();
    boolean literal = false;
    for (int i = 0; i < keys.size(); i++) {
      Written key = keys.get(i);
      Written value = values.get(i);
      if (map.containsKey(key.value())) {
        continue;
      }
      map.put(key.value(), value.value());
      pairs.add("[" + key.text() + "," + value.text() + "]");
      if (key.text().startsWith("\"")) {
        entries.add(key.text() + ":" + value.text());
        literal |= key.text().startsWith("\"$");
      }
    }
    if (entries.size() < map.size()) {
      return new Written(map, "{\"$map\":[" + String.join(",", pairs) + "]}");
    }
    String text = "{" + String.join(",", entries) + "}";
    return new Written(map, literal ? "{\"$lit\":" + text + "}" : text);
  }

  private static List<@Nullable Object> values(List<Written> items) {
    List<@Nullable Object> values = new ArrayList<>();
    items.forEach(item -> values.add(item.value()));
    return values;
  }

  private static String texts(List<Written> items) {
    return items.stream().map(Written::text).collect(Collectors.joining(",", "[", "]"));
  }
}
