package dev.graft.compat.run;

import dev.graft.compat.bridge.BridgeNode;
import dev.graft.compat.changes.Changes;
import dev.graft.compat.changes.PastRun;
import dev.graft.compat.changes.RecordedRun;
import dev.graft.compat.changes.SpeedLoss;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.limits.LimitationsLedger;
import dev.graft.compat.production.InUse;
import dev.graft.compat.production.Production;
import dev.graft.compat.report.BackendColumn;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.Gate;
import dev.graft.compat.report.NodeRow;
import dev.graft.compat.report.Recording;
import dev.graft.compat.report.ReportFiles;
import dev.graft.compat.report.RunScope;
import dev.graft.compat.report.TerminalSummary;
import dev.graft.compat.report.UntriedParams;
import dev.graft.compat.speed.SpeedOptions;
import dev.graft.compat.store.RunIdentity;
import dev.graft.compat.subject.NodeHost;
import dev.graft.compat.subject.Trace;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.compat.verdict.Judge;
import dev.graft.compat.verdict.Partition;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run of the matrix. */
public final class CompatRun {
  private final CompatOptions options;
  private final RunCases cases;
  private final Map<BackendId, BackendRun> runs;
  private final Map<String, Finding> found = new HashMap<>();
  private final LimitationsLedger ledger;
  private final MadeUpRecord madeUp;
  private final Optional<FlakyReruns> reruns;
  private final Optional<SpeedOptions> speed;
  private final Production production;

  private CompatRun(
      CompatOptions options,
      RunCases cases,
      Map<BackendId, BackendRun> runs,
      List<Finding> findings,
      LimitationsLedger ledger,
      MadeUpRecord madeUp,
      Optional<FlakyReruns> reruns,
      Optional<SpeedOptions> speed,
      Production production) {
    this.options = options;
    this.cases = cases;
    this.runs = runs;
    findings.forEach(each -> found.putIfAbsent(each.original().key(), each));
    this.ledger = ledger;
    this.madeUp = madeUp;
    this.reruns = reruns;
    this.speed = speed;
    this.production = production;
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
    return run(options, host, Optional.empty());
  }

  /**
   * The same, and then takes the time of what is right. Nothing else should run on the machine.
   *
   * @throws CompatUsageException if what was asked for cannot be run: exit code 64
   * @throws IOException if the reports cannot be written
   */
  public static CompatResult timed(CompatOptions options, SpeedOptions speed, NodeHost host)
      throws CompatUsageException, IOException {
    return run(options, host, Optional.of(speed));
  }

  private static CompatResult run(
      CompatOptions options, NodeHost host, Optional<SpeedOptions> speed)
      throws CompatUsageException, IOException {
    Past past = Past.read(options);
    long start = System.nanoTime();
    RunCases cases = RunCases.of(options, host.catalogue());
    LimitationsLedger ledger = ledger(options, host);
    Production production = production(options, host);
    Map<BackendId, BackendRun> runs;
    String comparator;
    List<Finding> findings;
    long reused;
    try (RunRecord record = RunRecord.begin(options, cases.selected(), host.catalogue())) {
      runs =
          BackendRuns.all(
              options.selection().chosenBackends(),
              host,
              cases.nodes(),
              cases.played(),
              options.timeout(),
              record);
      reused = record.reused();
      comparator = record.comparator();
      findings = Findings.of(options, host, cases.nodes(), cases.all(), cases.played(), runs);
      findings.forEach(record::add);
    }
    write(options, findings);
    Optional<String> shard = options.search().shard().map(Shard::toString);
    RunScope scope = new RunScope(options.isWhole(), shard, reused, 0);
    return new CompatRun(
            options,
            cases,
            runs,
            findings,
            ledger,
            MadeUpRecord.in(options.output(), comparator),
            Optional.of(new FlakyReruns(host, options.timeout())),
            speed,
            production)
        .result(host, scope, start, past);
  }

  /**
   * Makes one run of the results of several.
   *
   * @param places the folders of their reports, or the files with their results
   * @throws CompatUsageException if they are no parts of one run
   */
  public static CompatResult merge(CompatOptions options, NodeHost host, List<Path> places)
      throws CompatUsageException, IOException {
    Past past = Past.read(options);
    long start = System.nanoTime();
    MergedResults merged = MergedResults.read(places);
    RunCases cases = RunCases.of(options, host.catalogue());
    RunIdentity here = RunRecord.identity(options, cases.selected());
    merged.checkThatTheyAreOf(here);
    Map<BackendId, BackendRun> runs =
        merged.runs(options.selection().chosenBackends(), cases.nodes(), cases.played());
    RunScope scope =
        new RunScope(options.isWhole(), Optional.empty(), 0, MergedResults.missing(runs));
    Files.createDirectories(options.output());
    merged.write(options.output());
    List<Finding> findings = merged.findings(cases.played());
    write(options, findings);
    MadeUpRecord madeUp = MadeUpRecord.in(options.output(), here.comparator());
    return new CompatRun(
            options,
            cases,
            runs,
            findings,
            ledger(options, host),
            madeUp,
            Optional.empty(),
            Optional.empty(),
            production(options, host))
        .result(host, scope, start, past);
  }

  /** The same with the nodes and backends of a runtime, which the caller closes. */
  public static CompatResult merge(CompatOptions options, GraftRuntime runtime, List<Path> places)
      throws CompatUsageException, IOException {
    return merge(options, NodeHost.of(runtime), places);
  }

