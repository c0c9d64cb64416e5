package dev.graft.value;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which values are one key in Python. Each group below holds values that are. */
final class PythonKeyTest {
  private static final List<List<@Nullable Object>> GROUPS =
      List.of(
          Arrays.asList((Object) null),
          List.of(
              0L,
              0.0,
              -0.0,
              false,
              decimal("0"),
              decimal("-0.00"),
              decimal("0E+999999999999999999"),
              new Complex(0, -0.0),
              new Complex(-0.0, 0),
              scalar(NdArray.of(new double[] {-0.0})),
              scalar(NdArray.of(new int[] {0}))),
          List.of(
              1L,
              1.0,
              true,
              decimal("1"),
              decimal("1.00"),
              decimal("100E-2"),
              new Complex(1, 0),
              scalar(NdArray.of(new float[] {1})),
              scalar(NdArray.of(new byte[] {1}))),
          List.of(0.5, decimal("0.50"), scalar(NdArray.of(new float[] {0.5f}))),
          List.of(0.1, new Complex(0.1, 0)),
          List.of(decimal("0.1"), decimal("0.10")),
          List.of(scalar(NdArray.of(new float[] {0.1f})), (double) 0.1f),
          List.of((1L << 53) + 1, decimal("9007199254740993")),
          List.of(1L << 53, 0x1p53, decimal("9007199254740992.0")),
          List.of(BigInteger.ONE.shiftLeft(63), 0x1p63, decimal("9223372036854775808")),
          List.of(Long.MIN_VALUE, -0x1p63),
          List.of(-1L, decimal("-1")),
          List.of(scalar(NdArray.of(new long[] {-5})), -5L),
          List.of(BigInteger.TEN.pow(400), decimal("1E+400"), decimal("10E+399")),
          List.of(BigInteger.TEN.pow(22), 1e22, decimal("1E+22")),
          List.of(BigInteger.TEN.pow(23), decimal("1E+23")),
          List.of(1e23),
          List.of(Double.MIN_VALUE),
          List.of(decimal("1E+99999999999"), decimal("10E+99999999998")),
          List.of(decimal("-1E+99999999999")),
          List.of(
              Double.POSITIVE_INFINITY,
              decimal("Infinity"),
              new Complex(Double.POSITIVE_INFINITY, 0)),
          List.of(Double.NEGATIVE_INFINITY, decimal("-Infinity")),
          List.of(Double.NaN),
          List.of(decimal("NaN")),
          List.of(decimal("NaN1")),
          List.of(new Complex(0, 1), new Complex(-0.0, 1)),
          List.of(new Complex(0, -1)),
          List.of("1"),
          List.of("a"),
          List.of(Bytes.copyOf(new byte[] {'a'}), Bytes.copyOf(new byte[] {'a'})),
          List.of(Tuple.of(1L, "a"), Tuple.of(true, "a"), Tuple.of(decimal("1.0"), "a")),
          List.of(Tuple.of("a", 1L)),
          List.of(Tuple.of(Tuple.of(1L)), Tuple.of(Tuple.of(1.0))),
          List.of(
              FrozenSet.copyOf(List.of(1L, "a")),
              FrozenSet.copyOf(List.of("a", 1.0)),
              FrozenSet.copyOf(List.of("a", true))),
          List.of(FrozenSet.copyOf(List.of("a"))),
          List.of(Tuple.of(), Tuple.copyOf(List.of())),
          List.of(FrozenSet.copyOf(List.of())),
          List.of(new RecordValue("P", Map.of("x", 1L)), new RecordValue("P", Map.of("x", 1.0))),
          List.of(new RecordValue("Q", Map.of("x", 1L))),
          List.of(new EnumMember("C", "A"), new EnumMember("C", "A")),
          List.of(new EnumMember("C", "B")),
          List.of(LocalDate.of(2024, 1, 1)),
          List.of(time("2024-01-01T00:00:00"), time("2024-01-01T00:00:00[fold=1]")),
          List.of(
              time("2024-01-01T00:00:00Z"),
              time("2024-01-01T01:00:00+01:00"),
              time("2024-01-01T01:00:00+01:00[name=CET]"),
              time("2023-12-31T23:59:59.999999-00:00:00.000001"),
              time("2024-01-01T01:00:00[Europe/Berlin]"),
              time("2023-12-31T19:00:00[America/New_York][fold=1]")),
          // Of the hour that comes twice, Python says that it equals no other zone's.
          List.of(
              time("2024-10-27T02:30:00[Europe/Berlin]"),
              time("2024-10-27T02:30:00[Europe/Berlin][fold=1]")),
          List.of(time("2024-10-27T00:30:00Z")),
          List.of(time("2024-10-27T01:30:00Z")),
          List.of(time("2024-10-27T02:30:00")),
          List.of(time("2024-01-01T00:00:00[No/Such_Place]")),
          List.of(time("2024-01-01T00:00:01Z")),
          List.of(Time.parse("12:00:00"), Time.parse("12:00:00[Europe/Berlin][fold=1]")),
          List.of(
              Time.parse("12:00:00Z"),
              Time.parse("13:00:00+01:00"),
              Time.parse("11:00:00-01:00[name=x]"),
              Time.parse("12:00:00[UTC]")),
          List.of(Time.parse("12:00:00[No/Such_Place]")),
          List.of(Time.parse("12:00:00.000001+00:00:00.000001")),
          List.of(Duration.ofDays(1), Duration.ofHours(24)),
          List.of(new UUID(1, 2), new UUID(1, 2)),
          List.of(new Opaque("h", 1, "T"), new Opaque("h", 1, "T")),
          List.of(new Opaque("h", 2, "T")));

  private static Decimal decimal(String text) {
    return Decimal.parse(text);
  }

  private static DateTime time(String text) {
    return DateTime.parse(text);
  }

  private static NdArray scalar(NdArray one) {
    return one.at(0).asScalar();
  }

  @Test
  void takesForOneKeyWhatPythonDoes() {
    for (int i = 0; i < GROUPS.size(); i++) {
      for (int j = 0; j < GROUPS.size(); j++) {
        for (Object a : GROUPS.get(i)) {
          for (Object b : GROUPS.get(j)) {
            assertWithMessage("%s and %s", Values.describe(a), Values.describe(b))
                .that(PythonKey.of(a).equals(PythonKey.of(b)))
                .isEqualTo(i == j);
          }
        }
      }
    }
  }

  @Test
  void refusesWhatCannotBeHashed() {
    refuses(List.of(), "a list cannot be a key; use a tuple");
    refuses(Set.of(), "a set cannot be a key; use a frozenset");
    refuses(Map.of(), "a dict cannot be a key");
    refuses(Tuple.of(1L, List.of()), "a list cannot be a key; use a tuple");
    refuses(NdArray.of(new double[1]), "an array cannot be a key");
    refuses(decimal("sNaN"), "a signaling NaN cannot be a key");
  }

  @Test
  void namesBothKeys() {
    DistinctKeys keys = new DistinctKeys();
    keys.add(1L);
    keys.add("1");
    ValueException e = assertThrows(ValueException.class, () -> keys.add(true));
    assertThat(e.kind().text()).isEqualTo("INVALID");
    assertThat(e.fact()).startsWith("int 1 and bool true are one key in Python");
    assertThat(keys.refuses(1.0)).isTrue();
    assertThat(keys.refuses(List.of())).isTrue();
    assertThat(keys.refuses(2L)).isFalse();
  }

  private static void refuses(Object value, String fact) {
    ValueException e = assertThrows(ValueException.class, () -> PythonKey.of(value));
    assertThat(e.fact()).isEqualTo(fact);
  }
}
