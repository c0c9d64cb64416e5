package dev.graft.nodes.number;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.nodes.Driver;
import dev.graft.params.InvalidParamsException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CalculatorNodeTest {
  private static Driver calculator(String operation, Object operand) {
    return new Driver(
        new CalculatorNodeFactory(), Map.of("operation", operation, "operand", operand));
  }

  @Test
  void addsNothingByDefault() {
    Driver node = new Driver(new CalculatorNodeFactory(), Map.of());
    assertThat(node.one(3L)).isEqualTo(3L);
    assertThat(node.one(-0.0)).isEqualTo(0.0);
  }

  @ParameterizedTest
  @CsvSource({
    "add, 40, 2, 42",
    "subtract, 40, 2, 38",
    "multiply, 42, 3, 126",
    "power, 2, 62, 4611686018427387904",
    "modulo, -7, 3, 2",
    "modulo, 7, -3, -2",
    "square, -5, 99, 25"
  })
  void keepsInts(String operation, long item, long operand, long result) {
    assertThat(calculator(operation, operand).one(item)).isEqualTo(result);
  }

  @Test
  void intsGrowBeyond64BitsAndComeBack() {
    BigInteger beyond = BigInteger.ONE.shiftLeft(63);
    assertThat(calculator("add", 1L).one(Long.MAX_VALUE)).isEqualTo(beyond);
    assertThat(calculator("subtract", 1L).one(beyond)).isEqualTo(Long.MAX_VALUE);
    assertThat(calculator("multiply", -1L).one(Long.MIN_VALUE)).isEqualTo(beyond);
    assertThat(calculator("subtract", Long.MIN_VALUE).one(0L)).isEqualTo(beyond);
    assertThat(calculator("square", 0L).one(Long.MIN_VALUE))
        .isEqualTo(BigInteger.ONE.shiftLeft(126));
    assertThat(calculator("modulo", beyond).one(-1L)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void boolsAreIntsAndResultsNeverBools() {
    assertThat(calculator("add", 0L).one(true)).isEqualTo(1L);
    assertThat(calculator("multiply", true).one(false)).isEqualTo(0L);
    assertThat(calculator("divide", true).one(true)).isEqualTo(1.0);
  }

  @Test
  void divisionIsAlwaysAFloatAndRoundsOnce() {
    assertThat(calculator("divide", 2L).one(4L)).isEqualTo(2.0);
    assertThat(calculator("divide", -5L).one(0L)).isEqualTo(-0.0);
    assertThat(calculator("divide", BigInteger.TEN.pow(399)).one(BigInteger.TEN.pow(400)))
        .isEqualTo(10.0);
  }

  @Test
  void errorsHaveTheKindsOfTheContract() {
    BigInteger huge = BigInteger.TEN.pow(400);
    assertThat(calculator("divide", 0L).refusal(1L)).isEqualTo(ErrorKind.ARITHMETIC);
    assertThat(calculator("divide", -0.0).refusal(1L)).isEqualTo(ErrorKind.ARITHMETIC);
    assertThat(calculator("modulo", 0L).refusal(1.5)).isEqualTo(ErrorKind.ARITHMETIC);
    assertThat(calculator("power", -1L).refusal(0L)).isEqualTo(ErrorKind.ARITHMETIC);
    assertThat(calculator("power", 0.5).refusal(-4L)).isEqualTo(ErrorKind.RANGE);
    assertThat(calculator("power", 1000000L).refusal(2L)).isEqualTo(ErrorKind.RANGE);
    assertThat(calculator("add", 0.5).refusal(huge)).isEqualTo(ErrorKind.RANGE);
    assertThat(calculator("divide", 3L).refusal(huge)).isEqualTo(ErrorKind.RANGE);
    assertThat(calculator("square", 0L).refusal(1e200)).isEqualTo(ErrorKind.RANGE);
    assertThat(calculator("square", 0L).one(Double.NEGATIVE_INFINITY))
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void squareOfAnIntStopsAtAMillionBits() {
    Driver square = calculator("square", 0L);
    assertThat(square.refusal(BigInteger.ONE.shiftLeft(500_000))).isEqualTo(ErrorKind.RANGE);
    assertThat(square.one(BigInteger.ONE.shiftLeft(499_999)))
        .isEqualTo(BigInteger.ONE.shiftLeft(999_998));
  }

  @Test
  void whatIsNoNumberIsRefused() {
    Driver node = calculator("add", 1L);
    for (Object item : List.of("1", List.of(1L), Map.of())) {
      assertThat(node.refusal(item)).isEqualTo(ErrorKind.TYPE);
    }
    assertThat(node.refusal(null)).isEqualTo(ErrorKind.TYPE);
    assertThat(node.one(1L)).isEqualTo(2L);
  }

  @Test
  void wrongParametersAreReportedTogether() {
    Map<String, Object> params = new HashMap<>();
    params.put("operation", "Add");
    params.put("operand", "2");
    params.put("operant", 2L);
    InvalidParamsException thrown =
        assertThrows(
            InvalidParamsException.class, () -> new CalculatorNodeFactory().create(params));
    assertThat(thrown.violations()).hasSize(3);
    assertThat(thrown).hasMessageThat().contains("Did you mean \"operand\"?");
    for (Object operand : Arrays.asList(Double.NaN, null)) {
      Map<String, Object> bad = new HashMap<>();
      bad.put("operand", operand);
      assertThrows(InvalidParamsException.class, () -> new CalculatorNodeFactory().create(bad));
    }
  }
}
