package dev.graft.value;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.descriptor.ValueType;
import dev.graft.node.ErrorKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EncodeTest {
  @Test
  void givesAnIntItsOneForm() {
    assertThat(Encode.int32(7)).isEqualTo(7L);
    assertThat(Encode.bigInt(BigInteger.TWO)).isEqualTo(2L);
    assertThat(Encode.number(BigInteger.TWO)).isEqualTo(2L);
    assertThat(Encode.number(7)).isEqualTo(7L);
    assertThat(Encode.number(0.5f)).isEqualTo(0.5);
    assertThat(Encode.any((short) 3)).isEqualTo(3L);
  }

  @Test
  void refusesWhatIsNoIntAndNoFloat() {
    assertThat(fact(() -> Encode.number(new BigDecimal("1.5"))))
        .isEqualTo("expected number, got Decimal 1.5");
    assertThat(fact(() -> Encode.any(new Object()))).startsWith("expected a portable value, got");
  }

  @Test
  void copiesArraysOfBytesAndKeepsTheScaleOfDecimals() {
    byte[] content = {1, 2};
    Bytes bytes = Encode.byteArray(content);
    content[0] = 9;
    assertThat(bytes.get(0)).isEqualTo(1);
    assertThat(Encode.bigDecimal(new BigDecimal("1.10"))).isEqualTo(Decimal.parse("1.10"));
  }

  @Test
  void refusesTimesThatPythonDoesNotHave() {
    assertThat(Encode.date(LocalDate.MIN.withYear(1))).isEqualTo(LocalDate.of(1, 1, 1));
    assertThat(kind(() -> Encode.date(LocalDate.MAX))).isEqualTo(ErrorKind.RANGE);
    assertThat(kind(() -> Encode.duration(Duration.ofNanos(1)))).isEqualTo(ErrorKind.RANGE);
    assertThat(kind(() -> Encode.date(null))).isEqualTo(ErrorKind.TYPE);
  }

  @Test
  void refusesItemsThatAreOneInPython() {
    Set<@Nullable Object> set = new LinkedHashSet<>(List.of("a", 0L));
    assertThat(Encode.distinct(set, 2)).isSameInstanceAs(set);
    set.add(false);
    ValueException equal = assertThrows(ValueException.class, () -> Encode.distinct(set, 3));
    assertThat(equal.path()).isEqualTo("[2]");
  }

  @Test
  void refusesNullWhereNoNoneIsDeclared() {
    assertThat(fact(() -> Encode.str(null))).isEqualTo("expected str, got none");
    assertThat(fact(() -> Encode.int64(null))).isEqualTo("expected int, got none");
    assertThat(fact(() -> Encode.number(null))).isEqualTo("expected number, got none");
    assertThat(fact(() -> Encode.present(null, new ValueType.ListOf(ValueType.Scalar.STR))))
        .isEqualTo("expected list[str], got none");
    assertThat(Encode.any(null)).isNull();
  }

  @Test
  void refusesKeysThatAreOneInPython() {
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
    dict.put(1L, "a");
    dict.put("1", "b");
    assertThat(Encode.distinct(dict, 2)).isSameInstanceAs(dict);
    assertThat(fact(() -> Encode.distinct(dict, 3))).contains("are one key");

    dict.put(1.0, "c");
    ValueException equal = assertThrows(ValueException.class, () -> Encode.distinct(dict, 3));
    assertThat(equal.path()).isEqualTo("[1.0]");

    dict.remove(1.0);
    dict.put(List.of(), "d");
    assertThat(fact(() -> Encode.distinct(dict, 3))).contains("a list cannot be a key");
  }

  private static ErrorKind kind(Runnable attempt) {
    return assertThrows(ValueException.class, attempt::run).kind();
  }

  private static String fact(Runnable attempt) {
    return assertThrows(ValueException.class, attempt::run).fact();
  }
}
