package dev.graft.compat.run;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Corpus;
import dev.graft.compat.report.BackendColumn;
import dev.graft.compat.store.ResultKey;
import dev.graft.compat.subject.LastingThread;
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
      BackendId id,
      NodeHost host,
      List<CatalogueEntry> nodes,
      Corpus corpus,
      Duration timeout,
      RunRecord record) {
    BackendStatus status;
    Optional<Backend> backend = Optional.empty();
    try {
      backend = Optional.of(host.backend(id));
      status = backend.get().status();
    } catch (HostingRefusedException e) {
      status = new BackendStatus(id, false, e.reason(), List.of());
    }
    String fingerprint = "";
    Map<String, Trace> traces = new LinkedHashMap<>();
    if (backend.isPresent() && status.available()) {
      fingerprint = record.fingerprint(backend.get(), status);
      for (CatalogueEntry entry : nodes) {
        Optional<NodeImplementation> node = entry.in(id.language());
        if (node.isPresent()) {
          Subject subject = new Subject(node.get(), id);
          List<Case> cases = corpus.of(entry.id());
          try (SubjectPlayer player = new SubjectPlayer(subject, backend.get(), timeout)) {
            traces.putAll(play(subject, player, cases, fingerprint, record));
          }
        }
      }
    } else {
      String reason = LastingThread.NO_START + status.implementation();
      nodes.stream()
          .filter(entry -> entry.in(id.language()).isPresent())
          .flatMap(entry -> corpus.of(entry.id()).stream())
          .forEach(each -> traces.put(each.key(), Trace.none(Trace.Ended.NOT_RUN, reason)));
    }
    BackendColumn column = column(id, status, traces);
    record.ended(column, fingerprint);
    return new BackendRun(column, traces);
  }

  private static Map<String, Trace> play(
      Subject subject,
      SubjectPlayer player,
      List<Case> cases,
      String fingerprint,
      RunRecord record) {
    Map<String, Trace> traces = new LinkedHashMap<>();
    String nodeHash = record.hash(subject.node());
    for (Case each : cases) {
      ResultKey key = record.key(each, fingerprint, nodeHash);
      Trace trace =
          record
              .seen(key, subject.node())
              .filter(subject::isVouchedFor)
              .orElseGet(() -> player.play(each));
      record.add(each, subject.backend(), key, trace);
      traces.put(each.key(), trace);
    }
    return traces;
  }

  /** A backend that says it can start and then cannot has not started. */
  private static BackendColumn column(
      BackendId id, BackendStatus status, Map<String, Trace> traces) {
    Optional<String> refused =
        traces.values().stream()
            .filter(trace -> trace.end() == Trace.Ended.NOT_RUN)
            .map(Trace::reason)
            .filter(reason -> reason.startsWith(LastingThread.NO_START))
            .findFirst();
    return new BackendColumn(
        id,
        status.available() && refused.isEmpty(),
        status.available() ? refused.orElse(status.implementation()) : status.implementation(),
        status.facts());
  }
}
