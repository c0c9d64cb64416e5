package dev.graft.python.graalpy;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.python.host.Nodes;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedChain;
import dev.graft.runtime.backend.HostedChain.Traffic;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Neighbours in one context hand their values on by themselves, and nobody can tell. */
@Timeout(120)
final class JoinedNodesTest {
  private static final GraalPyBackend BACKEND = new GraalPyBackend();

  private static final String SPLIT =
      """
      class Split:
          def __init__(self):
              self.closed = 0
          def process(self, item):
              try:
                  for part in item:
                      yield part
              finally:
                  self.closed += 1
          def flush(self):
              return f"closed {self.closed}"
      """;
  private static final String HALVE =
      """
      class Halve:
          def process(self, item):
              return item if type(item) is str else 12 // item
          def flush(self):
              yield "halved"
      """;
  private static final String WRAP =
      """
      class Wrap:
          def process(self, item):
              return ["w", item]
      """;

  private final BackendSession session = BACKEND.openSession();
  private final List<@Nullable Object> outputs = new ArrayList<>();
  private final Watch watch = new Watch();

  @AfterEach
  void closeSession() {
    session.close();
  }

  @AfterAll
  static void closeBackend() {
    BACKEND.close();
  }

  @Test
  void objectsPassAsTheyAre() throws Exception {
    HostedChain chain =
        chain(
            """
            class Point:
                def __init__(self, x): self.x = x
            class Make:
                def process(self, item):
                    return Point(item)
            """,
            "class Show:\n    def process(self, item):\n        return [type(item).__name__, item.x]\n");
    chain.process(Item.of(0, 2L), outputs::add, watch);
    assertThat(outputs).containsExactly(List.of("Point", 2L));
  }

  @Test
  void everyNodeCountsAndFailsAsIfItStoodAlone() throws Exception {
    HostedChain chain = chain(SPLIT, HALVE, WRAP);
    chain.process(Item.of(0, List.of(1L, 0L, 2L)), outputs::add, watch);
    chain.process(Item.of(1, List.of("x", 0L)), outputs::add, watch);
    assertThat(outputs).containsExactly(wrapped(12L), wrapped(6L), wrapped("x")).inOrder();
    assertThat(watch.failures.stream().map(f -> f.index()))
        .containsExactly(OptionalLong.of(1), OptionalLong.of(4))
        .inOrder();
    NodeFailure failure = watch.failures.getFirst();
    assertThat(failure.kind()).isEqualTo(ErrorKind.ARITHMETIC);
    assertThat(failure.phase()).isEqualTo(Phase.STEP);
    assertThat(failure.traceback().orElseThrow()).contains("return item if type(item) is str");
    assertThat(watch.links).containsExactly(1, 1);
    assertThat(chain.traffic())
        .containsExactly(new Traffic(2, 5), new Traffic(5, 3), new Traffic(3, 3))
        .inOrder();
  }

  @Test
  void aNodeThatTakesTheWholeStreamCanBeInTheMiddle() throws Exception {
    HostedChain chain =
        chain(
            SPLIT,
            """
            class Pairs:
                is_streaming = True
                async def process(self, stream):
                    first = None
                    async for item in stream:
                        if first is None:
                            first = item
                        else:
                            yield [first, item]
                            first = None
                    yield [first]
            """,
            WRAP);
    chain.process(Item.of(0, List.of(1L, 2L, 3L)), outputs::add, watch);
    assertThat(outputs).containsExactly(wrapped(List.of(1L, 2L)));
    chain.process(Item.of(1, List.of(4L)), outputs::add, watch);
    chain.flush(outputs::add, watch);
    assertThat(watch.failures).isEmpty();
    assertThat(outputs)
        .containsExactly(
            wrapped(List.of(1L, 2L)), wrapped(List.of(3L, 4L)), wrapped(List.of("closed 2")))
        .inOrder();
    assertThat(chain.traffic())
        .containsExactly(new Traffic(2, 5), new Traffic(5, 3), new Traffic(3, 3))
        .inOrder();
  }

  @Test
  void theEndGoesThroughTheNodesInOrder() throws Exception {
    HostedChain chain = chain(SPLIT, HALVE, WRAP);
    chain.process(Item.of(0, List.of(3L)), outputs::add, watch);
    chain.flush(outputs::add, watch);
    assertThat(outputs)
        .containsExactly(wrapped(4L), wrapped("closed 1"), wrapped("halved"))
        .inOrder();
  }

  @Test
  void aFailureThatEndsTheRunClosesTheGeneratorsBeforeIt() throws Exception {
    HostedChain chain = chain(SPLIT, HALVE);
    watch.goesOn = false;
    chain.process(Item.of(0, List.of(1L, 0L, 2L)), outputs::add, watch);
    assertThat(outputs).containsExactly(12L);
    watch.goesOn = true;
    chain.flush(outputs::add, watch);
    assertThat(outputs).containsExactly(12L, "closed 1", "halved").inOrder();
  }

