package dev.graft.runtime.json;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.value.Complex;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.EnumMember;
import dev.graft.value.FrozenSet;
import dev.graft.value.NdArray;
import dev.graft.value.Opaque;
import dev.graft.value.RecordValue;
import dev.graft.value.Time;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of docs/values.md below dict. */
final class TypedJsonValuesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{\"$set\":[]}`",
        "`{\"$set\":[1,\"a\",null,{\"$tuple\":[1]},{\"$fset\":[{\"$f\":\"0.5\"}]}]}`",
        "`{\"$fset\":[{\"$fset\":[]}]}`",
        "`{\"$c\":[\"1.5\",\"-0.0\"]}`",
        "`{\"$c\":[\"nan\",\"-inf\"]}`",
        "`{\"$dec\":\"1.10\"}`",
        "`{\"$dec\":\"-0E+5\"}`",
        "`{\"$dec\":\"-sNaN12\"}`",
        "`{\"$dec\":\"1E-1000000\"}`",
        "`{\"$date\":\"2024-02-29\"}`",
        "`{\"$date\":\"0001-01-01\"}`",
        "`{\"$time\":\"12:30:00.000001+01:00\"}`",
        "`{\"$time\":\"12:30:00[fold=1]\"}`",
        "`{\"$dt\":\"2024-02-29T12:30:00\"}`",
        "`{\"$dt\":\"2024-02-29T12:30:00[fold=1]\"}`",
        "`{\"$ts\":\"2024-02-29T12:30:00Z\"}`",
        "`{\"$ts\":\"2024-10-27T02:30:00[Europe/Berlin][fold=1]\"}`",
        "`{\"$ts\":\"9999-12-31T23:59:59.999999-00:00:00.000001[name=%ED%A0%80+]\"}`",
        "`{\"$dur\":\"1500000000\"}`",
        "`{\"$dur\":\"-1000\"}`",
        "`{\"$dur\":\"-86399999913600000000000\"}`",
        "`{\"$dur\":\"86399999999999999999000\"}`",
        "`{\"$uuid\":\"0e984725-c51c-4bf4-9960-e1c80e27aba0\"}`",
        "`{\"$enum\":[\"Color\",\"RED\"]}`",
        "`{\"$enum\":[\"Color\",{\"$u16\":\"d800\"}]}`",
        "`{\"$rec\":\"Point\",\"f\":{\"x\":1,\"y\":{\"$rec\":\"Empty\",\"f\":{}}}}`",
        "`{\"$rec\":\"Odd\",\"f\":{\"$lit\":{\"$f\":1}}}`",
        "`{\"$rec\":\"Odder\",\"f\":{\"$map\":[[{\"$u16\":\"d800\"},1]]}}`",
        "`{\"$nd\":{\"dtype\":\"<f8\",\"shape\":[2],\"b64\":\"AAAAAAAA8D8AAAAAAAAAQA==\"}}`",
        "`{\"$nd\":{\"dtype\":\">i2\",\"shape\":[],\"b64\":\"AAE=\"}}`",
        "`{\"$nd\":{\"dtype\":\"|b1\",\"shape\":[0,3],\"b64\":\"\"}}`",
        "`{\"$nd\":{\"dtype\":\"|u1\",\"shape\":[],\"b64\":\"/w==\",\"scalar\":true}}`",
        "`{\"$map\":[[{\"$date\":\"2024-01-01\"},1],[{\"$nd\":{\"dtype\":\"|u1\",\"shape\":[],"
            + "\"b64\":\"/w==\",\"scalar\":true}},2]]}`",
      })
  void writesExactlyWhatItReads(String text) throws JsonFormatException {
    assertThat(TypedJson.write(TypedJson.read(text, "test"))).isEqualTo(text);
  }

  @Test
  void readsTheClassesOfTheTable() throws JsonFormatException {
    reads("{\"$set\":[1]}", Set.of(1L));
    reads("{\"$fset\":[1]}", FrozenSet.copyOf(List.of(1L)));
    reads("{\"$c\":[\"1\",\"2\"]}", new Complex(1, 2));
    reads("{\"$dec\":\" 1_0.0 \"}", Decimal.parse("10.0"));
    reads("{\"$date\":\"2024-02-29\"}", LocalDate.of(2024, 2, 29));
    reads("{\"$time\":\"12:30\"}", Time.parse("12:30:00"));
    reads("{\"$ts\":\"2024-02-29T12:30Z\"}", DateTime.parse("2024-02-29T12:30:00Z"));
    reads("{\"$dur\":\"-1500000000\"}", Duration.ofMillis(-1500));
    reads(
        "{\"$uuid\":\"0E984725-c51c-4bf4-9960-e1c80e27aba0\"}",
        UUID.fromString("0e984725-c51c-4bf4-9960-e1c80e27aba0"));
    reads("{\"$enum\":[\"a.B\",\"C\"]}", new EnumMember("a.B", "C"));
    reads("{\"$rec\":\"P\",\"f\":{\"x\":[]}}", new RecordValue("P", Map.of("x", List.of())));
    reads(
        "{\"$nd\":{\"b64\":\"AQAAAAIAAAA=\",\"shape\":[1,2],\"scalar\":false,\"dtype\":\"<i4\"}}",
        NdArray.over(
            dev.graft.value.DType.INT32,
            ByteOrder.LITTLE_ENDIAN,
            java.nio.ByteBuffer.wrap(new byte[] {1, 0, 0, 0, 2, 0, 0, 0}),
            1,
            2));
  }

  private static void reads(String text, Object value) throws JsonFormatException {
    assertThat(TypedJson.read(text, "test")).isEqualTo(value);
  }

  @Test
  void writesViewsOfArraysRowByRow() throws JsonFormatException {
    NdArray view = NdArray.of(new long[] {1, 2, 3, 4, 5, 6}, 2, 3).transposed().slice(0, 0, 3, 2);
    assertThat(TypedJson.read(TypedJson.write(view), "test")).isEqualTo(view);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{\"$set\":{}}`|\"$set\" is followed by an array",
        "`{\"$set\":[1,true]}`|int 1 and bool true are one key in Python",
        "`{\"$set\":[\"a\",\"a\"]}`|str \"a\" and str \"a\" are one key",
        "`{\"$set\":[{\"$f\":\"nan\"},{\"$f\":\"nan\"}]}`|are one key",
        "`{\"$set\":[[]]}`|a list cannot be a key; use a tuple",
        "`{\"$fset\":[{\"$ts\":\"2024-01-01T00:00:00Z\"},{\"$ts\":\"2024-01-01T01:00:00+01:00\"}]}`"
            + "|are one key",
        "`{\"$map\":[[1,\"a\"],[{\"$dec\":\"1.0\"},\"b\"]]}`|are one key",
        "`{\"$map\":[[\"a\",1],[\"a\",2]]}`|are one key",
        "`{\"$map\":[[{},1]]}`|a dict cannot be a key",
        "`{\"$map\":[[1,2,3]]}`|pairs",
        "`{\"$map\":[[]]}`|pairs",
        "`{\"$map\":[1]}`|pairs",
        "`{\"$c\":[\"1\"]}`|two texts of floats",
        "`{\"$c\":[1,2]}`|two texts of floats",
        "`{\"$c\":[\"1\",\"x\"]}`|not a float",
        "`{\"$dec\":\"1,5\"}`|not a decimal",
        "`{\"$dec\":1.5}`|followed by a text",
        "`{\"$date\":\"2023-02-29\"}`|not a date",
        "`{\"$date\":\"10000-01-01\"}`|not a date",
        "`{\"$date\":\"+10000-01-01\"}`|years are 1 to 9999",
        "`{\"$time\":\"12:30:00.1234567\"}`|not a time in microseconds",
        "`{\"$dt\":\"2024-02-29T12:30:00Z\"}`|not a naive datetime",
        "`{\"$ts\":\"2024-02-29T12:30:00\"}`|not an aware datetime",
        "`{\"$dur\":\"1\"}`|microseconds",
        "`{\"$dur\":\"86400000000000000000000\"}`|999999999 days",
        "`{\"$dur\":\"1000000000000000000000000000000000\"}`|not a number of nanoseconds",
        "`{\"$uuid\":\"0e984725c51c4bf49960e1c80e27aba0\"}`|not a UUID",
        "`{\"$uuid\":\"0e98472-5c51c-4bf4-9960-e1c80e27aba0\"}`|not a UUID",
        "`{\"$enum\":[\"Color\"]}`|two texts",
        "`{\"$enum\":[\"Color\",1]}`|two texts",
        "`{\"$rec\":\"P\"}`|\"f\"",
        "`{\"$rec\":\"P\",\"g\":{}}`|\"f\"",
        "`{\"$rec\":\"P\",\"f\":[]}`|a record is written",
        "`{\"$rec\":1,\"f\":{}}`|a record is written",
        "`{\"$rec\":\"P\",\"f\":{\"$map\":[[1,1]]}}`|the name of a field is a str, not int 1",
        "`{\"$rec\":\"P\",\"f\":{},\"g\":1}`|no other key",
        "`{\"$nd\":[]}`|followed by an object",
        "`{\"$nd\":{\"dtype\":\"<f8\",\"shape\":[1]}}`|holds the texts",
        "`{\"$nd\":{\"dtype\":\"<f8\",\"shape\":1,\"b64\":\"\"}}`|a list of at most 32 lengths",
        "`{\"$nd\":{\"dtype\":\"<U1\",\"shape\":[],\"b64\":\"\"}}`|is no \"dtype\"",
        "`{\"$nd\":{\"dtype\":\"|f8\",\"shape\":[0],\"b64\":\"\"}}`|is no \"dtype\"",
        "`{\"$nd\":{\"dtype\":\"<f8\",\"shape\":[2],\"b64\":\"AAAAAAAAAAA=\"}}`"
            + "|another number of bytes than the 8",
        "`{\"$nd\":{\"dtype\":\"<f8\",\"shape\":[-1],\"b64\":\"\"}}`|from 0 to 2147483647",
        "`{\"$nd\":{\"dtype\":\"<f8\",\"shape\":[2147483647,2147483647],\"b64\":\"\"}}`"
            + "|another number of bytes",
        "`{\"$nd\":{\"dtype\":\"<f8\",\"shape\":[0],\"b64\":\"*\"}}`|not base64",
        "`{\"$nd\":{\"dtype\":\"|u1\",\"shape\":[1],\"b64\":\"AA==\",\"scalar\":true}}`"
            + "|a scalar has the shape []",
        "`{\"$nd\":{\"dtype\":\"|u1\",\"shape\":[],\"b64\":\"AA==\",\"scalar\":1}}`|true or false",
        "`{\"$nd\":{\"dtype\":\"|u1\",\"shape\":[],\"b64\":\"AA==\",\"x\":1}}`|not \"x\"",
        "`{\"$opaque\":\"Socket\"}`|an opaque reference cannot be read",
        "`{\"$what\":1}`|$fset, $c, $dec, $date, $time, $dt, $ts, $dur, $uuid, $enum, $rec, $nd",
      })
  void saysWhatIsWrong(String text, String part) {
    JsonFormatException e =
        assertThrows(JsonFormatException.class, () -> TypedJson.read(text, "in.jsonl", 7));
    assertThat(e).hasMessageThat().contains(part);
    assertThat(e.place()).startsWith("in.jsonl:7:");
  }

  @Test
  void writesAnOpaqueReferenceForPeopleOnly() {
    assertThat(TypedJson.write(List.of(new Opaque("worker", 7, "socket.socket"))))
        .isEqualTo("[{\"$opaque\":\"socket.socket\"}]");
  }

  @Test
  void refusesEachOfThemAsOrdinaryJson() {
    Map<Object, String> names = new LinkedHashMap<>();
    names.put(Set.of(1L), "a set");
    names.put(FrozenSet.copyOf(List.of()), "a frozenset");
    names.put(new Complex(1, 2), "a complex");
    names.put(Decimal.parse("1"), "a Decimal");
    names.put(LocalDate.of(2024, 1, 1), "a date");
    names.put(Time.parse("12:00"), "a time");
    names.put(DateTime.parse("2024-01-01T12:00"), "a datetime");
    names.put(Duration.ofDays(1), "a timedelta");
    names.put(new UUID(1, 2), "a UUID");
    names.put(new EnumMember("C", "A"), "an enum member");
    names.put(new RecordValue("P", Map.of()), "a record");
    names.put(NdArray.of(new int[1]), "an array");
    names.put(NdArray.of(new int[1]).at(0).asScalar(), "a NumPy scalar");
    names.put(new Opaque("h", 1, "T"), "an opaque reference");
    names.put(Tuple.of(), "a tuple");
    names.forEach(
        (value, name) -> {
          Map<String, @Nullable Object> around = Collections.singletonMap("x", value);
          ValueException e = assertThrows(ValueException.class, () -> TypedJson.writePlain(around));
          assertThat(e)
              .hasMessageThat()
              .isEqualTo(
                  ".x: ordinary JSON cannot hold "
                      + name
                      + "; write typed JSON (leave out --plain)");
        });
  }
}
