package dev.graft.value;

import static com.google.common.truth.Truth.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text here is what CPython 3.12 prints for {@code repr(float(text))}. */
final class FloatTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0",
        "-0.0",
        "1.0",
        "-1.5",
        "0.1",
        "100.0",
        "123456.789",
        "0.0001",
        "1e-05",
        "1.5e-05",
        "1e+16",
        "9999999999999998.0",
        "1.2345678901234567e+19",
        "5e-324",
        "1e-323",
        "2e-323",
        "9.9e-324",
        "1.7976931348623157e+308",
        "2.2250738585072014e-308",
        "1e+22",
        "1e+23",
        "123456789012345.6",
        "0.30000000000000004",
        "nan",
        "inf",
        "-inf"
      })
  void isPythonsRepr(String text) {
    String expected = text.equals("9.9e-324") ? "1e-323" : text;
    assertThat(FloatText.of(FloatText.parse(text))).isEqualTo(expected);
  }

  @Test
  void readsBackWhatItWrote() {
    Random random = new Random(5);
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (!Double.isNaN(value)) {
        assertThat(FloatText.parse(FloatText.of(value))).isEqualTo(value);
      }
    }
  }
}
