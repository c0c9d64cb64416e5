package dev.graft.compat.run;

import dev.graft.compat.changes.Changes;
import dev.graft.compat.changes.RecordedRun;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Corpus;
import dev.graft.compat.generate.CaseGenerator;
import dev.graft.compat.limits.LimitationsLedger;
import dev.graft.compat.report.BackendColumn;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.Gate;
import dev.graft.compat.report.NodeRow;
import dev.graft.compat.report.Recording;
import dev.graft.compat.report.ReportFiles;
import dev.graft.compat.report.TerminalSummary;
import dev.graft.compat.subject.NodeHost;
import dev.graft.compat.subject.Trace;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Judge;
import dev.graft.compat.verdict.Overlay;
import dev.graft.compat.verdict.Partition;
import dev.graft.compat.verdict.Verdict;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of the matrix. */
public final class CompatRun {
  private final CompatOptions options;
  private final Corpus corpus;
  private final List<CatalogueEntry> nodes;
  private final Map<BackendId, BackendRun> runs;
  private final LimitationsLedger ledger;

  private CompatRun(
      CompatOptions options,
      Corpus corpus,
      List<CatalogueEntry> nodes,
      Map<BackendId, BackendRun> runs,
      LimitationsLedger ledger) {
    this.options = options;
    this.corpus = corpus;
    this.nodes = nodes;
    this.runs = runs;
    this.ledger = ledger;
  }

  /**
   * Runs the matrix over a runtime, which the caller closes, and writes the reports.
   *
   * @throws CompatUsageException if what was asked for cannot be run: exit code 64
   * @throws IOException if the reports cannot be written
   */
  public static CompatResult run(CompatOptions options, GraftRuntime runtime)
      throws CompatUsageException, IOException {
    return run(options, NodeHost.of(runtime));
  }

  /** The same over any host of nodes. */
  public static CompatResult run(CompatOptions options, NodeHost host)
      throws CompatUsageException, IOException {
    Instant started = options.clock().instant();
    Past past = Past.read(options);
    long start = System.nanoTime();
    List<CatalogueEntry> nodes = CaseSelection.nodes(options, host.catalogue());
    Corpus all = CaseSelection.withMade(options, CaseSelection.corpus(options), nodes);
    Corpus corpus = CaseSelection.cases(options, all, nodes);
    LimitationsLedger ledger =
        new LimitationsLedger(
            LimitationFiles.read(options), LocalDate.ofInstant(started, ZoneOffset.UTC));
    Map<BackendId, BackendRun> runs =
        BackendRuns.all(backends(options), host, nodes, corpus, options.timeout());
    CompatRun run = new CompatRun(options, corpus, nodes, runs, ledger);
    List<NodeRow> rows = nodes.stream().map(run::row).toList();
    RecordedRun recorded = Recording.of(rows, run.columns(), options.isWhole(), corpus.hash());
    CompatReport report = run.report(started, start, rows, recorded, past);
    List<Path> files = new ArrayList<>(ReportFiles.write(report, options.output()));
    files.addAll(Past.write(options, recorded));
    return new CompatResult(report.exitCode(), TerminalSummary.of(report), files, report);
  }

  private static List<BackendId> backends(CompatOptions options) {
    return options.backends().isEmpty() ? List.of(BackendId.values()) : options.backends();
  }

  private List<BackendColumn> columns() {
    return runs.values().stream().map(BackendRun::column).toList();
  }

  private CompatReport report(
      Instant started, long start, List<NodeRow> rows, RecordedRun recorded, Past past) {
    List<BackendColumn> columns = columns();
    Optional<Changes> changes = past.changes(recorded);
    boolean whole = options.isWhole();
    var limitations = ledger.states(Set.copyOf(runs.keySet()), whole);
    List<Gate> gates =
        new ArrayList<>(Gates.of(rows, columns, limitations, options.cases().isEmpty()));
    if (options.past().gate()) {
      changes.map(Gates::regressions).ifPresent(gates::add);
    }
    return new CompatReport(
        started,
        (System.nanoTime() - start) / 1_000_000,
        whole,
        corpus.hash(),
        Environment.facts(),
        columns,
        rows,
        limitations,
        gates,
        Gates.exitCode(gates),
        changes,
        past.history().with(Recording.past(started, rows, columns)));
  }

  private NodeRow row(CatalogueEntry entry) {
    List<CaseOutcome> outcomes = new ArrayList<>();
    boolean twins = entry.java().isPresent() && entry.python().isPresent();
    if (twins && runs.containsKey(BackendId.JAVA) && CaseSelection.parity(options, entry.id())) {
      outcomes.add(parity(entry));
    }
    for (Case each : corpus.of(entry.id())) {
      outcomes.add(outcome(each));
    }
    return new NodeRow(entry, outcomes, untried(entry));
  }

  private CaseOutcome parity(CatalogueEntry entry) {
    Case check = ContractCheck.asCase(entry);
    CaseResult result = lay(check, ContractCheck.check(entry));
    String partition = result.passed() ? "java = python" : "java | python";
    return new CaseOutcome(check, partition, Map.of(BackendId.JAVA, result));
  }

  private CaseOutcome outcome(Case tried) {
    Map<BackendId, Trace> traces = new EnumMap<>(BackendId.class);
    runs.forEach(
        (backend, run) ->
            Optional.ofNullable(run.traces().get(tried.key()))
                .ifPresent(trace -> traces.put(backend, trace)));
    Map<BackendId, Verdict> verdicts = Judge.judge(tried, traces);
    Map<BackendId, CaseResult> results = new LinkedHashMap<>();
    traces.forEach(
        (backend, trace) ->
            Optional.ofNullable(verdicts.get(backend))
                .ifPresent(
                    verdict ->
                        results.put(
                            backend,
                            lay(
                                tried,
                                new CaseResult(
                                    backend, trace, verdict, Overlay.NONE, Optional.empty())))));
    return new CaseOutcome(tried, Partition.of(traces), results);
  }

  private CaseResult lay(Case tried, CaseResult result) {
    String implementation =
        Optional.ofNullable(runs.get(result.backend()))
            .map(run -> run.column().implementation())
            .orElse("");
    return ledger.lay(tried.key(), implementation, result);
  }

  private List<String> untried(CatalogueEntry entry) {
    return entry.contract().params().stream()
        .map(ParamDescriptor::name)
        .filter(
            name ->
                corpus.of(entry.id()).stream()
                    .filter(each -> !each.origin().equals(CaseGenerator.ORIGIN))
                    .noneMatch(each -> each.params().containsKey(name)))
        .toList();
  }
}
