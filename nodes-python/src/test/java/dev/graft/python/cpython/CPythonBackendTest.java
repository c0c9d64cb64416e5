package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.python.host.Nodes;
import dev.graft.python.host.PythonBackendBehaviour;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the CPython backend does besides what both do. */
final class CPythonBackendTest extends PythonBackendBehaviour {
  private static final String DYING =
      """
      import ctypes, os, signal, sys
      class Dying:
          def process(self, item):
              if item == "exit":
                  print("last words", file=sys.stderr, flush=True)
                  os._exit(7)
              if item == "kill":
                  os.kill(os.getpid(), signal.SIGKILL)
              if item == "crash":
                  ctypes.string_at(0)
              if item == "hang":
                  while True: pass
              return item
      """;

  CPythonBackendTest() {
    super(new CPythonBackend(Nodes.settings()));
  }

  private static long pid(HostedNode node) {
    return Long.parseLong(node.servedBy().process().replace("pid ", ""));
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  @Test
  void namesTheInterpreter() throws Exception {
    HostedNode node = Nodes.open(session(), Nodes.bundled("double"));
    assertThat(node.servedBy().implementation()).isEqualTo("CPython 3.12.1");
    assertThat(isAlive(pid(node))).isTrue();
    BackendStatus status = backend.status();
    assertThat(status.implementation()).isEqualTo("CPython 3.12.1");
    assertThat(status.facts()).contains(BackendStatus.Fact.good("numpy", "1.26.3"));
    assertThat(status.facts()).contains(BackendStatus.Fact.good("origin", "bundled"));
  }

  @Test
  void nodesMayUseNumpy() throws Exception {
    HostedNode node =
        node(
            """
            import numpy, scipy.signal
            class Numeric:
                def process(self, item):
                    return bool(numpy.allclose(scipy.signal.detrend(numpy.array(item)), 0))
            """);
    assertThat(Nodes.process(node, List.of(1L, 2L, 3L))).containsExactly(true);
  }

  @Test
  void aWorkerThatExitsIsAnEventWithItsLastWords() throws Exception {
    HostedNode node = node(DYING);
    NodeFailure failure = failure(() -> Nodes.process(node, "exit"));
    assertThat(failure.kind()).isEqualTo(ErrorKind.INTERNAL);
    assertThat(failure.phase()).isEqualTo(Phase.STEP);
    assertThat(failure.index().getAsLong()).isEqualTo(0);
    assertThat(failure.message()).contains("ended with exit code 7");
    assertThat(failure.traceback().orElse("")).contains("last words");
    assertThat(isAlive(pid(node))).isFalse();
    NodeFailure again = failure(() -> Nodes.process(node, 1L));
    assertThat(again.message()).contains("is gone");
    node.close();
  }

  @Test
  void aWorkerThatIsKilledNamesTheSignal() throws Exception {
    HostedNode node = node(DYING);
    NodeFailure failure = failure(() -> Nodes.process(node, "kill"));
    assertThat(failure.message()).contains("was ended by signal 9 (SIGKILL)");
  }

  @Test
  void aCrashShowsWherePythonWas() throws Exception {
    HostedNode node = node(DYING);
    NodeFailure failure = failure(() -> Nodes.process(node, "crash"));
    assertThat(failure.message()).contains("was ended by signal 11 (SIGSEGV)");
    assertThat(failure.traceback().orElse("")).contains(" in process");
  }

  @Test
  void otherNodesOutliveACrash() throws Exception {
    HostedNode victim = node(DYING);
    HostedNode other = Nodes.open(session(), Nodes.bundled("double"));
    failure(() -> Nodes.process(victim, "exit"));
    assertThat(Nodes.process(other, 2L)).containsExactly(4L);
  }

  @Test
  void anInterruptEndsAHangingWorker() throws Exception {
    HostedNode node = node(DYING);
    Thread caller = Thread.currentThread();
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                Thread.sleep(Duration.ofMillis(300));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              caller.interrupt();
            });
    NodeFailure failure = failure(() -> Nodes.process(node, "hang"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.message()).contains("interrupted");
    assertThat(isAlive(pid(node))).isFalse();
  }

  private static final String DEAF =
      """
          def process(self, item):
              import time
              while item:
                  try:
                      time.sleep(1000)
                  except BaseException:
                      pass
              return "fine"
      """;

  @Test
  void aWorkerThatDoesNotEndWhenAskedIsKilled() throws Exception {
    HostedNode node =
        Nodes.open(session(), Nodes.of("class Deaf:\n" + DEAF), Duration.ofMillis(100));
    final long first = pid(node);
    NodeFailureException e =
        assertThrows(NodeFailureException.class, () -> Nodes.process(node, 1L));
    assertThat(e.failure().kind()).isEqualTo(ErrorKind.TIMEOUT);
    assertThat(e.failure().index().getAsLong()).isEqualTo(0);
    assertThat(e.failure().message()).isEqualTo("took longer than 100 ms (deadline_ms)");
    assertThat(e.aftermath()).isEqualTo(NodeFailureException.Aftermath.HOST_LOST);
    assertThat(isAlive(first)).isFalse();
  }