  @Test
  void aChainThatLetsNothingOutHearsThatNobodyWantsMore() throws Exception {
    HostedChain chain =
        chain(
            "class Endless:\n    def process(self, item):\n        while True: yield 1\n",
            "class Drop:\n    def process(self, item):\n        pass\n");
    watch.patience = 3;
    chain.process(Item.of(0, 1L), outputs::add, watch);
    assertThat(watch.patience).isEqualTo(0);
    assertThat(chain.traffic().getLast().emitted()).isEqualTo(0);
  }

  @Test
  void whatTheLastOneEmitsMustBePortable() throws Exception {
    HostedChain chain =
        chain(WRAP, "class Odd:\n    def process(self, item):\n        return [object()]\n");
    chain.process(Item.of(5, 1L), outputs::add, watch);
    assertThat(watch.failures.getFirst().message()).contains("out[0]: object");
    assertThat(watch.links).containsExactly(1);
    assertThat(chain.traffic().getLast()).isEqualTo(new Traffic(1, 0));
  }

  @Test
  void aSplitPairIsRefusedAfterTheLastNodeOnly() throws Exception {
    HostedChain chain =
        chain(
            "class Split:\n    def process(self, item):\n        yield from [chr(0xd83d), chr(0xd83d)]\n",
            "class Join:\n    def process(self, item):\n        return ['a', item + chr(0xde00)]\n");
    chain.process(Item.of(5, 1L), outputs::add, watch);
    assertThat(outputs).isEmpty();
    assertThat(watch.links).containsExactly(1, 1);
    assertThat(watch.failures.getLast().kind()).isEqualTo(ErrorKind.UNSUPPORTED);
    assertThat(watch.failures.getLast().message()).startsWith("out[1]: ");
    assertThat(watch.failures.getLast().index()).isEqualTo(OptionalLong.of(1));
    assertThat(chain.traffic().getLast()).isEqualTo(new Traffic(2, 0));
  }

  @Test
  void whatCannotCrossIsAFailureOfTheFirstNode() throws Exception {
    HostedChain chain = chain(WRAP, WRAP.replace("Wrap", "Wrap2"));
    chain.process(Item.of(7, List.of(new Object())), outputs::add, watch);
    assertThat(watch.links).containsExactly(0);
    assertThat(watch.failures.getFirst().index()).isEqualTo(OptionalLong.of(7));
    assertThat(watch.failures.getFirst().message()).startsWith("in[0]: ");
  }

  @Test
  void anEmitterThatThrowsIsHeardAfterwards() throws Exception {
    HostedChain chain = chain(SPLIT, HALVE);
    Emitter<@Nullable Object> broken =
        value -> {
          throw new IllegalStateException("full");
        };
    Item item = Item.of(0, List.of(1L, 2L));
    assertThrows(IllegalStateException.class, () -> chain.process(item, broken, watch));
    assertThat(chain.traffic().getFirst().emitted()).isEqualTo(1);
  }

  @Test
  void aLostContextIsSaidOfAllNodesOfTheChain() throws Exception {
    HostedChain chain =
        chain(WRAP, "import os\nclass Exit:\n    def process(self, item):\n        os._exit(3)\n");
    NodeFailureException lost =
        assertThrows(
            NodeFailureException.class, () -> chain.process(Item.of(2, 1L), outputs::add, watch));
    assertThat(lost.failure().nodeId()).isEqualTo("it or it");
    assertThat(lost.failure().index()).isEqualTo(OptionalLong.of(2));
    assertThat(lost.failure().kind()).isEqualTo(ErrorKind.EXIT);
    assertThat(chain.traffic()).containsExactly(new Traffic(0, 0), new Traffic(0, 0));
  }

  private HostedChain chain(String... sources) throws Exception {
    List<HostedNode> nodes = new ArrayList<>();
    for (String source : sources) {
      nodes.add(Nodes.open(session, Nodes.of(source)));
    }
    return session.join(nodes).orElseThrow();
  }

  private static List<Object> wrapped(Object value) {
    return List.of("w", value);
  }

  /** Keeps what it is told. */
  private static final class Watch implements HostedChain.Links {
    private final List<NodeFailure> failures = new ArrayList<>();
    private final List<Integer> links = new ArrayList<>();
    private boolean goesOn = true;
    private int patience = Integer.MAX_VALUE;

    @Override
    public boolean wantsMore() {
      return --patience > 0;
    }

    @Override
    public boolean failed(int link, NodeFailureException failure) {
      links.add(link);
      failures.add(failure.failure());
      return goesOn;
    }
  }
}
