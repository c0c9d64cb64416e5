package dev.graft.bench;

import dev.graft.descriptor.ValueType;
import dev.graft.python.cpython.CPythonBackend;
import dev.graft.python.host.HostKey;
import dev.graft.python.host.PythonHost;
import dev.graft.python.memory.SharedArrays;
import dev.graft.python.pool.PoolLimits;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.catalogue.PythonUnit;
import dev.graft.runtime.permission.Grants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How long a worker takes from the request to its hello, forked and started as a program, and until
 * it has loaded and opened a node that imports NumPy. What the node emits proves for each sample
 * how its worker came to be.
 */
final class WorkerStarts {
  private static final int WARMUPS = 20;
  private static final int FORKS = 200;
  private static final int STARTS = 20;

  private static final String LOOK =
      """
      import os, sys
      ahead = "numpy" in sys.modules
      """;

  private static final String NODE =
      """
      class Probe:
          def process(self, item):
              return [ahead, "numpy" in sys.modules, os.getppid()]
      """;

  /** Takes a sample. */
  @FunctionalInterface
  interface Samples {
    /** A number with a name. */
    void take(String name, long value);
  }

  private final CPythonBackend backend;
  private final boolean forks;
  private final Samples samples;

  private WorkerStarts(CPythonBackend backend, boolean forks, Samples samples) {
    this.backend = backend;
    this.forks = forks;
    this.samples = samples;
  }

  /**
   * All samples: names end in {@code hello} and {@code node}. Beside each forked worker a child is
   * forked that does nothing; the names of these samples end in {@code plain}.
   */
  static void measure(Workplace place, Samples samples) throws Exception {
    for (boolean forks : List.of(true, false)) {
      try (CPythonBackend backend =
          new CPythonBackend(
              place.settings(), SharedArrays.DEFAULT_BUDGET, PoolLimits.keeping(0), forks)) {
        WorkerStarts starts = new WorkerStarts(backend, forks, samples);
        for (int i = 0; i < (forks ? WARMUPS : 2); i++) {
          starts.one("warmup", false);
          starts.one("warmup", true);
        }
        if (forks) {
          starts.besidePlainForks(place);
          continue;
        }
        for (int i = 0; i < STARTS; i++) {
          starts.one("started", false);
          starts.one("started-numpy", true);
        }
      }
    }
  }

  private void besidePlainForks(Workplace place) throws Exception {
    try (PlainFork plain = PlainFork.start(place, List.of());
        PlainFork withNumpy = PlainFork.start(place, List.of("numpy"))) {
      for (int i = 0; i < FORKS; i++) {
        one("forked", false);
        samples.take("forked-plain", plain.nanos());
        one("forked-numpy", true);
        samples.take("forked-numpy-plain", withNumpy.nanos());
      }
    }
  }

  private void one(String name, boolean numpy) throws Exception {
    HostKey key =
        HostKey.ofUsual(Grants.NONE, numpy ? HostKey.NUMPY : HostKey.NOTHING, ResourceLimits.NONE);
    PythonUnit unit = unit(numpy);
    long begin = System.nanoTime();
    PythonHost host = backend.pool().lease(key);
    long greeted = System.nanoTime();
    host.load(unit, List.of());
    long handle =
        host.open(
            new PythonHost.NodeSpec(
                unit.module(),
                "Probe",
                "n",
                Map.of(),
                false,
                false,
                ValueType.Scalar.ANY,
                Optional.empty(),
                OptionalLong.empty(),
                false));
    long opened = System.nanoTime();
    check(host, handle, numpy);
    host.close();
    backend.pool().giveBack(host);
    samples.take(name + "-hello", greeted - begin);
    samples.take(name + "-node", opened - begin);
  }

  private static PythonUnit unit(boolean numpy) {
    String source = LOOK + (numpy ? "import numpy\n" : "") + NODE;
    return new PythonUnit("probe", "probe.py", source, Optional.empty(), List.of(), Map.of());
  }

  private void check(PythonHost host, long handle, boolean numpy) throws Exception {
    List<@Nullable Object> outputs = new ArrayList<>();
    host.process(handle, List.of(Item.of(0, 1L)), outputs::add);
    if (!(outputs.getFirst() instanceof List<?> told)
        || !told.get(0).equals(forks && numpy)
        || !told.get(1).equals(numpy)
        || told.get(2).equals(ProcessHandle.current().pid()) == forks) {
      throw new WrongOutputException(
          "worker", (forks ? "forked" : "started") + (numpy ? ", with NumPy" : ""), "" + outputs);
    }
  }
}