  @Test
  void anInterruptLetsANodeCleanUp() throws Exception {
    HostedNode node =
        Nodes.open(
            session(),
            Nodes.of(
                """
                import time
                class Tidy:
                    def __init__(self): self.tidied = 0
                    def process(self, item):
                        try:
                            time.sleep(item)
                        finally:
                            self.tidied += 1
                        return self.tidied
                """),
            Duration.ofMillis(100));
    final long first = pid(node);
    failure(() -> Nodes.process(node, 1000L));
    assertThat(Nodes.process(node, 0L)).containsExactly(2L);
    assertThat(pid(node)).isEqualTo(first);
  }

  @Test
  void noWorkerOutlivesItsBackend() throws Exception {
    CPythonBackend own = new CPythonBackend(Nodes.settings());
    BackendSession session = own.openSession();
    long first = pid(Nodes.open(session, Nodes.bundled("double")));
    HostedNode second = Nodes.open(session, Nodes.of(DYING));
    assertThat(isAlive(first)).isTrue();
    own.close();
    assertThat(isAlive(first)).isFalse();
    assertThat(isAlive(pid(second))).isFalse();
  }

  @Test
  void workersAreUsedAgainOnlyIfNobodysCodeWasInThem() throws Exception {
    CPythonBackend own = new CPythonBackend(Nodes.settings());
    long clean;
    long dirty;
    try (BackendSession session = own.openSession()) {
      clean = pid(Nodes.open(session, Nodes.bundled("double")));
      dirty = pid(Nodes.open(session, Nodes.of(DYING)));
    }
    assertThat(isAlive(dirty)).isFalse();
    try (BackendSession session = own.openSession()) {
      assertThat(pid(Nodes.open(session, Nodes.bundled("counter")))).isEqualTo(clean);
    }
    own.close();
  }

  @Test
  void aNodeOfGraftsThatRunsWhatIsNotGraftsLeavesNoCleanWorker() throws Exception {
    WorkerSources sources = WorkerSources.in(Nodes.settings().cache());
    assertThat(sources.hashes()).contains(Nodes.bundled("double").unit().hash());
    for (String id : List.of("serialized-class-executor", "code-executor", "ultravox")) {
      String executor = Nodes.bundled(id).unit().hash();
      assertWithMessage(id).that(sources.hashes().contains(executor)).isFalse();
    }
  }

  @Test
  void nodesSeeNoVariablesOfThisProcess() throws Exception {
    HostedNode node =
        node(
            """
            import os
            class Env:
                def process(self, item):
                    return sorted(os.environ)
            """);
    String names = String.valueOf(Nodes.process(node, 1L).getFirst());
    assertThat(names).contains("LC_ALL");
    assertThat(names).doesNotContain("HOME");
  }

  private static void openIn(CPythonBackend other) throws Exception {
    try (BackendSession session = other.openSession()) {
      Nodes.open(session, Nodes.bundled("double"));
    }
  }

  @Test
  void whatIsNoPythonIsRefused(@TempDir Path folder) throws Exception {
    Path script = folder.resolve("python");
    Files.writeString(script, "#!/bin/sh\nexit 0\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    for (Path path : List.of(script, folder.resolve("none"))) {
      CPythonBackend other = new CPythonBackend(Nodes.settings().withInterpreter(path));
      HostingRefusedException refused =
          assertThrows(HostingRefusedException.class, () -> openIn(other));
      assertThat(refused.reason()).contains(path.toString());
      assertThat(other.status().available()).isFalse();
      other.close();
    }
  }

  @Test
  void anOldPythonIsRefused(@TempDir Path folder) throws Exception {
    Path script = folder.resolve("python");
    Files.writeString(
        script,
        """
        #!/bin/sh
        echo '{"graft": 1, "implementation": "cpython", "version": [3, 8, 1], "executable": "/x"}'
        """);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    CPythonBackend other = new CPythonBackend(Nodes.settings().withInterpreter(script));
    HostingRefusedException refused =
        assertThrows(HostingRefusedException.class, () -> openIn(other));
    assertThat(refused.reason()).contains("is Python 3.8.1; 3.9 or later is needed");
    other.close();
  }

  private static Interpreter usual() throws Exception {
    WorkerSources sources = WorkerSources.in(Nodes.settings().cache());
    return new Interpreters(Nodes.settings(), sources.folder()).usual();
  }

  @Test
  void theUsersInterpreterIsUsed() throws Exception {
    Path own = usual().executable();
    CPythonBackend other = new CPythonBackend(Nodes.settings().withInterpreter(own));
    assertThat(other.status().facts())
        .contains(
            BackendStatus.Fact.poor(
                "origin",
                "chosen by the user",
                "results are the same on every machine only with the bundled CPython"));
    other.close();
  }

  @Test
  void findsPythonOnAPath(@TempDir Path folder) throws Exception {
    assertThat(InterpreterChoice.onPath("/nowhere:" + folder)).isEqualTo(Optional.empty());
    Path python = Files.writeString(folder.resolve("python3"), "");
    Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwx------"));
    assertThat(InterpreterChoice.onPath("/nowhere:" + folder)).isEqualTo(Optional.of(python));
  }

  @Test
  void aNodeThatIsClosedLeavesItsWorkerToTheNextOfTheSession() throws Exception {
    Set<String> workers = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      try (HostedNode counter = Nodes.open(session(), Nodes.bundled("counter"))) {
        assertThat(Nodes.process(counter, "x"))
            .containsExactly(Map.of("value", "x", "count", 1L)); // nothing of the one before
        workers.add(counter.servedBy().process());
      }
    }
    assertThat(workers).hasSize(1);
  }
}
