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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the backends side by side: they wait for their own start most of the time. */
final class BackendRuns {
  private BackendRuns() {}

  static Map<BackendId, BackendRun> all(
      List<BackendId> backends,
      NodeHost host,
      List<CatalogueEntry> nodes,
      Corpus corpus,
      Duration timeout,
      RunRecord record) {
    Map<BackendId, BackendRun> runs = new EnumMap<>(BackendId.class);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<BackendId, Future<BackendRun>> running = new EnumMap<>(BackendId.class);
      for (BackendId id : backends) {
        running.put(
            id, threads.submit(() -> BackendRun.of(id, host, nodes, corpus, timeout, record)));
      }
      for (Map.Entry<BackendId, Future<BackendRun>> each : running.entrySet()) {
        runs.put(each.getKey(), each.getValue().get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the matrix itself failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    }
    return runs;
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
