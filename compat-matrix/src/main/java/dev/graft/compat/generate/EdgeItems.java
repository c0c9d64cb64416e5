package dev.graft.compat.generate;

import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.value.Bytes;
import dev.graft.value.Complex;
import dev.graft.value.DType;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import dev.graft.value.Zone;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The items that a node is given at the edge of its input type, and some beyond it. */
final class EdgeItems {
  private static final int MANY = 1000;
  private static final long HALF_A_DAY = 14 * 3600 * 1_000_000L;

  private static final Edge NONE = new Edge("none", null);

  private EdgeItems() {}

  /** The classes of items; of each class one will do for most. */
  static List<List<Edge>> of(ValueType input, boolean audio, Words words) {
    List<List<Edge>> classes = new ArrayList<>();
    if (audio) {
      audio().forEach(edge -> classes.add(List.of(edge)));
      classes.add(List.of(NONE, new Edge("0", 0L), new Edge("an empty dict", Map.of())));
      return classes;
    }
    boolean any = !(input instanceof Scalar scalar) || scalar == Scalar.ANY;
    boolean texts = any || input == Scalar.STR;
    classes.add(Stream.concat(Stream.of(NONE), EdgeScalars.bools().stream()).toList());
    classes.add(EdgeScalars.smallInts());
    classes.add(EdgeScalars.largeInts());
    classes.add(EdgeScalars.floats());
    classes.add(EdgeScalars.oddFloats());
    classes.add(texts ? EdgeScalars.texts() : EdgeScalars.texts().subList(0, 1));
    classes.add(texts ? EdgeScalars.oddTexts() : EdgeScalars.oddTexts().subList(0, 1));
    classes.add(lists());
    classes.add(dicts(words));
    classes.add(others());
    if (any) {
      classes.add(arrays());
    }
    return classes;
  }

  private static List<Edge> lists() {
    List<Object> many = new ArrayList<>(LongStream.range(0, MANY).boxed().toList());
    return List.of(
        new Edge("a list of one", List.of(1L)),
        new Edge("an empty list", List.of()),
        new Edge("a list of a thousand", many),
        new Edge("a list of none", Collections.singletonList(null)),
        new Edge("an empty tuple", Tuple.of()),
        new Edge("a tuple", Tuple.of(1L, "a")),
        new Edge("a set of one", new LinkedHashSet<Object>(List.of(1L))));
  }

  private static List<Edge> dicts(Words words) {
    Map<String, @Nullable Object> mixed = new LinkedHashMap<>();
    words.all().forEach(word -> mixed.put(word, mixed.size() % 3 == 0 ? "a b" : 1L));
    Map<Object, @Nullable Object> keys = new LinkedHashMap<>();
    keys.put(1L, "int");
    keys.put("1", "str");
    keys.put(Tuple.of(), null);
    Map<String, Object> nested = new LinkedHashMap<>();
    nested.put("value", Map.of("value", List.of(Map.of("value", 1L))));
    return List.of(
        new Edge("a dict with the node's words", mixed),
        new Edge("an empty dict", Map.of()),
        new Edge("a nested dict", nested),
        new Edge("a dict whose keys are no texts", keys));
  }

  private static List<Edge> others() {
    return List.of(
        new Edge("bytes", Bytes.copyOf(new byte[] {0, (byte) 0xff})),
        new Edge("a complex number", new Complex(1.5, -0.0)),
        new Edge("a decimal", Decimal.of(new BigDecimal("1.10"))),
        new Edge("a leap day", LocalDate.of(2024, 2, 29)),
        new Edge("the second of two equal hours", again("2024-10-27T02:30:00")),
        new Edge("14 hours east", at(HALF_A_DAY)),
        new Edge("14 hours west", at(-HALF_A_DAY)));
  }

  /** Without a place, which not every Python can look up. */
  private static DateTime again(String local) {
    return new DateTime(LocalDateTime.parse(local), Optional.empty(), true);
  }

  private static DateTime at(long micros) {
    return new DateTime(
        LocalDateTime.parse("2024-01-01T00:00:00"),
        Optional.of(new Zone.Fixed(micros, Optional.empty())),
        false);
  }

  private static List<Edge> arrays() {
    List<Edge> edges = new ArrayList<>();
    for (DType type : DType.values()) {
      ByteBuffer bytes = ByteBuffer.allocate(2 * type.size()).order(ByteOrder.LITTLE_ENDIAN);
      NdArray array = NdArray.over(type, ByteOrder.LITTLE_ENDIAN, bytes, 2);
      edges.add(new Edge("an array of " + type, array));
    }
    double[] six = {0, 1, 2, 3, 4, 5};
    edges.add(new Edge("an array of nothing", NdArray.of(new double[0], 0)));
    edges.add(new Edge("an array with an axis of length 0", NdArray.of(new double[0], 2, 0)));
    edges.add(new Edge("an array out of order", NdArray.of(six, 2, 3).transposed()));
    edges.add(new Edge("an array of the other byte order", swapped(1.5)));
    edges.add(new Edge("a scalar of NumPy", scalar(1.5)));
    return edges;
  }

  private static NdArray scalar(double value) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putDouble(value).flip();
    return NdArray.over(DType.FLOAT64, ByteOrder.LITTLE_ENDIAN, bytes).asScalar();
  }

  private static NdArray swapped(double value) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.BIG_ENDIAN);
    bytes.putDouble(value).flip();
    return NdArray.over(DType.FLOAT64, ByteOrder.BIG_ENDIAN, bytes, 1);
  }

  private static List<Edge> audio() {
    float[] wave = {0f, 0.5f, 1f, -0.5f, -1f, 0.25f};
    float[] odd = {Float.NaN, Float.POSITIVE_INFINITY, -0f, Float.MIN_VALUE, 2f, -2f};
    ByteBuffer shorts = ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN);
    shorts.putShort(Short.MIN_VALUE).putShort((short) 0).putShort(Short.MAX_VALUE).flip();
    NdArray pcm = NdArray.over(DType.INT16, ByteOrder.LITTLE_ENDIAN, shorts, 3);
    return List.of(
        new Edge("one channel", Tuple.of(NdArray.of(wave, 6), 16_000L)),
        new Edge("two channels", Tuple.of(NdArray.of(wave, 2, 3), 44_100L)),
        new Edge("three samples first", Tuple.of(NdArray.of(wave, 3, 2), 48_000L)),
        new Edge("out of order", Tuple.of(NdArray.of(wave, 2, 3).transposed(), 8000L)),
        new Edge("no samples", Tuple.of(NdArray.of(new float[0], 0), 16_000L)),
        new Edge("two channels of nothing", Tuple.of(NdArray.of(new float[0], 2, 0), 16_000L)),
        new Edge("samples that are no numbers", Tuple.of(NdArray.of(odd, 6), 16_000L)),
        new Edge("doubles", Tuple.of(NdArray.of(new double[] {0.1, -0.1}, 2), 16_000L)),
        new Edge("shorts", Tuple.of(pcm, 16_000L)),
        new Edge("the other byte order", Tuple.of(swapped(0.5), 16_000L)),
        new Edge("a rate of 0", Tuple.of(NdArray.of(wave, 6), 0L)),
        new Edge("a rate that is a float", Tuple.of(NdArray.of(wave, 6), 16_000.0)),
        new Edge("no rate", Tuple.of(NdArray.of(wave, 6))),
        new Edge("a session", Tuple.of(NdArray.of(wave, 1, 6), 16_000L, Map.of("session_id", "a"))),
        new Edge("an array alone", NdArray.of(wave, 6)));
  }
}
