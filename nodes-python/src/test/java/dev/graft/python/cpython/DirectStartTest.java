package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.python.host.Nodes;
import dev.graft.python.memory.SharedArrays;
import dev.graft.python.pool.PoolLimits;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Workers that are started as programs, because there is nothing that forks. */
@Timeout(60)
final class DirectStartTest {
  private static final String DYING =
      """
      import os, signal, sys, time
      class Dying:
          def process(self, item):
              if item == "exit":
                  print("last words", flush=True)
                  os._exit(7)
              if item == "kill":
                  os.kill(os.getpid(), signal.SIGKILL)
              if item == "sleep":
                  time.sleep(1000)
              return [item, sys.stdin.read()]
      """;

  private final CPythonBackend backend =
      new CPythonBackend(
          Nodes.settings(), SharedArrays.DEFAULT_BUDGET, PoolLimits.keeping(1), false);

  @AfterEach
  void close() {
    backend.close();
  }

  private static NodeFailure failure(HostedNode node, String item) {
    return assertThrows(NodeFailureException.class, () -> Nodes.process(node, item)).failure();
  }

  @Test
  void workTellHowTheyEndAndCanBeInterrupted() throws Exception {
    try (BackendSession session = backend.openSession()) {
      HostedNode exiting = Nodes.open(session, Nodes.of(DYING));
      HostedNode killed = Nodes.open(session, Nodes.of(DYING));
      HostedNode late = Nodes.open(session, Nodes.of(DYING), Duration.ofMillis(200));
      assertThat(WorkerPids.parent(WorkerPids.of(exiting)))
          .isEqualTo(ProcessHandle.current().pid());
      assertThat(Nodes.process(exiting, 1L)).containsExactly(List.of(1L, ""));
      NodeFailure exit = failure(exiting, "exit");
      assertThat(exit.message()).contains("ended with exit code 7");
      assertThat(exit.traceback().orElse("")).contains("last words");
      assertThat(failure(killed, "kill").message()).contains("was ended by signal 9 (SIGKILL)");
      assertThat(failure(late, "sleep").kind()).isEqualTo(ErrorKind.TIMEOUT);
      assertThat(Nodes.process(late, 2L)).containsExactly(List.of(2L, ""));
    }
    assertThat(WorkerPids.start(backend)).isEqualTo("direct: it was chosen");
  }
}
