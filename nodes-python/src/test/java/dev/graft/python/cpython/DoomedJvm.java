package dev.graft.python.cpython;

import dev.graft.python.host.Nodes;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import java.time.Duration;

/**
 * The program of a JVM that is killed while one of its workers hangs and another one is stopped.
 */
final class DoomedJvm {
  private static final String NODE =
      """
      class Node:
          def process(self, item):
              while item: pass
      """;

  private DoomedJvm() {}

  /** Prints the ids of the workers and of their server. */
  public static void main(String[] arguments) throws Exception {
    try (CPythonBackend backend = new CPythonBackend(Nodes.settings());
        BackendSession session = backend.openSession()) {
      HostedNode hanging = Nodes.open(session, Nodes.of(NODE));
      HostedNode idle = Nodes.open(session, Nodes.of(NODE));
      long server = WorkerPids.parent(WorkerPids.of(idle));
      Thread.ofPlatform().daemon().start(() -> hang(hanging));
      System.out.println(WorkerPids.of(hanging) + " " + WorkerPids.of(idle) + " " + server);
      Thread.sleep(Duration.ofMinutes(1));
    }
  }

  private static void hang(HostedNode node) {
    try {
      Nodes.process(node, true);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
