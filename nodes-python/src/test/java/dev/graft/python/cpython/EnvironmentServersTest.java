package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.python.host.Nodes;
import dev.graft.python.memory.SharedArrays;
import dev.graft.python.pool.PoolLimits;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.environment.PythonEnvironment;
import dev.graft.runtime.manifest.EnvironmentSpec;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The fork servers and workers of environments: whose they are, and how long they live. */
@Timeout(60)
final class EnvironmentServersTest {
  private static final String ECHO = "class Echo:\n    def process(self, item): return item\n";

  @TempDir Path folder = Path.of("");

  private CPythonBackend backend = backend(Duration.ofMillis(500));

  private static CPythonBackend backend(Duration idle) {
    return new CPythonBackend(
        Nodes.settings(), SharedArrays.DEFAULT_BUDGET, PoolLimits.keeping(4), true, idle);
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private PythonEnvironment environment(String name) throws Exception {
    Path place = folder.resolve(name);
    VirtualEnvironment.ofBundled(place);
    return new EnvironmentLook().probe(new EnvironmentSpec.Venv(name, place), Nodes.settings());
  }

  @Test
  void workersOfDifferentEnvironmentsAreNeverTheSame() throws Exception {
    PythonEnvironment one = environment("one");
    PythonEnvironment other = environment("other");
    long worker;
    try (BackendSession session = backend.openSession()) {
      // Graft's own nodes leave their worker clean: it is used again, if only where it may be.
      HostedNode first = Nodes.open(session, Nodes.bundled("double"), one);
      worker = WorkerPids.of(first);
      assertThat(Nodes.process(first, 2L)).containsExactly(4L);
    }
    try (BackendSession session = backend.openSession()) {
      HostedNode elsewhere = Nodes.open(session, Nodes.bundled("double"), other);
      HostedNode usual = Nodes.open(session, Nodes.bundled("double"));
      HostedNode again = Nodes.open(session, Nodes.bundled("double"), one);
      assertThat(WorkerPids.of(elsewhere)).isNotEqualTo(worker);
      assertThat(WorkerPids.of(usual)).isNotEqualTo(worker);
      assertThat(WorkerPids.of(again)).isEqualTo(worker);
      assertThat(WorkerPids.start(backend))
          .containsMatch(
              "pid \\d+, one plain; pid \\d+, other plain; pid \\d+, plain|plain.*plain.*plain");
      assertThat(WorkerPids.servers(WorkerPids.start(backend))).hasSize(3);
    }
  }

  @Test
  void aServerThatNobodyNeedsEndsAndComesBack() throws Exception {
    PythonEnvironment one = environment("one");
    long server;
    long usual;
    try (BackendSession session = backend.openSession()) {
      HostedNode node = Nodes.open(session, Nodes.of(ECHO), one);
      usual = WorkerPids.parent(WorkerPids.of(Nodes.open(session, Nodes.of(ECHO))));
      server = WorkerPids.parent(WorkerPids.of(node));
      Thread.sleep(Duration.ofMillis(1500)); // as long as it has a worker it stays
      assertThat(WorkerPids.servers(WorkerPids.start(backend))).contains(server);
      assertThat(Nodes.process(node, 3L)).containsExactly(3L);
    }
    assertThat(WorkerPids.ends(server)).isTrue();
    assertThat(WorkerPids.isAlive(usual)).isTrue();
    try (BackendSession session = backend.openSession()) {
      HostedNode node = Nodes.open(session, Nodes.of(ECHO), one);
      assertThat(Nodes.process(node, 4L)).containsExactly(4L);
      long next = WorkerPids.parent(WorkerPids.of(node));
      assertThat(next).isNotEqualTo(server);
      assertThat(next).isNotEqualTo(ProcessHandle.current().pid());
    }
  }

  @Test
  void whereTheUsualPythonIsMissingEnvironmentsWorkAllTheSame() throws Exception {
    PythonEnvironment one = environment("one");
    backend.close();
    backend = new CPythonBackend(Nodes.settings().withInterpreter(folder.resolve("none")));
    try (BackendSession session = backend.openSession()) {
      assertThat(Nodes.process(Nodes.open(session, Nodes.of(ECHO), one), 5L)).containsExactly(5L);
    }
  }
}