  private static void write(CompatOptions options, List<Finding> findings) throws IOException {
    LocalDate today = LocalDate.ofInstant(options.clock().instant(), ZoneOffset.UTC);
    FoundFiles.write(options.output(), findings, options.seed(), today);
  }

  private static LimitationsLedger ledger(CompatOptions options, NodeHost host)
      throws CompatUsageException {
    return new LimitationsLedger(
        LimitationFiles.read(options, host),
        LocalDate.ofInstant(options.clock().instant(), ZoneOffset.UTC));
  }

  private static Production production(CompatOptions options, NodeHost host)
      throws CompatUsageException, IOException {
    return Production.read(options.memories(), LimitationFiles.read(options, host));
  }

  private CompatResult result(NodeHost host, RunScope scope, long start, Past past)
      throws IOException {
    List<NodeRow> rows = rows(host);
    List<NodeRow> nodes = rows.stream().filter(row -> !BridgeNode.is(row.entry())).toList();
    List<BackendColumn> columns = runs.values().stream().map(BackendRun::column).toList();
    RecordedRun recorded = Recording.of(rows, columns, scope, cases.played().hash());
    Optional<Changes> changes = past.changes(recorded);
    var limitations = ledger.states(Set.copyOf(runs.keySet()), scope.whole() && scope.complete());
    List<Gate> gates =
        new ArrayList<>(Gates.of(rows, columns, limitations, isEveryCase(), scope.missing()));
    if (options.past().gate()) {
      changes.map(Gates::regressions).ifPresent(gates::add);
    }
    Instant started = options.clock().instant();
    List<PastRun> now = Recording.past(started, nodes, columns);
    List<SpeedLoss> losses = SpeedLoss.of(past.history(), now);
    if (speed.filter(SpeedOptions::gate).isPresent()) {
      gates.add(Gates.performance(losses));
    }
    CompatReport report =
        new CompatReport(
            started,
            (System.nanoTime() - start) / 1_000_000,
            scope,
            cases.played().hash(),
            Environment.facts(),
            columns,
            nodes,
            rows.stream().filter(row -> BridgeNode.is(row.entry())).findFirst(),
            limitations,
            gates,
            Gates.exitCode(gates),
            changes,
            losses,
            past.history().with(now));
    madeUp.write();
    List<Path> files = new ArrayList<>(ReportFiles.write(report, options.output()));
    files.addAll(Past.write(options, recorded));
    return new CompatResult(report.exitCode(), TerminalSummary.of(report), files, report);
  }

  private List<NodeRow> rows(NodeHost host) {
    SpeedColumn speeds = SpeedColumn.on(runs, host, speed, options.timeout());
    try (HandOverRun handOvers = HandOverRun.between(runs, host, ledger, options.timeout())) {
      return cases.nodes().stream().map(entry -> row(entry, handOvers, speeds)).toList();
    }
  }

  private NodeRow row(CatalogueEntry entry, HandOverRun handOvers, SpeedColumn speeds) {
    List<CaseOutcome> outcomes = new ArrayList<>();
    boolean twins = entry.java().isPresent() && entry.python().isPresent();
    if (twins && runs.containsKey(BackendId.JAVA) && CaseSelection.parity(options, entry.id())) {
      outcomes.add(parity(entry));
    }
    for (Case each : cases.played().of(entry.id())) {
      Finding finding = found.get(each.key());
      outcomes.add(
          finding == null
              ? outcome(entry, each, BackendRuns.traces(runs, each))
              : outcome(entry, finding.smallest(), finding.traces()));
    }
    boolean everyCase = isEveryCase();
    return new NodeRow(
            entry,
            outcomes,
            UntriedParams.of(entry.contract(), cases.all().of(entry.id())),
            handOvers.of(entry, outcomes, everyCase),
            madeUp.add(entry.id(), everyCase, outcomes, options.seed()),
            speeds.of(entry, outcomes),
            InUse.NOWHERE)
        .in(production);
  }

  /** Whether nobody chose among the cases of the nodes that ran. */
  private boolean isEveryCase() {
    return options.selection().cases().isEmpty() && options.search().isWhole();
  }

  private CaseOutcome parity(CatalogueEntry entry) {
    Case check = ContractCheck.asCase(entry);
    CaseResult result = lay(check, ContractCheck.check(entry));
    String partition = result.passed() ? "java = python" : "java | python";
    return new CaseOutcome(check, partition, Map.of(BackendId.JAVA, result));
  }

  private CaseOutcome outcome(CatalogueEntry entry, Case tried, Map<BackendId, Trace> traces) {
    Map<BackendId, CaseResult> results = new LinkedHashMap<>();
    Judge.judge(tried, traces)
        .forEach(
            (backend, verdict) ->
                Optional.ofNullable(traces.get(backend))
                    .map(trace -> new CaseResult(backend, trace, verdict))
                    .map(result -> rerun(entry, tried, traces, result))
                    .ifPresent(result -> results.put(backend, lay(tried, result))));
    return new CaseOutcome(tried, Partition.of(traces), results);
  }

  private CaseResult rerun(
      CatalogueEntry entry, Case tried, Map<BackendId, Trace> traces, CaseResult result) {
    return reruns
        .filter(
            _ -> ledger.isFlaky(tried.key(), result.backend(), implementation(result.backend())))
        .map(each -> each.again(entry, tried, traces, result))
        .orElse(result);
  }

  private CaseResult lay(Case tried, CaseResult result) {
    return ledger.lay(tried.key(), implementation(result.backend()), result);
  }

  private String implementation(BackendId backend) {
    return Optional.ofNullable(runs.get(backend))
        .map(run -> run.column().implementation())
        .orElse("");
  }
}
