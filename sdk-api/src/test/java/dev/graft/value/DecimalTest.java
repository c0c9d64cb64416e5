package dev.graft.value;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decimals by example; that thousands of texts mean the same to Python, another module tests. */
final class DecimalTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.00",
        "-0E+3",
        "1.10",
        "0.000001",
        "1E-7",
        "1E+1",
        "1.5E+30",
        "-1.234567890123456789012345678901234567890E-1000000",
        "Infinity",
        "-Infinity",
        "NaN",
        "-NaN123",
        "sNaN",
        "-sNaN7",
        "9E+999999999999999999",
        "1E-1999999999999999997"
      })
  void writesWhatItReads(String text) {
    Decimal decimal = Decimal.parse(text);
    assertThat(decimal.toString()).isEqualTo(text);
    assertThat(Decimal.parse(decimal.toString())).isEqualTo(decimal);
  }

  @ParameterizedTest
  @CsvSource({
    "+1, 1",
    "1., 1",
    ".5, 0.5",
    "1e3, 1E+3",
    "' 1_000 ', 1000",
    "00012, 12",
    "1E0000000000000000000000005, 1E+5",
    "inF, Infinity",
    "+nan0012, NaN12",
    "NaN000, NaN",
    "\u0661\u0662, 12",
    "'\u00a01\u0085', 1"
  })
  void readsWhatPythonReads(String text, String written) {
    assertThat(Decimal.parse(text).toString()).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "_",
        ".",
        "1e",
        "e5",
        "1 2",
        "--1",
        "0x1",
        "1E+1000000000000000000",
        "10E+999999999999999999",
        "1E-1999999999999999998",
        "0E+1000000000000000000",
        "1E99999999999999999999999",
        "Infinity1",
        "snan-1"
      })
  void refusesWhatPythonRefuses(String text) {
    assertThrows(NumberFormatException.class, () -> Decimal.parse(text));
  }

  @Test
  void keepsScaleAndSignWhereAPartOfTheValue() {
    assertThat(Decimal.parse("1.10")).isNotEqualTo(Decimal.parse("1.1"));
    assertThat(Decimal.parse("-0")).isNotEqualTo(Decimal.parse("0"));
    assertThat(Decimal.parse("NaN1")).isNotEqualTo(Decimal.parse("NaN"));
    assertThat(Decimal.of(new BigDecimal("-1.10"))).isEqualTo(Decimal.parse("-1.10"));
    assertThat(Decimal.of(new BigDecimal("1E+5"))).isEqualTo(Decimal.parse("1E+5"));
    assertThat(Decimal.parse("-1.10").toBigDecimal()).isEqualTo(new BigDecimal("-1.10"));
  }

  @Test
  void isABigDecimalOnlyWhereJavaHasSuchANumber() {
    assertThrows(ArithmeticException.class, () -> Decimal.parse("NaN").toBigDecimal());
    assertThrows(ArithmeticException.class, () -> Decimal.parse("-Infinity").toBigDecimal());
    assertThrows(ArithmeticException.class, () -> Decimal.parse("1E+9999999999").toBigDecimal());
  }

  @Test
  void refusesPartsThatMakeNoDecimal() {
    BigInteger one = BigInteger.ONE;
    assertThrows(
        IllegalArgumentException.class,
        () -> new Decimal(Decimal.Kind.FINITE, false, one.negate(), 0));
    assertThrows(
        IllegalArgumentException.class, () -> new Decimal(Decimal.Kind.INFINITE, false, one, 0));
    assertThrows(
        IllegalArgumentException.class, () -> new Decimal(Decimal.Kind.NAN, false, one, 1));
  }

  @Test
  void readsLongRowsOfDigits() {
    String digits = "1234567890".repeat(20_000);
    assertThat(Decimal.parse(digits).coefficient().mod(BigInteger.TEN.pow(20)))
        .isEqualTo(new BigInteger("12345678901234567890"));
    assertThat(DecimalDigits.parse("-" + digits).signum()).isEqualTo(-1);
    assertThrows(
        NumberFormatException.class, () -> DecimalDigits.parse("1".repeat(999) + "-1".repeat(99)));
    assertThrows(NumberFormatException.class, () -> DecimalDigits.parse("-"));
  }
}
