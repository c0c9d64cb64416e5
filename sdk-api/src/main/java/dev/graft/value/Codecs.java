package dev.graft.value;

import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.node.ErrorKind;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The codecs of the types that need no generated code, and what generated codecs are made of. */
public final class Codecs {
  private static final Codec<@Nullable Object> ANY = new AnyCodec();
  private static final Codec<Boolean> BOOL =
      new ScalarCodec<>(Scalar.BOOL, v -> v instanceof Boolean bool ? bool : null);
  private static final Codec<Double> FLOAT =
      new ScalarCodec<>(Scalar.FLOAT, v -> v instanceof Double number ? number : null);
  private static final Codec<String> STR =
      new ScalarCodec<>(Scalar.STR, v -> v instanceof String text ? text : null);
  private static final Codec<Bytes> BYTES =
      new ScalarCodec<>(Scalar.BYTES, v -> v instanceof Bytes bytes ? bytes : null);
  private static final Codec<Number> NUMBER = new NumberCodec();
  private static final Codec<BigInteger> BIG_INT = new BigIntCodec();
  private static final Codec<Long> LONG = new LongCodec();
  private static final Codec<Integer> INT = new IntCodec();

  private Codecs() {}

  /** Any portable value, passed on as it is. What is not portable is refused when encoding. */
  public static Codec<@Nullable Object> any() {
    return ANY;
  }

  /** A bool. */
  public static Codec<Boolean> bool() {
    return BOOL;
  }

  /** An int that fits 64 bits; a larger one is refused with kind RANGE. */
  public static Codec<Long> int64() {
    return LONG;
  }

  /** An int that fits 32 bits; a larger one is refused with kind RANGE. */
  public static Codec<Integer> int32() {
    return INT;
  }

  /** An int of any size. */
  public static Codec<BigInteger> bigInt() {
    return BIG_INT;
  }

  /** A float. An int is refused: it would lose its type. */
  public static Codec<Double> float64() {
    return FLOAT;
  }

  /** A bool, int or float. A bool becomes the int that Python's arithmetic takes it for. */
  public static Codec<Number> number() {
    return NUMBER;
  }

  /** A str. */
  public static Codec<String> str() {
    return STR;
  }

  /** Bytes. */
  public static Codec<Bytes> bytes() {
    return BYTES;
  }

  /** A list of one type. */
  public static <T extends @Nullable Object> Codec<List<T>> list(Codec<T> item) {
    return new ListCodec<>(item);
  }

  /** A dict with keys of one type and values of one type. */
  public static <K extends @Nullable Object, V extends @Nullable Object> Codec<Map<K, V>> dict(
      Codec<K> key, Codec<V> value) {
    return new DictCodec<>(key, value);
  }

  /** A type or none. */
  public static <T> Codec<Optional<T>> optional(Codec<T> type) {
    return new OptionalCodec<>(type);
  }

  /**
   * One of a few texts.
   *
   * @param choices the texts
   * @param decode the constant of a text; never called with another one
   * @param encode the text of a constant
   */
  public static <E extends Enum<E>> Codec<E> choice(
      List<String> choices, Function<String, E> decode, Function<E, String> encode) {
    return new ChoiceCodec<>(new ValueType.EnumOf(choices), decode, encode);
  }

  /** Looks at a value as a dict, for a generated record codec. */
  public static Map<?, ?> dictFor(ValueType.RecordOf type, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      for (Object key : map.keySet()) {
        if (type.fields().stream().noneMatch(field -> field.name().equals(key))) {
          throw ValueException.of(ErrorKind.TYPE, "unknown key; known are " + keys(type))
              .atKey(key);
        }
      }
      return map;
    }
    throw ValueException.expected("dict " + type.text(), value);
  }

  /** Decodes one entry of a dict, for a generated record codec. */
  public static <T extends @Nullable Object> T field(Map<?, ?> dict, String name, Codec<T> codec) {
    Object value = dict.get(name);
    if (value == null && !dict.containsKey(name) && !(codec instanceof OptionalCodec)) {
      throw ValueException.of(ErrorKind.TYPE, "missing, expected " + codec.type().text())
          .atKey(name);
    }
    try {
      return codec.decode(value);
    } catch (ValueException e) {
      throw e.atKey(name);
    }
  }

  /** Encodes one entry of a dict, for a generated record codec. */
  public static <T extends @Nullable Object> @Nullable Object entry(
      String name, T value, Codec<T> codec) {
    try {
      return codec.encode(value);
    } catch (ValueException e) {
      throw e.atKey(name);
    }
  }

  private static String keys(ValueType.RecordOf type) {
    return String.join(", ", type.fields().stream().map(ValueType.RecordOf.Field::name).toList());
  }
}
