package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.python.host.Nodes;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LimitedWorkersTest {
  private static final String GREEDY =
      """
      import resource
      class Greedy:
          def process(self, item):
              if item == "memory":
                  return len(bytearray(500 << 20))
              if item == "files":
                  files = [open("/dev/null") for _ in range(100)]
                  return len(files)
              if item == "time":
                  while True:
                      pass
              return [resource.getrlimit(which)[0] for which in
                      (resource.RLIMIT_DATA, resource.RLIMIT_CPU, resource.RLIMIT_NOFILE)]
      """;

  private static final OptionalLong NONE = OptionalLong.empty();

  private final CPythonBackend backend = new CPythonBackend(Nodes.settings());

  @AfterEach
  void close() {
    backend.close();
  }

  private static NodeFailure failure(HostedNode node, String item) {
    return assertThrows(NodeFailureException.class, () -> Nodes.process(node, item)).failure();
  }

  @Test
  void limitsAreSetAndAFailureNamesTheOneBehindIt() throws Exception {
    ResourceLimits limits =
        new ResourceLimits(OptionalLong.of(200), OptionalLong.of(30), OptionalLong.of(40));
    try (BackendSession session = backend.openSession()) {
      HostedNode node = Nodes.open(session, Nodes.of(GREEDY), limits);
      assertThat(Nodes.process(node, "")).containsExactly(List.of(200L << 20, 30L, 40L));
      NodeFailure memory = failure(node, "memory");
      assertThat(memory.type()).isEqualTo("MemoryError");
      assertThat(memory.message())
          .isEqualTo("this worker may have 200 MB of memory (limits.memory_mb)");
      NodeFailure files = failure(node, "files");
      assertThat(files.kind()).isEqualTo(ErrorKind.IO);
      assertThat(files.message())
          .isEqualTo(
              "[Errno 24] Too many open files: '/dev/null'; this worker may have 40 open files"
                  + " (limits.open_files)");
      assertThat(Nodes.process(node, "")).hasSize(1); // errors are errors of items
    }
  }

  @Test
  void processorTimeEndsTheWorker() throws Exception {
    try (BackendSession session = backend.openSession()) {
      ResourceLimits limits = new ResourceLimits(NONE, OptionalLong.of(1), NONE);
      HostedNode node = Nodes.open(session, Nodes.of(GREEDY), limits);
      assertThat(failure(node, "time").message())
          .isEqualTo(
              "the worker (CPython 3.12.1, pid %d) was ended by signal 24 (SIGXCPU): it used the 1 s"
                      .formatted(WorkerPids.of(node))
                  + " of processor time that it may (limits.cpu_s)");
    }
  }

  @Test
  void theLeastMemoryIsEnoughForANode() throws Exception {
    try (BackendSession session = backend.openSession()) {
      ResourceLimits limits = new ResourceLimits(OptionalLong.of(64), NONE, OptionalLong.of(16));
      HostedNode node = Nodes.open(session, Nodes.of(GREEDY), limits);
      assertThat(Nodes.process(node, "").toString()).contains("" + (64 << 20));
    }
  }

  @Test
  void workersOfDifferentLimitsNeverMix() throws Exception {
    ResourceLimits limits = new ResourceLimits(OptionalLong.of(300), NONE, NONE);
    long free;
    long limited;
    try (BackendSession session = backend.openSession()) {
      free = WorkerPids.of(Nodes.open(session, Nodes.bundled("double")));
      limited = WorkerPids.of(Nodes.open(session, Nodes.bundled("double"), limits));
    }
    assertThat(limited).isNotEqualTo(free);
    try (BackendSession session = backend.openSession()) {
      // What has used a part of its limits is not handed on, either.
      long again = WorkerPids.of(Nodes.open(session, Nodes.bundled("double"), limits));
      assertThat(again).isNotEqualTo(limited);
      assertThat(again).isNotEqualTo(free);
      assertThat(WorkerPids.of(Nodes.open(session, Nodes.bundled("double")))).isEqualTo(free);
    }
  }
}
