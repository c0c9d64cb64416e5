package dev.graft.compat.run;

import dev.graft.compat.code.BackendFingerprint;
import dev.graft.compat.code.NodeCode;
import dev.graft.compat.compare.TraceComparator;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Corpus;
import dev.graft.compat.report.BackendColumn;
import dev.graft.compat.store.BackendJson;
import dev.graft.compat.store.KeptResults;
import dev.graft.compat.store.Observation;
import dev.graft.compat.store.ResultKey;
import dev.graft.compat.store.ResultLog;
import dev.graft.compat.store.RunIdentity;
import dev.graft.compat.subject.CasePlayer;
import dev.graft.compat.subject.Trace;
import dev.graft.descriptor.Purity;
import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.NodeImplementation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a run has seen up to now, on disk. Whatever was seen before, where all that decides it is
 * the same, is not played again. Safe for several threads.
 */
final class RunRecord implements AutoCloseable {
  private final NodeCode code = new NodeCode();
  private final KeptResults kept;
  private final ResultLog log;
  private final RunIdentity identity;
  private final Catalogue catalogue;
  private final AtomicLong reused = new AtomicLong();

  private RunRecord(KeptResults kept, ResultLog log, RunIdentity identity, Catalogue catalogue) {
    this.kept = kept;
    this.log = log;
    this.identity = identity;
    this.catalogue = catalogue;
  }

  /**
   * Begins the record of a run.
   *
   * @param all the cases, of which a shard plays a part
   */
  static RunRecord begin(CompatOptions options, Corpus all, Catalogue catalogue)
      throws IOException {
    Files.createDirectories(options.output());
    KeptResults before = KeptResults.putAside(options.output());
    RunIdentity identity = identity(options, all);
    return new RunRecord(
        options.search().reuse() ? before : KeptResults.none(),
        ResultLog.begin(options.output(), identity),
        identity,
        catalogue);
  }

  static RunIdentity identity(CompatOptions options, Corpus all) {
    NodeCode code = new NodeCode();
    return new RunIdentity(
        options.clock().instant().toString(),
        all.hash(),
        code.ofMatrix(TraceComparator.class),
        code.ofMatrix(CasePlayer.class),
        options.search().shard().map(Shard::toString));
  }

  /** What a backend consists of, in one hash. */
  String fingerprint(Backend backend, BackendStatus status) {
    return BackendFingerprint.of(backend, status, catalogue);
  }

  /** The key of a case. */
  ResultKey key(Case played, String fingerprint, String nodeHash) {
    return new ResultKey(
        played.hash(), fingerprint, nodeHash, identity.comparator(), identity.tool());
  }

  /** The version of what compares. */
  String comparator() {
    return identity.comparator();
  }

  String hash(NodeImplementation node) {
    return code.hash(node);
  }

  /** What was seen before. A node with effects is played again, so that they happen. */
  Optional<Trace> seen(ResultKey key, NodeImplementation node) {
    if (node.descriptor().contract().purity() == Purity.EFFECTS) {
      return Optional.empty();
    }
    Optional<Trace> trace = kept.of(key);
    trace.ifPresent(_ -> reused.incrementAndGet());
    return trace;
  }

  void add(Case played, BackendId backend, ResultKey key, Trace trace) {
    log.add(Observation.of(played, backend, key, trace));
  }

  void add(Finding finding) {
    log.add(finding.stored().tree());
  }

  /** Says how a backend came out. */
  void ended(BackendColumn column, String fingerprint) {
    log.add(
        BackendJson.tree(
            new BackendStatus(
                column.id(), column.available(), column.implementation(), column.facts()),
            fingerprint));
  }

  /** How many results are those of earlier runs. */
  long reused() {
    return reused.get();
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
