package dev.graft.py;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.NodeException;
import dev.graft.value.Bytes;
import dev.graft.value.Decimal;
import dev.graft.value.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What an author relies on; {@code cli} compares every rule with Python itself. */
final class PyValueTest {
  @Test
  void oneIsOneAndTrueAndNaNIsNothing() {
    assertThat(PyValue.equal(1L, 1.0)).isTrue();
    assertThat(PyValue.equal(true, 1L)).isTrue();
    assertThat(PyValue.equal(Double.NaN, Double.NaN)).isFalse();
    assertThat(PyValue.equal(List.of(1L), List.of(1.0))).isTrue();
    assertThat(PyValue.equal(List.of(1L), Tuple.of(1L))).isFalse();
    assertThat(PyValue.equal(PyDict.of("a", 1L, "b", 2L), PyDict.of("b", 2.0, "a", true))).isTrue();
    assertThat(PyValue.contains(Map.of(1L, "x"), true)).isTrue();
    assertThat(PyDict.item(Map.of(1L, "x"), 1.0)).isEqualTo("x");
  }

  @Test
  void intsDoNotOverflow() {
    assertThat(PyValue.add(Long.MAX_VALUE, true)).isEqualTo(BigInteger.ONE.shiftLeft(63));
    assertThat(PyValue.floorDivide(-7L, 2L)).isEqualTo(-4L);
    assertThat(PyValue.modulo(-7L, 3L)).isEqualTo(2L);
    assertThat(PyArithmetic.round(2.5)).isEqualTo(2L);
    assertThat(PyArithmetic.round(2.675, 2)).isEqualTo(2.67);
    assertThat(PyArithmetic.truncate(-2.9)).isEqualTo(-2L);
    assertThat(PyValue.bitLength(-8L)).isEqualTo(4L);
    assertThat(PyValue.bitAnd(-2L, 7L)).isEqualTo(6L);
  }

  @Test
  void textsAreCodePoints() {
    String text = "a\ud83d\ude00b";
    assertThat(PyValue.length(text)).isEqualTo(3L);
    assertThat(PyStr.item(text, 1L)).isEqualTo("\ud83d\ude00");
    assertThat(PyStr.slice(text, -2L, null)).isEqualTo("\ud83d\ude00b");
    assertThat(PyValue.slice(Tuple.of(1L, 2L, 3L), 1L, null)).isEqualTo(Tuple.of(2L, 3L));
    assertThat(PyStr.compare("\uffff", "\ud83d\ude00")).isLessThan(0);
    assertThat(PyStr.of(Arrays.asList(1.0, null, "it's", Tuple.of(true))))
        .isEqualTo("[1.0, None, \"it's\", (True,)]");
  }

  @Test
  void listsAreNewOnes() {
    List<Object> list = PyList.of(1L, "a");
    assertThat(PyList.pop(list)).isEqualTo("a");
    assertThat(PyList.concat(list, list)).containsExactly(1L, 1L);
    assertThat(PyList.item(new ArrayList<>(List.of(1L, 2L)), -1L)).isEqualTo(2L);
    assertThat(PyValue.unpack(Tuple.of(1L, 2L), 2)).containsExactly(1L, 2L).inOrder();
    // Added up as CPython does since 3.12.
    assertThat(PyList.sum(List.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1)))
        .isEqualTo(1.0);
  }

  @Test
  void errorsHaveTheKindsOfPythonsExceptions() {
    assertKind("TYPE", () -> PyValue.add(1L, "a"));
    assertKind("TYPE", () -> PyValue.isLess(null, 1L));
    assertKind("TYPE", () -> PyValue.length(1L));
    assertKind("ARITHMETIC", () -> PyValue.floorDivide(1L, 0.0));
    assertKind("NOT_FOUND", () -> PyValue.item(Map.of(), "a"));
    assertKind("RANGE", () -> PyValue.item(List.of(), 0L));
    assertKind("INVALID", () -> PyValue.toInt("1.5"));
    assertKind("INVALID", () -> PyValue.unpack(List.of(1L), 2));
    assertKind("INVALID", () -> PyStr.of(BigInteger.TEN.pow(4300)));
    assertKind("USER:AttributeError", () -> PyValue.asText(1L));
    assertKind("RANGE", () -> PyValue.multiply("ab", Long.MAX_VALUE));
  }

  @Test
  void whatIsNotKnownIsRefused() {
    assertKind("UNSUPPORTED", () -> PyValue.add(Decimal.parse("1"), 1L));
    assertKind("UNSUPPORTED", () -> PyValue.equal(Decimal.parse("1"), 1L));
    assertKind("UNSUPPORTED", () -> PyStr.of(Set.of()));
    assertThat(PyValue.equal(Bytes.copyOf(new byte[] {1}), Bytes.copyOf(new byte[] {1}))).isTrue();
    assertThat(PyValue.equal(Bytes.copyOf(new byte[] {1}), "x")).isFalse();
  }

  private static void assertKind(String kind, Executable call) {
    assertThat(assertThrows(NodeException.class, call).kind().text()).isEqualTo(kind);
  }
}
