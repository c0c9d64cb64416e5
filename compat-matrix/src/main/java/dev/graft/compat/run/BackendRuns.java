package dev.graft.compat.run;

import dev.graft.compat.corpus.Corpus;
import dev.graft.compat.subject.NodeHost;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.CatalogueEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
      Duration timeout) {
    return SideBySide.all(
        backends.stream().distinct().collect(Collectors.toMap(Function.identity(), id -> id)),
        id -> BackendRun.of(id, host, nodes, corpus, timeout));
  }
}
