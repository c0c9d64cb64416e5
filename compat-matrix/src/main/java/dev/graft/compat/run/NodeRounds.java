package dev.graft.compat.run;

import dev.graft.compat.code.NodeCode;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Corpus;
import dev.graft.compat.limits.LimitationsLedger;
import dev.graft.compat.report.UntriedParams;
import dev.graft.compat.subject.NodeHost;
import dev.graft.compat.subject.Subject;
import dev.graft.compat.subject.Trace;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Judge;
import dev.graft.compat.verdict.Partition;
import dev.graft.descriptor.Purity;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.value.Suggestions;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plays the cases of one node on all its backends, time after time while somebody writes it. What
 * code did that has not changed since is remembered. A case is played once, no report is written,
 * no state handed over and no case made smaller: that is for a run of the matrix, which takes its
 * time.
 */
public final class NodeRounds {
  private final CompatOptions options;
  private final Map<Key, Trace> seen = new ConcurrentHashMap<>();

  /** All that decides what happens, while this program runs. */
  private record Key(String caseKey, String caseHash, BackendId backend, String code) {}

  /**
   * For some cases.
   *
   * @param options which cases and backends; which node is said later
   */
  public NodeRounds(CompatOptions options) {
    this.options = options;
  }

  /**
   * What came of a round.
   *
   * @param entry the node
   * @param outcomes of its cases
   * @param absent backends that did not start, with the reason
   * @param untried parameters that no case of a file and no example gives
   */
  public record Round(
      CatalogueEntry entry,
      List<CaseOutcome> outcomes,
      Map<BackendId, String> absent,
      List<String> untried) {
    public Round {
      untried = List.copyOf(untried);
      outcomes = List.copyOf(outcomes);
      absent = Map.copyOf(absent);
    }

    /** The cases that somebody must look at. */
    public List<CaseOutcome> unexpected() {
      return outcomes.stream().filter(CaseOutcome::unexpected).toList();
    }
  }

  /**
   * Plays them.
   *
   * @throws CompatUsageException if there is no such node, or a case file is not good
   */
  public Round play(NodeHost host, String node) throws CompatUsageException, IOException {
    CatalogueEntry entry =
        host.catalogue()
            .find(node)
            .orElseThrow(
                () ->
                    new CompatUsageException(
                        "there is no node \"%s\". %s"
                            .formatted(node, Suggestions.hint(node, host.catalogue().ids()))));
    CompatOptions own = options.selecting(every -> every.withNodes(List.of(node)));
    Corpus made =
        CaseSelection.withMade(own, CaseSelection.corpus(own, host.catalogue()), List.of(entry));
    List<Case> cases = CaseSelection.cases(own, made, List.of(entry)).of(node);
    LimitationsLedger ledger =
        new LimitationsLedger(
            LimitationFiles.read(own, host),
            LocalDate.ofInstant(own.clock().instant(), ZoneOffset.UTC));
    Map<BackendId, Backend> backends = new EnumMap<>(BackendId.class);
    Map<BackendId, String> absent = new EnumMap<>(BackendId.class);
    Map<BackendId, String> implementations = new EnumMap<>(BackendId.class);
    for (BackendId id : own.selection().chosenBackends()) {
      if (entry.in(id.language()).isEmpty()) {
        continue;
      }
      try {
        Backend backend = host.backend(id);
        BackendStatus status = backend.status();
        if (status.available()) {
          backends.put(id, backend);
          implementations.put(id, status.implementation());
        } else {
          absent.put(id, status.implementation());
        }
      } catch (HostingRefusedException e) {
        absent.put(id, e.reason());
      }
    }
    NodeCode code = new NodeCode();
    Map<BackendId, Map<String, Trace>> traces =
        SideBySide.all(backends, backend -> traces(entry, backend, cases, code));
    return new Round(
        entry,
        outcomes(entry, cases, traces, implementations, ledger),
        absent,
        UntriedParams.of(entry.contract(), made.of(node)));
  }

  private Map<String, Trace> traces(
      CatalogueEntry entry, Backend backend, List<Case> cases, NodeCode code) {
    NodeImplementation node = entry.in(backend.id().language()).orElseThrow();
    String hash = code.hash(node);
    Map<String, Trace> traces = new LinkedHashMap<>();
    try (SubjectPlayer player =
        new SubjectPlayer(new Subject(node, backend.id()), backend, options.timeout())) {
      for (Case each : cases) {
        Key key = new Key(each.key(), each.hash(), backend.id(), hash);
        Trace known = seen.get(key);
        Trace trace = known == null ? player.playOnce(each) : known;
        if (trace.complete() && node.descriptor().contract().purity() != Purity.EFFECTS) {
          seen.put(key, trace);
        }
        traces.put(each.key(), trace);
      }
    }
    return traces;
  }

  private static List<CaseOutcome> outcomes(
      CatalogueEntry entry,
      List<Case> cases,
      Map<BackendId, Map<String, Trace>> traces,
      Map<BackendId, String> implementations,
      LimitationsLedger ledger) {
    List<CaseOutcome> outcomes = new ArrayList<>();
    if (entry.java().isPresent() && entry.python().isPresent()) {
      CaseResult result = ContractCheck.check(entry);
      outcomes.add(
          new CaseOutcome(
              ContractCheck.asCase(entry),
              result.passed() ? "java = python" : "java | python",
              Map.of(BackendId.JAVA, result)));
    }
    for (Case each : cases) {
      Map<BackendId, Trace> all = new EnumMap<>(BackendId.class);
      traces.forEach((id, byKey) -> all.put(id, byKey.get(each.key())));
      Map<BackendId, CaseResult> results = new LinkedHashMap<>();
      Judge.judge(each, all)
          .forEach(
              (id, verdict) ->
                  Optional.ofNullable(all.get(id))
                      .map(trace -> new CaseResult(id, trace, verdict))
                      .ifPresent(
                          result ->
                              results.put(
                                  id,
                                  ledger.lay(
                                      each.key(), implementations.getOrDefault(id, ""), result))));
      outcomes.add(new CaseOutcome(each, Partition.of(all), results));
    }
    return outcomes;
  }
}
