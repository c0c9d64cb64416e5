package dev.graft.nodes.host;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.registry.NodeInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A program looks at what passes. */
final class DataSinkNodeTest {
  private final List<@Nullable Object> outputs = new ArrayList<>();

  private static NodeInstance open(DataSink handle, Map<String, ?> params) {
    NodeInstance node = new DataSinkNodeFactory().create(params);
    node.open(new HostContext(handle));
    return node;
  }

  private void process(NodeInstance node, @Nullable Object... items) {
    for (Object item : items) {
      node.process(item, outputs::add);
    }
  }

  @Test
  void theCallbackSeesEachItemBeforeItIsPassedOn() {
    List<List<?>> seen = new ArrayList<>();
    DataSink handle = new DataSink(item -> seen.add(List.of(item, outputs.size())));
    process(open(handle, Map.of()), "a", "b");
    assertThat(seen).containsExactly(List.of("a", 0), List.of("b", 1)).inOrder();
    assertThat(outputs).containsExactly("a", "b").inOrder();
    assertThat(handle.total()).isEqualTo(2);
    assertThat(handle.buffered()).isEmpty();
  }

  @Test
  void keepsTheLastItems() {
    DataSink handle = new DataSink();
    NodeInstance node = open(handle, Map.of("buffer_output", true, "buffer_size", 2L));
    process(node, 1L, 2L, 3L);
    List<Object> kept = handle.buffered();
    assertThat(kept).containsExactly(2L, 3L).inOrder();
    handle.clear();
    assertThat(handle.buffered()).isEmpty();
    assertThat(handle.total()).isEqualTo(3);
    process(node, 4L);
    node.close();
    assertThat(handle.buffered()).containsExactly(4L);
    assertThat(kept).containsExactly(2L, 3L).inOrder(); // a copy
    assertThat(handle.total()).isEqualTo(4);
  }

  @Test
  void aFailingCallbackIsAFailureOfTheNodeAndItsItemDoesNotPass() {
    DataSink handle =
        new DataSink(
            item -> {
              if (item.equals("bad")) {
                throw new IllegalArgumentException("not this one");
              }
            });
    NodeInstance node = open(handle, Map.of("buffer_output", true));
    process(node, "good");
    assertThrows(IllegalArgumentException.class, () -> process(node, "bad"));
    process(node, "good");
    assertThat(outputs).containsExactly("good", "good");
    assertThat(handle.buffered()).containsExactly("good", "good");
    assertThat(handle.total()).isEqualTo(2);
  }

  @Test
  void theCallbackMayAskForTheTotal() {
    List<Long> totals = new ArrayList<>();
    DataSink[] self = new DataSink[1];
    self[0] = new DataSink(item -> totals.add(self[0].total()));
    process(open(self[0], Map.of()), "a", "b");
    assertThat(totals).containsExactly(0L, 1L).inOrder();
  }

  @Test
  void noneIsNotShown() {
    DataSink handle = new DataSink();
    process(open(handle, Map.of("buffer_output", true)), new Object[] {null});
    assertThat(handle.total()).isEqualTo(0);
    assertThat(outputs).isEmpty();
  }

  @Test
  void withoutAHandleItSaysHowToGiveOne() {
    NodeInstance node = new DataSinkNodeFactory().create(Map.of());
    NodeException e = assertThrows(NodeException.class, () -> node.open(new HostContext(null)));
    assertThat(e.kind()).isEqualTo(ErrorKind.STATE);
    assertThat(e).hasMessageThat().contains("Pipeline.load(file).with(\"it\", new DataSink())");
  }

  @Test
  void aHandleIsGoodForOneNode() {
    DataSink handle = new DataSink();
    open(handle, Map.of());
    assertThat(assertThrows(NodeException.class, () -> open(handle, Map.of())).kind())
        .isEqualTo(ErrorKind.STATE);
  }
}
