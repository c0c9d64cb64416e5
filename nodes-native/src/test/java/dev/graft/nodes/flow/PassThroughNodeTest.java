package dev.graft.nodes.flow;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.nodes.Driver;
import dev.graft.params.InvalidParamsException;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PassThroughNodeTest {
  private final Driver node = new Driver(new PassThroughNodeFactory(), Map.of());

  @Test
  void emitsTheVerySameItem() {
    for (Object item : List.of(1L, 1.0, true, "a", List.of(1L, "b"), Tuple.of(1L), Map.of())) {
      assertThat(node.one(item)).isSameInstanceAs(item);
    }
    assertThat(node.process(null)).containsExactlyElementsIn(Arrays.asList((Object) null));
  }

  @Test
  void refusesToEmitWhatIsNotPortable() {
    Object item = Arrays.asList(1L, Locale.ROOT);
    ValueException thrown = assertThrows(ValueException.class, () -> node.process(item));
    assertThat(thrown.path()).isEqualTo("out[1]");
  }

  @Test
  void hasNoParametersAndNoState() {
    assertThat(node.instance().snapshot()).isEmpty();
    node.instance().restore(Map.of());
    assertThrows(ValueException.class, () -> node.instance().restore(Map.of("count", 1L)));
    assertThrows(
        InvalidParamsException.class,
        () -> new PassThroughNodeFactory().create(Map.of("size", 1L)));
  }
}
