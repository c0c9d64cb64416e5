package dev.graft.python.graalpy;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.RecordOf;
import dev.graft.descriptor.ValueType.RecordOf.Field;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.python.host.Nodes;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedChain;
import dev.graft.runtime.backend.HostedChain.Links;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a node declares to emit makes its outputs cheaper, and never different. */
@Timeout(120)
final class DeclaredOutputsTest {
  private static final GraalPyBackend BACKEND = new GraalPyBackend();

  /** Emits its item as it is, whatever it said. */
  private static final String DECLARED =
      """
      from typing import Any, TypedDict
      import graft

      class Place(TypedDict):
          name: str
          level: float

      class Event(TypedDict):
          id: int
          on: bool
          place: Place
          note: Any

      @graft.node(id="declared", version="1.0", summary="Emits its item.")
      class Declared:
          def process(self, item: object) -> Event:
              return item
      """;

  private final BackendSession session = BACKEND.openSession();

  @AfterEach
  void closeSession() {
    session.close();
  }

  @AfterAll
  static void closeBackend() {
    BACKEND.close();
  }

  @Test
  void theTypeIsKnown() throws Exception {
    ValueType type = Nodes.of(DECLARED).descriptor().contract().outputs().getFirst().type();
    Shape shape = Shape.of(type).orElseThrow();
    assertThat(shape.tree())
        .isEqualTo(
            List.of(
                List.of("id", "int"),
                List.of("on", "bool"),
                List.of("place", List.of(List.of("name", "str"), List.of("level", "float"))),
                List.of("note", "any")));
  }

  @Test
  void everythingArrivesAsItIs() throws Exception {
    HostedNode node = Nodes.open(session, Nodes.of(DECLARED));
    for (Object item : items()) {
      List<@Nullable Object> outputs = new ArrayList<>();
      node.process(List.of(Item.of(0, item)), outputs::add);
      assertSame(outputs, item);
    }
  }

  @Test
  void atTheEndOfAChainToo() throws Exception {
    HostedNode first = Nodes.open(session, Nodes.bundled("pass-through"));
    HostedNode last = Nodes.open(session, Nodes.of(DECLARED));
    HostedChain chain = session.join(List.of(first, last)).orElseThrow();
    Links links =
        new Links() {
          @Override
          public boolean failed(int link, NodeFailureException failure) {
            throw new AssertionError(failure);
          }

          @Override
          public boolean wantsMore() {
            return true;
          }
        };
    for (Object item : items()) {
      List<@Nullable Object> outputs = new ArrayList<>();
      chain.process(Item.of(0, item), outputs::add, links);
      assertSame(outputs, item);
    }
  }

  @Test
  void aSplitPairIsRefusedInADeclaredFieldToo() throws Exception {
    HostedNode node =
        Nodes.open(
            session,
            Nodes.of(
                DECLARED.replace(
                    "return item",
                    "item['place']['name'] = chr(0xd83d) + chr(0xde00); return item")));
    NodeFailureException refused =
        assertThrows(
            NodeFailureException.class,
            () -> node.process(List.of(Item.of(3, event())), out -> true));
    assertThat(refused.failure().message()).startsWith("out.place.name: holds a high surrogate");
    assertThat(refused.failure().index()).hasValue(3);
  }

  @Test
  void aFailureKnowsItsItem() throws Exception {
    HostedNode node = Nodes.open(session, Nodes.bundled("double"));
    for (Object item : List.of("a text", List.of(1L))) {
      try {
        node.process(List.of(Item.of(7, item)), out -> true);
        assertThat(item).isNull(); // it fails
      } catch (NodeFailureException e) {
        NodeFailure failure = e.failure();
        assertThat(failure.index()).hasValue(7);
      }
    }
  }

  @Test
  void plainOutputsAreReturned() throws Exception {
    HostedNode node = Nodes.open(session, Nodes.bundled("pass-through"));
    for (Object item :
        List.of(0L, Long.MIN_VALUE, BigInteger.TWO.pow(100), "", "\ud800", "é\u0000", -0.0, true)) {
      List<@Nullable Object> outputs = new ArrayList<>();
      node.process(List.of(Item.of(0, item)), outputs::add);
      assertThat(outputs).containsExactly(item);
    }
  }

  @Test
  void whatHasNoFixedFieldsHasNoShape() {
    Field list = new Field("a", new ValueType.ListOf(Scalar.INT));
    assertThat(Shape.of(new RecordOf(List.of(list)))).isEmpty();
    assertThat(Shape.of(new RecordOf(List.of()))).isEmpty();
    assertThat(Shape.of(Scalar.INT)).isEmpty();
    assertThat(Shape.of(new RecordOf(fields(32)))).isPresent();
    assertThat(Shape.of(new RecordOf(fields(33)))).isEmpty();
  }

  private static List<Field> fields(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Field("f" + i, Scalar.INT)).toList();
  }

  /** As declared, and in each way otherwise. */
  private static List<Object> items() {
    Map<String, @Nullable Object> event = event();
    List<Object> items = new ArrayList<>();
    items.add(event);
    for (Object note : List.of(1L, 1.5, "x", true, List.of(), Map.of("a", 1L))) {
      items.add(with(event, "note", note));
    }
    items.add(with(event, "note", null));
    for (Object id : List.of(BigInteger.TWO.pow(70), 1.0, true, "1")) {
      items.add(with(event, "id", id));
    }
    items.add(with(event, "place", Map.of("name", "x")));
    items.add(with(event, "more", 1L));
    Map<String, @Nullable Object> reversed = new LinkedHashMap<>();
    List<String> keys = new ArrayList<>(event.keySet());
    Collections.reverse(keys);
    keys.forEach(key -> reversed.put(key, event.get(key)));
    items.add(reversed);
    items.add("text");
    items.add(List.of(event));
    return items;
  }

  private static Map<String, @Nullable Object> event() {
    Map<String, @Nullable Object> place = new LinkedHashMap<>();
    place.put("name", "Ülm \ud83d\ude00");
    place.put("level", -0.0);
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("id", 1L);
    event.put("on", false);
    event.put("place", place);
    event.put("note", "n");
    return event;
  }

  private static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> event, String key, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(event);
    changed.put(key, value);
    return changed;
  }

  /** Equal, and in the same order. */
  private static void assertSame(List<@Nullable Object> outputs, Object item) {
    assertThat(outputs).containsExactly(item);
    assertThat(String.valueOf(outputs.getFirst())).isEqualTo(item.toString());
  }
}
