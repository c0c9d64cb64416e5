package dev.graft.runtime.shadow;

import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.json.TypedJson;
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
import org.jspecify.annotations.Nullable;

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
  private final String run = UUID.randomUUID().toString();
  private final Instant begin = Instant.now();

  ShadowLog(Optional<Path> memory) {
    this.folder = memory;
  }

  void write(ShadowSummary summary, ServedBy control, ServedBy candidate) {
    if (folder.isEmpty()) {
      return;
    }
    try {
      ProjectFolder.make(folder.get());
      Files.writeString(
          folder.get().resolve(NAME),
          TypedJson.writePlain(tree(summary, control, candidate)) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, NAME + " cannot be written: " + e);
    }
  }

  private Map<String, @Nullable Object> tree(
      ShadowSummary summary, ServedBy control, ServedBy candidate) {
    ShadowTotals totals = summary.totals();
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("run", run);
    tree.put("begin", begin.toString());
    tree.put("end", Instant.now().toString());
    tree.put("node", summary.type());
    tree.put("id", summary.nodeId());
    tree.put("control", tree(control));
    tree.put("candidate", tree(candidate));
    tree.put("matched", totals.matched());
    tree.put("known", totals.known());
    tree.put("mismatched", totals.mismatched());
    tree.put("errors", totals.errors());
    tree.put("dropped", totals.dropped());
    Map<String, @Nullable Object> signatures = new LinkedHashMap<>();
    totals.differences().forEach(each -> signatures.put(each.signature(), each.count()));
    tree.put("signatures", signatures);
    tree.put("control_ns", tree(totals.control()));
    tree.put("candidate_ns", tree(totals.candidate()));
    summary.off().ifPresent(why -> tree.put("off", why));
    return tree;
  }

  private static Map<String, @Nullable Object> tree(ServedBy served) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("backend", served.backend().text());
    tree.put("implementation", served.implementation());
    tree.put("code", served.codeHash());
    return tree;
  }

  private static Map<String, @Nullable Object> tree(ShadowTotals.Latency latency) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("p50", latency.median().toNanos());
    tree.put("p99", latency.p99().toNanos());
    return tree;
  }
}
