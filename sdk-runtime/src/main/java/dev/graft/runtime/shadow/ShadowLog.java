package dev.graft.runtime.shadow;

import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.project.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes what shadows found into the project's memory, a line each minute and at the end of a run.
 * Each line has the whole of its run so far: of the lines of one run the last one counts. Several
 * programs may write at the same time.
 */
final class ShadowLog {
  /** Its name in the project's memory. */
  static final String NAME = "shadow.jsonl";

  private static final System.Logger LOG = System.getLogger(ShadowLog.class.getName());

  private final Optional<Path> folder;
  private final String env;
  private final String run = UUID.randomUUID().toString();
  private final Instant begin = Instant.now();

  ShadowLog(Optional<Path> memory, String env) {
    this.folder = memory;
    this.env = env;
  }

  void write(ShadowSummary summary, ServedBy control, ServedBy candidate) {
    if (folder.isEmpty()) {
      return;
    }
    try {
      ProjectFolder.make(folder.get());
      Files.writeString(
          folder.get().resolve(NAME),
          record(summary, control, candidate).line(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, NAME + " cannot be written: " + e);
    }
  }

  private ShadowRecord record(ShadowSummary summary, ServedBy control, ServedBy candidate) {
    ShadowTotals totals = summary.totals();
    Map<String, Long> signatures = new LinkedHashMap<>();
    totals.differences().forEach(each -> signatures.put(each.signature(), each.count()));
    return new ShadowRecord(
        run,
        env,
        begin,
        Instant.now(),
        summary.type(),
        summary.nodeId(),
        ShadowRecord.Side.of(control),
        ShadowRecord.Side.of(candidate),
        totals.matched(),
        totals.known(),
        totals.mismatched(),
        totals.errors(),
        totals.dropped(),
        signatures,
        ShadowRecord.Times.of(totals.control()),
        ShadowRecord.Times.of(totals.candidate()),
        summary.off());
  }
}
