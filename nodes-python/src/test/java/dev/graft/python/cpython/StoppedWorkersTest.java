package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.python.host.Nodes;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class StoppedWorkersTest {
  private static final String NODE =
      """
      import os, signal, time
      class Node:
          def process(self, item):
              if item == "stop":
                  os.kill(os.getpid(), signal.SIGSTOP)
              if item == "pause":
                  if os.fork() == 0:
                      time.sleep(0.5)
                      os.kill(os.getppid(), signal.SIGCONT)
                      os._exit(0)
                  os.kill(os.getpid(), signal.SIGSTOP)
              if item == "hold":
                  sum(range(3 * 10**7))  # one call in C, which holds the lock of the interpreter
              if item == "sleep":
                  time.sleep(2.5)
              return item
      """;

  private final CPythonBackend backend = new CPythonBackend(Nodes.settings());

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void aWorkerThatIsStoppedInACallIsKilledSoon() throws Exception {
    try (BackendSession session = backend.openSession()) {
      HostedNode node = Nodes.open(session, Nodes.of(NODE));
      final long pid = WorkerPids.of(node);
      long begin = System.nanoTime();
      NodeFailureException e =
          assertThrows(NodeFailureException.class, () -> Nodes.process(node, "stop"));
      Duration taken = Duration.ofNanos(System.nanoTime() - begin);
      NodeFailure failure = e.failure();
      assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
      assertThat(failure.message())
          .isEqualTo(
              "the worker (CPython 3.12.1, pid %d) was stopped (SIGSTOP) and did not go on within 1"
                      .formatted(pid)
                  + " s, so it was killed");
      assertThat(taken).isGreaterThan(StoppedWorkers.PATIENCE);
      assertThat(taken).isLessThan(Duration.ofSeconds(4));
      assertThat(WorkerPids.isAlive(pid)).isFalse();
    }
  }

  @Test
  void whatTakesLongOrPausesIsLeftAlone() throws Exception {
    try (BackendSession session = backend.openSession()) {
      HostedNode node = Nodes.open(session, Nodes.of(NODE));
      for (String item : new String[] {"hold", "sleep", "pause", "pause"}) {
        assertThat(Nodes.process(node, item)).containsExactly(item);
      }
    }
  }

  @Test
  void aWorkerThatIsStoppedBetweenCallsMayGoOn() throws Exception {
    try (BackendSession session = backend.openSession()) {
      HostedNode node = Nodes.open(session, Nodes.of(NODE));
      WorkerPids.signal("STOP", WorkerPids.of(node));
      Thread.sleep(Duration.ofMillis(1600));
      WorkerPids.signal("CONT", WorkerPids.of(node));
      assertThat(Nodes.process(node, "x")).containsExactly("x");
    }
  }
}
