package dev.graft.python.host;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.permission.Grants;
import dev.graft.runtime.permission.Permission;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What nodes do with asyncio, on both backends: in calls, and between them. */
@Timeout(120)
interface AsyncNodes {
  /** A task gets so many steps done between calls before it is looked at; a call gives it one. */
  int STEPS = 60;

  /** With so many looks it would not get there if it went on in calls only. */
  int LOOKS = 20;

  Backend backend();

  HostedNode node(String source) throws Exception;

  /** What asyncio must offer: the body of a coroutine, which returns true, by what it uses. */
  Map<String, String> USES =
      Map.ofEntries(
          Map.entry("sleep", "return await asyncio.sleep(0.001, True)"),
          Map.entry(
              "Queue",
              """
              queue = asyncio.Queue(1)
              async def fill():
                  for i in range(3): await queue.put(i)
              task = asyncio.create_task(fill())
              return [await queue.get() for _ in range(3)] == [0, 1, 2]
              """),
          Map.entry(
              "Lock",
              """
              lock = asyncio.Lock()
              log = []
              async def use(name):
                  async with lock:
                      log.append(name)
                      await asyncio.sleep(0)
                      log.append(name)
              await asyncio.gather(use(1), use(2))
              return log == [1, 1, 2, 2]
              """),
          Map.entry(
              "Event",
              """
              event = asyncio.Event()
              asyncio.get_running_loop().call_later(0.001, event.set)
              return await event.wait()
              """),
          Map.entry(
              "wait_for",
              """
              try:
                  await asyncio.wait_for(asyncio.Event().wait(), 0.001)
              except asyncio.TimeoutError:
                  return await asyncio.wait_for(asyncio.sleep(0, True), 10)
              """),
          Map.entry(
              "gather",
              """
              async def fail(): raise KeyError("k")
              one, two = await asyncio.gather(asyncio.sleep(0, 1), fail(), return_exceptions=True)
              return one == 1 and type(two) is KeyError
              """),
          Map.entry(
              "create_task",
              """
              task = asyncio.create_task(asyncio.sleep(0, 5), name="five")
              return task.get_name() == "five" and await task == 5
              """),
          Map.entry(
              "get_running_loop",
              """
              loop = asyncio.get_running_loop()
              return loop.is_running() and loop is self.loop and loop is asyncio.get_event_loop()
              """),
          Map.entry(
              "iscoroutinefunction",
              """
              return asyncio.iscoroutinefunction(self.process) and not asyncio.iscoroutinefunction(len)
              """),
          Map.entry(
              "async_generators",
              """
              async def count():
                  try:
                      for i in range(10):
                          await asyncio.sleep(0)
                          yield i
                  finally:
                      await asyncio.sleep(0)
                      self.closed = True
              numbers = count()
              got = [await numbers.__anext__(), await numbers.__anext__()]
              await numbers.aclose()
              return got == [0, 1] and self.closed
              """),
          Map.entry(
              "finally_on_cancel",
              """
              log = []
              async def wait():
                  try:
                      await asyncio.sleep(1000)
                  except asyncio.CancelledError:
                      log.append("cancelled")
                      raise
                  finally:
                      await asyncio.sleep(0)
                      log.append("finally")
              task = asyncio.create_task(wait())
              await asyncio.sleep(0)
              task.cancel()
              await asyncio.wait([task])
              return task.cancelled() and log == ["cancelled", "finally"]
              """));

  @Test
  default void asyncioOffersWhatNodesNeed() throws Exception {
    StringBuilder source =
        new StringBuilder(
            """
            import asyncio
            class Uses:
                async def initialize(self):
                    self.loop = asyncio.get_running_loop()
                async def process(self, item):
                    return await getattr(self, item)()
            """);
    USES.forEach(
        (what, body) ->
            source.append("    async def %s(self):\n%s".formatted(what, body.indent(8))));
    HostedNode node = node(source.toString());
    for (String what : USES.keySet()) {
      assertWithMessage(what).that(Nodes.process(node, what, what)).containsExactly(true, true);
    }
  }

  String COUNTS =
      """
      import asyncio
      class Counts:
          def __init__(self):
              self.count = 0
              self.inside = self.overlaps = 0
          async def initialize(self):
              self.task = asyncio.create_task(self.work())
          async def work(self):
              while True:
                  await asyncio.sleep(0.001)
                  self.count += 1
                  self.overlaps += self.inside
          def process(self, item):
              self.inside = 1
              for i in range(item): pass
              self.inside = 0
              return [self.count, self.overlaps]
      """;

  @Test
  default void tasksGoOnBetweenCalls() throws Exception {
    HostedNode node = node(COUNTS);
    long first = counted(node, 0).getFirst();
    int looks = 0;
    while (counted(node, 0).getFirst() - first < STEPS) {
      assertWithMessage("looks at the task").that(++looks).isLessThan(LOOKS);
      Thread.sleep(200);
    }
  }

  @Test
  default void tasksAndCallsTakeTurns() throws Exception {
    HostedNode node = node(COUNTS);
    List<Long> last = counted(node, 1);
    for (int i = 0; i < 300; i++) {
      List<Long> next = counted(node, 2000);
      assertThat(next.getLast()).isEqualTo(0);
      last = next;
    }
    // However closely the calls follow each other, tasks go on.
    assertThat(last.getFirst()).isGreaterThan(3L);
  }

