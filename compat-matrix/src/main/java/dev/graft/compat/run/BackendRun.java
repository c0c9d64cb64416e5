package dev.graft.compat.run;

import dev.graft.compat.corpus.Corpus;
import dev.graft.compat.report.BackendColumn;
import dev.graft.compat.subject.NodeHost;
import dev.graft.compat.subject.Subject;
import dev.graft.compat.subject.Trace;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All nodes on one backend.
 *
 * @param column what the backend is
 * @param traces by case key
 */
record BackendRun(BackendColumn column, Map<String, Trace> traces) {
  static BackendRun of(
      BackendId id, NodeHost host, List<CatalogueEntry> nodes, Corpus corpus, Duration timeout) {
    BackendStatus status;
    Optional<Backend> backend = Optional.empty();
    try {
      backend = Optional.of(host.backend(id));
      status = backend.get().status();
    } catch (HostingRefusedException e) {
      status = new BackendStatus(id, false, e.reason(), List.of());
    }
    Map<String, Trace> traces = new LinkedHashMap<>();
    for (CatalogueEntry entry : nodes) {
      Optional<NodeImplementation> node = entry.in(id.language());
      if (node.isEmpty()) {
        continue;
      }
      if (backend.isPresent() && status.available()) {
        Subject subject = new Subject(node.get(), id);
        traces.putAll(SubjectRun.of(subject, backend.get(), corpus.of(entry.id()), timeout));
      } else {
        String reason = SubjectRun.NO_START + status.implementation();
        corpus
            .of(entry.id())
            .forEach(each -> traces.put(each.key(), Trace.none(Trace.Ended.NOT_RUN, reason)));
      }
    }
    return new BackendRun(column(id, status, traces), traces);
  }

  /** A backend that says it can start and then cannot has not started. */
  private static BackendColumn column(
      BackendId id, BackendStatus status, Map<String, Trace> traces) {
    Optional<String> refused =
        traces.values().stream()
            .filter(trace -> trace.end() == Trace.Ended.NOT_RUN)
            .map(Trace::reason)
            .filter(reason -> reason.startsWith(SubjectRun.NO_START))
            .findFirst();
    return new BackendColumn(
        id,
        status.available() && refused.isEmpty(),
        status.available() ? refused.orElse(status.implementation()) : status.implementation(),
        status.facts());
  }
}
