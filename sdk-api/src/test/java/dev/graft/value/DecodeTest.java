package dev.graft.value;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.RecordOf.Field;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.node.ErrorKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DecodeTest {
  private static final BigInteger BEYOND = BigInteger.ONE.shiftLeft(64);
  private static final ValueType.ListOf LIST = new ValueType.ListOf(Scalar.ANY);
  private static final ValueType.DictOf DICT = new ValueType.DictOf(Scalar.STR, Scalar.INT);
  private static final ValueType.EnumOf CHOICE = new ValueType.EnumOf(List.of("low", "high"));
  private static final ValueType.RecordOf RECORD =
      new ValueType.RecordOf(
          List.of(
              new Field("size", Scalar.INT),
              new Field("note", new ValueType.OptionalOf(Scalar.STR)),
              new Field("rest", Scalar.ANY)));

  @Test
  void neverTakesOneTypeForAnother() {
    refuses(Decode::int64, 1.0, "expected int, got float 1.0");
    refuses(Decode::int64, true, "expected int, got bool true");
    refuses(Decode::float64, 1L, "expected float, got int 1");
    refuses(Decode::bool, 1L, "expected bool, got int 1");
    refuses(Decode::str, null, "expected str, got none");
    refuses(Decode::number, "1", "expected number, got str \"1\"");
    refuses(Decode::bytes, List.of(), "expected bytes, got list of 0");
    refuses(v -> Decode.list(v, LIST), Tuple.of(), "expected list[any], got tuple of 0");
    refuses(v -> Decode.dict(v, DICT), List.of(), "expected dict[str, int], got list of 0");
    refuses(v -> Decode.choice(v, CHOICE), 1L, "expected one of low, high, got int 1");
  }

  @Test
  void takesIntsOfAnySize() {
    assertThat(Decode.bigInt(5L)).isEqualTo(BigInteger.valueOf(5));
    assertThat(Decode.bigInt(BEYOND)).isEqualTo(BEYOND);
    assertThat(Decode.int32(-1L << 31)).isEqualTo(Integer.MIN_VALUE);
    refuses(Decode::int64, BEYOND, "the int does not fit 64 bits");
    refuses(Decode::int32, 1L << 31, "the int does not fit 32 bits");
    refuses(Decode::int32, BEYOND, "the int does not fit 64 bits");
  }

  @Test
  void takesABoolForTheIntThatArithmeticTakesItFor() {
    assertThat(Decode.number(true)).isEqualTo(1L);
    assertThat(Decode.number(false)).isEqualTo(0L);
  }

  @Test
  void takesTheDecimalsThatJavaKnows() {
    assertThat(Decode.bigDecimal(Decimal.parse("1.10"))).isEqualTo(new BigDecimal("1.10"));
    assertThat(Decode.bigDecimal(Decimal.parse("-1E+5"))).isEqualTo(new BigDecimal("-1E+5"));
    for (String text : List.of("NaN", "-Infinity", "-0.0", "1E+9999999999")) {
      Decimal decimal = Decimal.parse(text);
      ValueException e = assertThrows(ValueException.class, () -> Decode.bigDecimal(decimal));
      assertThat(e.kind()).isEqualTo(ErrorKind.RANGE);
      assertThat(e.fact()).isEqualTo("BigDecimal cannot hold the decimal " + decimal);
    }
  }

  @Test
  void copiesBytes() {
    Bytes bytes = Bytes.copyOf(new byte[] {1, 2});
    Decode.byteArray(bytes)[0] = 9;
    assertThat(bytes.get(0)).isEqualTo(1);
  }

  @Test
  void handsOutTheObjectItself() {
    Long large = 1L << 40;
    Double number = 2.5;

    assertThat(Decode.int64(large)).isSameInstanceAs(large);
    assertThat(Decode.float64(number)).isSameInstanceAs(number);
  }

  @Test
  void takesARecordWhoseOptionalEntriesAreMissing() {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    entries.put("size", 1L);
    entries.put("rest", null);

    Map<?, ?> dict = Decode.record(entries, RECORD);

    assertThat(Decode.optional(dict, "note", RECORD)).isNull();
    assertThat(Decode.required(dict, "rest", RECORD)).isNull();
  }

  @Test
  void refusesADictWithAnUnknownKey() {
    String unknown = ".length: unknown key; known are size, note, rest";
    Map<String, Object> tooMany = Map.of("size", 1L, "note", "a", "rest", 1L, "length", 1L);
    Map<String, Object> misspelt = Map.of("length", 1L, "rest", 1L, "size", 1L);

    assertThat(message(() -> Decode.record(tooMany, RECORD))).isEqualTo(unknown);
    assertThat(message(() -> Decode.optional(misspelt, "note", RECORD))).isEqualTo(unknown);
    assertThat(Decode.inRecord(wrong(), "size", misspelt, RECORD))
        .hasMessageThat()
        .isEqualTo(unknown);
    assertThat(message(() -> Decode.record(new TreeMap<>(Map.of(1L, 1, 2L, 2, 3L, 3)), RECORD)))
        .isEqualTo("[1]: unknown key; known are size, note, rest");
  }

  @Test
  void tellsAMissingEntryFromAWrongOne() {
    Map<String, Object> noRest = Map.of("size", "x", "note", "a");

    assertThat(message(() -> Decode.required(noRest, "rest", RECORD)))
        .isEqualTo(".rest: missing, expected any");
    assertThat(Decode.inRecord(wrong(), "rest", noRest, RECORD))
        .hasMessageThat()
        .isEqualTo(".rest: missing, expected any");
    assertThat(Decode.inRecord(wrong(), "size", noRest, RECORD))
        .hasMessageThat()
        .isEqualTo(".size: expected int, got str \"x\"");
    refuses(v -> Decode.record(v, RECORD), 1L, "expected dict " + RECORD.text() + ", got int 1");
  }

  @Test
  void saysWhatTheChoicesAre() {
    ValueException e = Decode.notOneOf("mid", CHOICE);

    assertThat(e.kind()).isEqualTo(ErrorKind.INVALID);
    assertThat(e.fact()).isEqualTo("expected one of low, high, got str \"mid\"");
  }

  @Test
  void agreesWithTheTypeCheckOnEveryScalar() {
    Map<Scalar, Decoder> decoders = new LinkedHashMap<>();
    decoders.put(Scalar.ANY, Decode::any);
    decoders.put(Scalar.BOOL, Decode::bool);
    decoders.put(Scalar.INT, Decode::bigInt);
    decoders.put(Scalar.FLOAT, Decode::float64);
    decoders.put(Scalar.NUMBER, Decode::number);
    decoders.put(Scalar.STR, Decode::str);
    decoders.put(Scalar.BYTES, Decode::bytes);
    decoders.put(Scalar.DECIMAL, Decode::decimal);
    decoders.put(Scalar.COMPLEX, Decode::complex);
    decoders.put(Scalar.DATE, Decode::date);
    decoders.put(Scalar.TIME, Decode::time);
    decoders.put(Scalar.DATETIME, Decode::dateTime);
    decoders.put(Scalar.TIMEDELTA, Decode::duration);
    decoders.put(Scalar.UUID, Decode::uuid);
    decoders.put(Scalar.ARRAY, Decode::array);
    NdArray array = NdArray.of(new double[] {1, 2});
    List<@Nullable Object> values =
        Arrays.asList(
            null,
            true,
            1L,
            BEYOND,
            1.5,
            "x",
            Bytes.copyOf(new byte[0]),
            List.of(),
            Tuple.of(),
            Set.of(),
            Map.of(),
            Decimal.parse("1"),
            new Complex(1, 0),
            LocalDate.EPOCH,
            Time.of(LocalTime.NOON),
            DateTime.of(Instant.EPOCH),
            Duration.ZERO,
            new UUID(0, 0),
            array,
            array.at(0).asScalar());
    decoders.forEach(
        (type, decoder) -> {
          for (Object value : values) {
            assertThat(accepts(() -> decoder.decode(value)))
                .isEqualTo(accepts(() -> TypeCheck.check(type, value)));
          }
        });
  }

  private interface Decoder {
    @Nullable Object decode(@Nullable Object value);
  }

  private static ValueException wrong() {
    return ValueException.expected("int", "x");
  }

  private static boolean accepts(Runnable attempt) {
    try {
      attempt.run();
      return true;
    } catch (ValueException e) {
      return false;
    }
  }

  private static @Nullable String message(Runnable attempt) {
    return assertThrows(ValueException.class, attempt::run).getMessage();
  }

  private static void refuses(Decoder decoder, @Nullable Object value, String fact) {
    ValueException e = assertThrows(ValueException.class, () -> decoder.decode(value));
    assertThat(e.fact()).isEqualTo(fact);
  }
}
