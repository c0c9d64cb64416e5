package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.python.host.HostKey;
import dev.graft.python.host.Nodes;
import dev.graft.python.host.PythonHost;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.failure.NodeFailureException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that work, die and are stopped, and what becomes of workers meanwhile. */
@Timeout(60)
final class ForkServersTest {
  private static final String ECHO =
      """
      import os, signal
      class Echo:
          def process(self, item):
              if item == "kill":
                  os.kill(os.getpid(), signal.SIGKILL)
              return item
      """;

  private final CPythonBackend backend = new CPythonBackend(Nodes.settings());
  private final List<BackendSession> sessions = new ArrayList<>();

  @AfterEach
  void close() {
    sessions.forEach(BackendSession::close);
    backend.close();
  }

  private HostedNode node(String source) throws Exception {
    BackendSession session = backend.openSession();
    sessions.add(session);
    return Nodes.open(session, Nodes.of(source));
  }

  private HostedNode echo() throws Exception {
    HostedNode node = node(ECHO);
    assertThat(Nodes.process(node, 1L)).containsExactly(1L);
    return node;
  }

  private List<Long> running() {
    return WorkerPids.servers(WorkerPids.start(backend));
  }

  private static String killed(HostedNode node) {
    NodeFailureException e =
        assertThrows(NodeFailureException.class, () -> Nodes.process(node, "kill"));
    return e.failure().message();
  }

  @Test
  void workersAreForkedByOneServer() throws Exception {
    long server = WorkerPids.parent(WorkerPids.of(echo()));
    assertThat(server).isNotEqualTo(ProcessHandle.current().pid());
    assertThat(WorkerPids.parent(WorkerPids.of(echo()))).isEqualTo(server);
    assertThat(WorkerPids.start(backend))
        .isEqualTo("forked by a server (pid %d, plain)".formatted(server));
  }

  @Test
  void numpyIsImportedAheadOnlyWhereItIsNeeded() throws Exception {
    HostedNode numeric =
        node(
            """
            import sys
            ahead = "numpy.linalg" in sys.modules
            import numpy
            class Numeric:
                def process(self, item):
                    matrix = numpy.full((200, 200), item) + numpy.eye(200)
                    return [ahead, float(numpy.linalg.det(matrix @ matrix.T)) > 0]
            """);
    assertThat(Nodes.process(numeric, 2L)).containsExactly(List.of(true, true));
    HostedNode plain =
        node(
            """
            import sys
            class Plain:
                def process(self, item):
                    return "numpy" in sys.modules
            """);
    assertThat(Nodes.process(plain, 2L)).containsExactly(false);
    assertThat(WorkerPids.parent(WorkerPids.of(numeric)))
        .isNotEqualTo(WorkerPids.parent(WorkerPids.of(plain)));
    assertThat(WorkerPids.start(backend)).containsMatch("pid \\d+, numpy; pid \\d+, plain");
  }

  @Test
  void aServerThatIsKilledIsReplacedAndItsWorkersGoOn() throws Exception {
    HostedNode before = echo();
    HostedNode doomed = echo();
    long first = WorkerPids.parent(WorkerPids.of(before));
    WorkerPids.signal("KILL", first);
    HostedNode after = echo();
    long second = WorkerPids.parent(WorkerPids.of(after));
    assertThat(second).isNotEqualTo(first);
    assertThat(second).isNotEqualTo(ProcessHandle.current().pid());
    assertThat(Nodes.process(before, 2L)).containsExactly(2L);
    // Only how they end nobody is told any more.
    assertThat(killed(doomed))
        .contains(
            ("ended, and how is not known, because the fork server (pid %d) was ended by signal 9"
                    + " (SIGKILL) before it")
                .formatted(first));
    assertThat(killed(after)).contains("was ended by signal 9 (SIGKILL)");
    before.close();
    sessions.forEach(BackendSession::close);
    assertThat(WorkerPids.ends(WorkerPids.of(before))).isTrue();
  }

  @Test
  void aServerThatDiesTooOftenIsLeftAlone() throws Exception {
    long self = ProcessHandle.current().pid();
    int servers = 0;
    for (long end = System.nanoTime() + 50_000_000_000L; System.nanoTime() - end < 0; ) {
      PythonHost host = backend.pool().lease(HostKey.PLAIN);
      long parent = WorkerPids.parent(WorkerPids.of(host));
      host.close();
      backend.pool().giveBack(host);
      // One that was forked ahead by a server that is dead by now is an orphan.
      if (running().contains(parent)) {
        servers++;
        WorkerPids.signal("KILL", parent);
        assertThat(WorkerPids.ends(parent)).isTrue();
      } else if (parent == self && servers > Restarts.MOST) {
        break;
      }
    }
    assertThat(servers).isEqualTo(1 + Restarts.MOST);
    assertThat(WorkerPids.parent(WorkerPids.of(echo()))).isEqualTo(self);
    assertThat(WorkerPids.start(backend))
        .containsMatch(
            "direct: the fork server \\(pid \\d+\\) was ended by signal 9 \\(SIGKILL\\), for the 6th"
                + " time within a minute: it is left alone for that long");
  }

  @Test
  void aServerThatIsStoppedHoldsNobodyUp() throws Exception {
    long server = WorkerPids.parent(WorkerPids.of(echo()));
    WorkerPids.signal("STOP", server);
    long next = WorkerPids.parent(WorkerPids.of(echo()));
    assertThat(next).isNotEqualTo(server);
    assertThat(next).isNotEqualTo(ProcessHandle.current().pid());
    assertThat(WorkerPids.ends(server)).isTrue();
  }

  @Test
  void noServerOutlivesItsBackend() throws Exception {
    HostedNode node = echo();
    long server = WorkerPids.parent(WorkerPids.of(node));
    backend.close();
    assertThat(WorkerPids.isAlive(server)).isFalse();
    assertThat(WorkerPids.isAlive(WorkerPids.of(node))).isFalse();
  }
}
