package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Corpus;
import dev.graft.compat.subject.NodeHost;
import dev.graft.compat.subject.Trace;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs all nodes on all backends. */
final class BackendRuns {
  private BackendRuns() {}

  static Map<BackendId, BackendRun> all(
      List<BackendId> backends,
      NodeHost host,
      List<CatalogueEntry> nodes,
      Corpus corpus,
      Duration timeout,
      RunRecord record) {
    return SideBySide.all(
        backends.stream().distinct().collect(Collectors.toMap(Function.identity(), id -> id)),
        id -> BackendRun.of(id, host, nodes, corpus, timeout, record));
  }

  /** What all of them saw of a case. */
  static Map<BackendId, Trace> traces(Map<BackendId, BackendRun> runs, Case seen) {
    Map<BackendId, Trace> traces = new EnumMap<>(BackendId.class);
    runs.forEach(
        (backend, run) ->
            Optional.ofNullable(run.traces().get(seen.key()))
                .ifPresent(trace -> traces.put(backend, trace)));
    return traces;
  }
}
