package dev.graft.nodes.number;

import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.graft.node.NodeException;
import dev.graft.nodes.Driver;
import dev.graft.py.PyArithmetic;
import dev.graft.value.Values;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The calculator against a table that CPython wrote; {@code arithmetic.py} beside it says how. */
final class ArithmeticTableTest {
  private static final BigInteger PRIME = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);

  @Test
  void agreesWithPython() throws IOException {
    List<String> wrong = new ArrayList<>();
    int lines = 0;
    for (String line : table()) {
      String[] parts = line.split(" ", -1);
      String found = result(parts[0], number(parts[1]), number(parts[2]));
      lines++;
      if (!agrees(parts[0], parts[3], found)) {
        wrong.add(line + " but got " + found);
      }
    }
    assertWithMessage("of %s lines", lines).that(wrong).isEmpty();
    assertWithMessage("lines").that(lines).isGreaterThan(7000);
  }

  private static List<String> table() throws IOException {
    InputStream file =
        Objects.requireNonNull(ArithmeticTableTest.class.getResourceAsStream("arithmetic.txt"));
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, UTF_8))) {
      return reader.lines().toList();
    }
  }

  private static String result(String operation, Number item, Number operand) {
    Map<String, Object> params = Map.of("operation", operation, "operand", operand);
    Driver calculator;
    if (operand instanceof Double value && Double.isNaN(value)) {
      return direct(operation, item, operand);
    }
    calculator = new Driver(new CalculatorNodeFactory(), params);
    try {
      return text((Number) Objects.requireNonNull(calculator.one(item)));
    } catch (NodeException e) {
      return e.kind().text();
    }
  }

  /** NaN is refused as a parameter, so the arithmetic is asked for it without the node. */
  private static String direct(String operation, Number a, Number b) {
    try {
      return text(
          switch (operation) {
            case "add" -> PyArithmetic.add(a, b);
            case "subtract" -> PyArithmetic.subtract(a, b);
            case "multiply" -> PyArithmetic.multiply(a, b);
            case "divide" -> PyArithmetic.divide(a, b);
            case "modulo" -> PyArithmetic.modulo(a, b);
            default -> PyArithmetic.power(a, b);
          });
    } catch (NodeException e) {
      return e.kind().text();
    }
  }

  private static Number number(String text) {
    return switch (text) {
      case "10^309" -> BigInteger.TEN.pow(309);
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan" -> Double.NaN;
      default ->
          text.contains("x")
              ? (Number) Double.parseDouble(text)
              : Values.normalize(new BigInteger(text));
    };
  }

  private static String text(Number value) {
    if (value instanceof Double number) {
      return "float:" + Double.toHexString(number);
    }
    BigInteger big = Values.toBigInteger(value);
    int bits = big.abs().bitLength();
    return bits < 300 ? big.toString() : "bits:" + bits + ":" + big.abs().mod(PRIME);
  }

  /** Float powers may differ in the last bit, as the contract allows; all else is exact. */
  private static boolean agrees(String operation, String expected, String found) {
    boolean isFloat = expected.contains("x") || expected.contains("inf") || expected.equals("nan");
    if (!isFloat) {
      return expected.equals(found);
    } else if (!found.startsWith("float:")) {
      return false;
    }
    double wanted = (Double) number(expected);
    double got = Double.parseDouble(found.substring("float:".length()));
    double tolerance = operation.equals("power") ? Math.ulp(wanted) : 0;
    return Double.compare(wanted, got) == 0
        || (tolerance > 0 && Math.abs(wanted - got) <= tolerance);
  }
}
