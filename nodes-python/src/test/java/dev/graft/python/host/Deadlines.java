package dev.graft.python.host;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deadline does, on both backends. */
@Timeout(120)
interface Deadlines {
  Duration SHORT = Duration.ofMillis(100);

  /** Whatever ends well under this was ended by force: no call here would end by itself. */
  Duration SOON = Duration.ofSeconds(20);

  Backend backend();

  String HANGS =
      """
      class Hangs:
          def __init__(self):
              self.taken = 0
          def process(self, item):
              self.taken += 1
              if item == "count":
                  return self.taken
              return self.hang()
          def flush(self):
              return "end " + str(self.taken)
      """;

  /** The body of a method that does not end, by what is special about it. */
  Map<String, String> BODIES =
      Map.of(
          "loops", "while True: pass",
          "sleeps", "import time; time.sleep(1000)",
          "waits for a lock",
              "import _thread as t; a = t.allocate_lock(); a.acquire(); a.acquire()",
          "awaits", "import asyncio; await asyncio.sleep(1000)",
          "yields", "yield 'first'\n        while True: pass",
          "yields nothing", "while True: yield",
          "catches",
              """
              import time
                      while True:
                          try:
                              time.sleep(1000)
                          except Exception:
                              pass
              """);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "loops",
        "sleeps",
        "waits for a lock",
        "awaits",
        "yields",
        "yields nothing",
        "catches"
      })
  default void aCallThatTakesTooLongIsEndedAndTheNextItemIsServed(String what) throws Exception {
    String hang =
        "    %sdef hang(self):\n        %s\n"
            .formatted(what.equals("awaits") ? "async " : "", BODIES.get(what));
    try (BackendSession session = backend().openSession()) {
      HostedNode node = Nodes.open(session, Nodes.of(HANGS + hang), SHORT);
      assertThat(Nodes.process(node, "count")).containsExactly(1L);
      List<@Nullable Object> outputs = new ArrayList<>();
      long start = System.nanoTime();
      NodeFailure failure = late(() -> node.process(List.of(Item.of(7, "hang")), outputs::add));
      assertWithMessage("time").that(System.nanoTime() - start).isLessThan(SOON.toNanos());
      assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
      assertThat(failure.phase()).isEqualTo(Phase.STEP);
      assertThat(failure.index()).isEqualTo(OptionalLong.of(7));
      assertThat(failure.nodeId()).isEqualTo("it");
      assertThat(failure.message()).isEqualTo("took longer than 100 ms (deadline_ms)");
      // Between two outputs the host runs, too, and an event loop waits for its tasks; GraalPy's
      // interrupt may strike twice, and then only the second place is known.
      if (backend().id() == BackendId.CPYTHON
          && !List.of("yields nothing", "awaits").contains(what)) {
        assertThat(failure.traceback().orElse("")).startsWith("Traceback (most recent call last):");
        assertThat(failure.traceback().orElse("")).contains("in hang");
      }
      if (what.equals("yields")) {
        assertThat(outputs).containsExactly("first");
      } else {
        assertThat(outputs).isEmpty();
      }
      // The state is that of the node when it was stopped.
      assertThat(Nodes.process(node, "count")).containsExactly(3L);
      assertThat(Nodes.flush(node)).containsExactly("end 3");
    }
  }

  String COUNTS =
      """
      import time
      class Counts:
          def __init__(self):
              self.seen = 0
          def process(self, item):
              self.seen += 1
              end = time.monotonic() + item
              while time.monotonic() < end: pass
              return item
          def flush(self):
              return self.seen
      """;

  @Test
  default void itemsAtTheEdgeHaveOneOutcomeEachAndNoneIsLost() throws Exception {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      items.add(0.080 + 0.004 * i);
    }
    assertThat(outcomes(items)).isAtLeast(1);
  }

  @Test
  default void manyQuickItemsPass() throws Exception {
    assertThat(outcomes(Collections.nCopies(10_000, 0L))).isAtMost(100);
  }

  /** Sends items through a node that may take a tenth of a second for each; how many were late. */
  private int outcomes(List<?> items) throws Exception {
    try (BackendSession session = backend().openSession()) {
      HostedNode node = Nodes.open(session, Nodes.of(COUNTS), SHORT);
      List<@Nullable Object> outputs = new ArrayList<>();
      int late = 0;
      int silent = 0;
      for (Object item : items) {
        int before = outputs.size();
        try {
          node.process(List.of(Item.of(0, item)), outputs::add);
        } catch (NodeFailureException e) {
          assertThat(e.failure().kind()).isEqualTo(ErrorKind.TIMEOUT);
          late++;
          silent += before == outputs.size() ? 1 : 0;
        }
      }
      assertThat(outputs).hasSize(items.size() - silent);
      // A call may be late before it has counted, but no other item may be missing.
      long seen = (long) Objects.requireNonNull(Nodes.flush(node).getFirst());
      assertThat(seen).isAtLeast(items.size() - late);
      assertThat(seen).isAtMost(items.size());
      return late;
    }
  }

  @Test
  default void theTimeOfWhoeverTakesTheOutputsDoesNotCount() throws Exception {
    try (BackendSession session = backend().openSession()) {
      HostedNode node =
          Nodes.open(
              session,
              Nodes.of(
                  "class Three:\n    def process(self, item):\n        for i in range(3): yield i\n"),
              Duration.ofMillis(400));
      List<@Nullable Object> outputs = new ArrayList<>();
      node.process(
          Nodes.batch("x", "y"),
          value -> {
            outputs.add(value);
            sleep(250);
            return true;
          });
      assertThat(outputs).containsExactly(0L, 1L, 2L, 0L, 1L, 2L).inOrder();
    }
  }

  @Test
  default void timeAddsUpOverTheOutputsOfOneItem() throws Exception {
    try (BackendSession session = backend().openSession()) {
      HostedNode node =
          Nodes.open(
              session,
              Nodes.of(
                  """
                  import time
                  class Slow:
                      def process(self, item):
                          while True:
                              time.sleep(0.02)
                              yield item
                  """),
              SHORT);
      List<@Nullable Object> outputs = new ArrayList<>();
      NodeFailure failure = late(() -> node.process(Nodes.batch(1L), outputs::add));
      assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
      assertThat(outputs.size()).isAtMost(10);
    }
  }

  @Test
  default void theEndOfTheInputIsBoundedToo() throws Exception {
    try (BackendSession session = backend().openSession()) {
      HostedNode node =
          Nodes.open(
              session,
              Nodes.of(
                  """
                  class End:
                      def process(self, item): return item
                      def flush(self):
                          while True: pass
                  """),
              SHORT);
      assertThat(Nodes.process(node, 1L)).containsExactly(1L);
      NodeFailure failure = late(() -> Nodes.flush(node));
      assertThat(failure.phase()).isEqualTo(Phase.END);
      assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
      node.close();
    }
  }

  @Test
  default void startingMayTakeLongerThanAnItem() throws Exception {
    try (BackendSession session = backend().openSession()) {
      HostedNode node =
          Nodes.open(
              session,
              Nodes.of(
                  """
                  import time
                  time.sleep(0.3)
                  class Heavy:
                      def initialize(self): time.sleep(0.3)
                      def process(self, item): return item
                      def cleanup(self): time.sleep(0.3)
                  """),
              SHORT);
      assertThat(Nodes.process(node, 1L)).containsExactly(1L);
      node.close();
    }
  }

  private static NodeFailure late(Executable call) {
    NodeFailureException e = assertThrows(NodeFailureException.class, call);
    assertThat(e.endsNode()).isFalse();
    return e.failure();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
