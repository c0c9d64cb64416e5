package dev.graft.nodes.flow;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.nodes.Driver;
import dev.graft.params.InvalidParamsException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FilterNodeTest {
  private static Driver filter(Map<String, Object> params) {
    return new Driver(new FilterNodeFactory(), params);
  }

  @Test
  void keepsWhatLiesWithinBothLimits() {
    Driver node = filter(Map.of("min_value", 1L, "max_value", 2.5));
    assertThat(node.process(1L)).containsExactly(1L);
    assertThat(node.process(2.5)).containsExactly(2.5);
    assertThat(node.process(true)).containsExactly(true);
    assertThat(node.process(0L)).isEmpty();
    assertThat(node.process(3L)).isEmpty();
    assertThat(node.process(BigInteger.TEN.pow(30))).isEmpty();
  }

  @Test
  void everyNumberButNaNPassesWithoutLimits() {
    Driver node = filter(Map.of());
    assertThat(node.process(Double.NEGATIVE_INFINITY)).containsExactly(Double.NEGATIVE_INFINITY);
    assertThat(node.process(false)).containsExactly(false);
    assertThat(node.process(Double.NaN)).isEmpty();
  }

  @Test
  void comparesIntsWithFloatsExactly() {
    Driver node = filter(Map.of("min_value", 9007199254740993L));
    assertThat(node.process(9007199254740992.0)).isEmpty();
    assertThat(node.process(9007199254740994.0)).hasSize(1);
    assertThat(filter(Map.of("max_value", 0.1)).process(BigInteger.TEN.pow(400))).isEmpty();
    assertThat(
            filter(Map.of("max_value", Double.POSITIVE_INFINITY)).process(BigInteger.TEN.pow(400)))
        .hasSize(1);
  }

  @Test
  void testsAnEntryAndEmitsTheWholeDict() {
    Driver node = filter(Map.of("min_value", 5L, "key", "level"));
    Map<String, Object> loud = Map.of("level", 7L, "name", "a");
    assertThat(node.one(loud)).isSameInstanceAs(loud);
    assertThat(node.process(Map.of("level", 3L))).isEmpty();
    assertThat(node.refusal(Map.of("name", "a"))).isEqualTo(ErrorKind.NOT_FOUND);
    assertThat(node.refusal(7L)).isEqualTo(ErrorKind.TYPE);
    assertThat(node.refusal(Map.of("level", "7"))).isEqualTo(ErrorKind.TYPE);
  }

  @Test
  void refusesWhatIsNoNumber() {
    Driver node = filter(Map.of());
    assertThat(node.refusal("1")).isEqualTo(ErrorKind.TYPE);
    assertThat(node.refusal(null)).isEqualTo(ErrorKind.TYPE);
    assertThat(node.refusal(List.of(1L))).isEqualTo(ErrorKind.TYPE);
  }

  @Test
  void refusesLimitsInTheWrongOrder() {
    InvalidParamsException thrown =
        assertThrows(
            InvalidParamsException.class, () -> filter(Map.of("min_value", 2L, "max_value", 1.5)));
    assertThat(thrown.violations().get(0).code()).isEqualTo("at_most");
    assertThrows(InvalidParamsException.class, () -> filter(Map.of("min_value", Double.NaN)));
  }
}