  private static List<Long> counted(HostedNode node, long item) throws Exception {
    List<Long> counts = new ArrayList<>();
    if (Nodes.process(node, item).getFirst() instanceof List<?> list) {
      list.forEach(each -> counts.add((Long) each));
    }
    return counts;
  }

  @Test
  default void aTaskThatFailsIsToldOf() throws Exception {
    List<String> told = new ArrayList<>();
    try (BackendSession session = backend().openSession()) {
      HostedNode node =
          Nodes.open(
              session,
              Nodes.of(
                  """
                  import asyncio
                  class Fails:
                      async def process(self, item):
                          self.task = asyncio.create_task(self.fail(item))
                          return item
                      async def fail(self, item):
                          await asyncio.sleep(0.001)
                          raise ValueError("no " + item)  # the line that failed
                  """),
              (text, details) -> told.add(text + "\n" + details.orElse("")));
      assertThat(Nodes.process(node, "more")).containsExactly("more");
      Thread.sleep(50);
      node.close();
    }
    assertThat(told).hasSize(1);
    assertThat(told.getFirst())
        .startsWith(
            "Task exception was never retrieved: ValueError: no more (in fail)\nTraceback (most");
    assertThat(told.getFirst()).contains("# the line that failed");
  }

  @Test
  default void tasksThatAreAliveAtTheEndAreCancelledAndAwaited() throws Exception {
    List<String> told = new ArrayList<>();
    try (BackendSession session = backend().openSession()) {
      HostedNode node =
          Nodes.open(
              session,
              Nodes.of(
                  """
                  import asyncio
                  class Lasts:
                      async def initialize(self):
                          self.log = []
                          self.task = asyncio.create_task(self.last())
                      async def last(self):
                          try:
                              await asyncio.sleep(1000)
                          finally:
                              self.log.append("cancelled")
                              await asyncio.sleep(0.01)
                              raise ValueError(self.log + ["and awaited"])
                      def process(self, item):
                          return item
                      def cleanup(self):
                          self.log.append("cleaned up")
                  """),
              (text, details) -> told.add(text));
      assertThat(Nodes.process(node, 1L)).containsExactly(1L);
      node.close();
    }
    assertThat(told)
        .containsExactly(
            "Task exception was never retrieved: ValueError: ['cleaned up', 'cancelled', 'and"
                + " awaited'] (in last)");
  }

  String THREADS =
      """
      import asyncio
      class Threads:
          async def process(self, item):
              loop = asyncio.get_running_loop()
              return [await asyncio.to_thread(lambda: item * 2),
                      await loop.run_in_executor(None, lambda: item * 3)]
      """;

  @Test
  default void threadsNeedTheirGrantWhereThereIsASandbox() throws Exception {
    try (BackendSession session = backend().openSession()) {
      Grants threads = Grants.of(Path.of(""), List.of(new Permission.Threads()));
      HostedNode granted = Nodes.open(session, Nodes.of(THREADS), Map.of(), threads);
      assertThat(Nodes.process(granted, 2L)).containsExactly(List.of(4L, 6L));
      HostedNode plain = Nodes.open(session, Nodes.of(THREADS));
      if (backend().id() == BackendId.CPYTHON) {
        assertThat(Nodes.process(plain, 2L)).containsExactly(List.of(4L, 6L));
      } else {
        NodeFailureException e =
            assertThrows(NodeFailureException.class, () -> Nodes.process(plain, 2L));
        assertThat(e.failure().type()).isEqualTo("PermissionError");
        assertThat(e.failure().message()).contains("\"threads\"");
      }
    }
  }

  /** The task hangs when it is told to; it is in no attribute, so the rest can move. */
  String HANGS_BETWEEN =
      """
      import asyncio
      tasks = []
      class Hangs:
          def __init__(self):
              self.hang = False
              self.taken = 0
          async def initialize(self):
              tasks.append(asyncio.create_task(self.work()))
          async def work(self):
              while True:
                  await asyncio.sleep(0.001)
                  if self.hang:
                      self.hang = False
                      while True: pass
          def process(self, item):
              self.taken += 1
              self.hang = item == "hang"
              return self.taken
      """;

  @Test
  default void aCallThatWaitsForATaskThatHangsIsLate() throws Exception {
    try (BackendSession session = backend().openSession()) {
      HostedNode node = Nodes.open(session, Nodes.of(HANGS_BETWEEN), Duration.ofMillis(100));
      assertThat(Nodes.process(node, "hang")).containsExactly(1L);
      Thread.sleep(100);
      NodeFailureException e =
          assertThrows(NodeFailureException.class, () -> Nodes.process(node, "x"));
      assertThat(e.failure().kind()).isEqualTo(ErrorKind.TIMEOUT);
      // The call that waited in vain never began, and the node goes on.
      assertThat(Nodes.process(node, "y")).containsExactly(2L);
    }
  }

  @Test
  default void cancellingEndsACallThatWaitsForATask() throws Exception {
    try (BackendSession session = backend().openSession()) {
      HostedNode node = Nodes.open(session, Nodes.of(HANGS_BETWEEN));
      assertThat(Nodes.process(node, "hang")).containsExactly(1L);
      Thread.sleep(100);
      Thread canceller =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      Thread.sleep(100);
                    } catch (InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                    session.cancel();
                  });
      assertThrows(NodeFailureException.class, () -> Nodes.process(node, "x"));
      canceller.join();
    }
  }
}
