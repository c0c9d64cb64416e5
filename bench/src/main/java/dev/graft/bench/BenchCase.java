package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.manifest.ErrorPolicy;
import dev.graft.runtime.manifest.FanIn;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.NodeSpec;
import dev.graft.runtime.manifest.PythonSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One benchmark: what runs, what goes in, what must come out.
 *
 * @param id its name on the command line
 * @param group the number of the published group, or the name of its suite
 * @param title what it shows
 * @param kind how it is timed
 * @param steps the nodes, in order
 * @param item the item of every call
 * @param outputs the outputs of the n-th call of a node, from 1
 * @param olderMicros what the older system published, in microseconds per call; 0 for nothing
 */
record BenchCase(
    String id,
    String group,
    String title,
    Kind kind,
    List<Step> steps,
    @Nullable Object item,
    LongFunction<List<@Nullable Object>> outputs,
    double olderMicros) {
  BenchCase {
    steps = List.copyOf(steps);
  }

  /** How a case is timed. */
  enum Kind {
    /** One call of an open node. */
    CALL,
    /** One item through a pipeline that stays open for many. */
    CHAIN,
    /** A new interpreter, a new node, one call. */
    COLD
  }

  /**
   * A node of a case.
   *
   * @param type the catalogue id
   * @param params its parameters
   */
  record Step(String type, Map<String, @Nullable Object> params) {
    /** The benchmark's own Python file that it is in, if Graft does not bring it. */
    private Optional<Path> file(Path folder) {
      if (type.startsWith("bench-")) {
        return Optional.of(folder.resolve("bench_nodes.py"));
      }
      return type.startsWith("bridge-")
          ? Optional.of(folder.resolve("bridge_nodes.py"))
          : Optional.empty();
    }

    @SuppressWarnings("NullAway") // the class file of NodeSpec does not say that params hold nulls
    private NodeSpec spec(String nodeId, BackendId backend) {
      return new NodeSpec(
          nodeId,
          type,
          params,
          Optional.of(backend),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          ResourceLimits.NONE,
          FanIn.ARRIVAL,
          1,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  /**
   * The pipeline that it is, on one backend and no other.
   *
   * @param folder where the benchmark's own Python files are
   */
  Manifest manifest(BackendId backend, Path folder) {
    List<NodeSpec> nodes = new ArrayList<>();
    for (Step step : steps) {
      nodes.add(step.spec("n" + nodes.size(), backend));
    }
    List<PythonSpec.File> files =
        steps.stream()
            .flatMap(step -> step.file(folder).stream())
            .distinct()
            .map(file -> new PythonSpec.File(file, Optional.empty()))
            .toList();
    PythonSpec python =
        new PythonSpec(files, List.of(), Map.of(), Optional.empty(), List.of(), List.of());
    return new Manifest(id, nodes, List.of(), python, new ErrorPolicy.Fail(), folder);
  }
}
