package dev.graft.nodes.flow;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.nodes.Driver;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class CounterNodeTest {
  @Test
  void numbersItemsFromOne() {
    Driver node = new Driver(new CounterNodeFactory(), Map.of());
    assertThat(node.one(42L)).isEqualTo(Map.of("value", 42L, "count", 1L));
    Map<?, ?> second = (Map<?, ?>) Objects.requireNonNull(node.one(null));
    assertThat(List.copyOf(second.keySet())).containsExactly("value", "count").inOrder();
    assertThat(second.get("value")).isNull();
    assertThat(second.get("count")).isEqualTo(2L);
    assertThat(node.flush()).isEmpty();
  }

  @Test
  void countsBeyond64Bits() {
    Driver node = new Driver(new CounterNodeFactory(), Map.of("initial_count", Long.MAX_VALUE));
    BigInteger beyond = BigInteger.ONE.shiftLeft(63);
    assertThat(node.one("a")).isEqualTo(Map.of("value", "a", "count", beyond));
    assertThat(node.instance().snapshot()).containsExactly("count", beyond);
  }

  @Test
  void stateMovesToAnotherInstance() {
    Driver first = new Driver(new CounterNodeFactory(), Map.of("initial_count", -5L));
    first.one("a");
    Driver second = new Driver(new CounterNodeFactory(), Map.of());
    second.instance().restore(first.instance().snapshot());
    assertThat(second.one("b")).isEqualTo(Map.of("value", "b", "count", -3L));
  }
}
