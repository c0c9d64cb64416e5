package dev.graft.cli;

import dev.graft.cli.project.ProjectFile;
import dev.graft.compat.record.MadeCase;
import dev.graft.compat.record.RecordedFiles;
import dev.graft.compat.record.Stretches;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.plan.StagePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what {@code graft record} did, and remembers whether all was well. */
final class RecordText {
  private final Terminal terminal;
  private final Manifest manifest;
  private final StagePlan node;
  private final Stretches stretches;
  private final NodeOptions nodes;
  private final Map<String, Integer> unfit = new LinkedHashMap<>();
  private int there;
  private boolean isKept;

  RecordText(
      Terminal terminal,
      Manifest manifest,
      StagePlan node,
      Stretches stretches,
      NodeOptions nodes) {
    this.terminal = terminal;
    this.manifest = manifest;
    this.node = node;
    this.stretches = stretches;
    this.nodes = nodes;
  }

  /** What came to the node. */
  void items(int kept, int limit) {
    if (stretches.seen() > 0) {
      terminal.note(
          "%s: %s came to node \"%s\"; %s unlike the others"
              .formatted(
                  manifest.name(),
                  count(stretches.seen(), "item"),
                  node.nodeId(),
                  count(kept, "case")));
    }
    if (stretches.unfit() > 0) {
      terminal.note(
          "%s left out: larger than 256 KiB, or with an opaque reference in it"
              .formatted(count(stretches.unfit(), "item")));
    }
    if (kept == limit) {
      terminal.note("--limit %d was reached; what came after was not looked at".formatted(limit));
    }
  }

  /** Freezes a case and says so. */
  void tell(MadeCase made, RecordedFiles files) throws IOException {
    switch (made) {
      case MadeCase.Unfit no -> unfit.merge(no.reason(), 1, Integer::sum);
      case MadeCase.Frozen frozen -> {
        RecordedFiles.Written written = files.write(frozen);
        there++;
        switch (written.done()) {
          case WROTE -> line("wrote ", written, frozen);
          case THERE -> line("there already: ", written, frozen);
          case REPLACED -> line("replaced ", written, frozen);
          case KEPT -> {
            isKept = true;
            terminal.error(
                "%s says that something else comes out. It was left as it is: mend the node, or let --overwrite renew the case."
                    .formatted(written.file()));
          }
        }
      }
    }
  }

  private void line(String did, RecordedFiles.Written written, MadeCase.Frozen frozen) {
    terminal.line("%s%s  (%s)".formatted(did, written.file(), frozen.outcome()));
  }

  /** What is not frozen, and what to do with the rest. */
  void next(Path cases, ProjectFile project) {
    unfit.forEach(
        (reason, number) ->
            terminal.error("%s not frozen: %s.".formatted(count(number, "case"), reason)));
    if (there == 0) {
      terminal.error(
          node.isSource() || stretches.seen() > 0
              ? "nothing was frozen."
              : "nothing was frozen: no item came to node \"%s\". Check the input and the nodes before it."
                  .formatted(node.nodeId()));
      return;
    }
    String corpus =
        ProjectFile.has(project.corpus(), cases) ? "" : " --corpus " + ShellWord.of(cases);
    terminal.note(
        "next: graft matrix --node %s%s%s"
            .formatted(node.type(), nodes.words(manifest, project), corpus));
  }

  /** Whether there are cases, and none that says something else. */
  boolean isGood() {
    return there > 0 && !isKept;
  }

  private static String count(long number, String what) {
    return number + " " + (number == 1 ? what : what + "s");
  }
}
