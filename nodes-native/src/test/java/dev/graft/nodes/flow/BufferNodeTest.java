package dev.graft.nodes.flow;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.nodes.Driver;
import dev.graft.params.InvalidParamsException;
import dev.graft.value.ValueException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BufferNodeTest {
  private static Driver buffer(Object size) {
    return new Driver(new BufferNodeFactory(), Map.of("size", size));
  }

  @Test
  void emitsFullListsAndFlushesTheRest() {
    Driver node = buffer(2L);
    assertThat(node.process(1L)).isEmpty();
    assertThat(node.one(null)).isEqualTo(Arrays.asList(1L, null));
    assertThat(node.process("c")).isEmpty();
    assertThat(node.flush()).containsExactly(List.of("c"));
    assertThat(node.flush()).isEmpty();
  }

  @Test
  void listsAreNotUsedAgain() {
    Driver node = buffer(1L);
    Object first = node.one(1L);
    node.one(2L);
    assertThat(first).isEqualTo(List.of(1L));
  }

  @Test
  void anyIntFromOneIsASize() {
    Driver node = buffer(BigInteger.TEN.pow(40));
    assertThat(node.process(1L)).isEmpty();
    assertThat(node.flush()).containsExactly(List.of(1L));
    assertThrows(InvalidParamsException.class, () -> buffer(0L));
    assertThrows(InvalidParamsException.class, () -> buffer(2.0));
    assertThrows(InvalidParamsException.class, () -> buffer(true));
  }

  @Test
  void stateMovesToAnotherInstance() {
    Driver first = buffer(3L);
    first.process(1L);
    first.process("b");
    Map<String, Object> state = Map.copyOf(first.instance().snapshot());
    first.process("c");
    assertThat(state).containsExactly("items", List.of(1L, "b"));
    Driver second = buffer(3L);
    second.instance().restore(state);
    assertThat(second.one(3.0)).isEqualTo(List.of(1L, "b", 3.0));
  }

  @Test
  void wrongStateIsRefusedAndChangesNothing() {
    Driver node = buffer(2L);
    node.process(1L);
    ValueException thrown =
        assertThrows(ValueException.class, () -> node.instance().restore(Map.of("items", 1L)));
    assertThat(thrown.path()).isEqualTo("state.items");
    assertThrows(ValueException.class, () -> node.instance().restore(Map.of()));
    assertThrows(
        ValueException.class,
        () -> node.instance().restore(Map.of("items", List.of(), "more", 1L)));
    assertThat(node.one(2L)).isEqualTo(List.of(1L, 2L));
  }
}
