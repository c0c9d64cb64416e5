package dev.graft.compat.run;

import dev.graft.compat.production.Reach;
import dev.graft.compat.production.Usage;
import dev.graft.compat.report.Stage;
import dev.graft.compat.report.StoredNode;
import dev.graft.compat.report.UsageText;
import dev.graft.runtime.backend.BackendId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer to whether a node may move, in words: yes or no, what decided, what is in the way.
 *
 * @param node the node
 * @param to where it would move
 * @param stored what the report says
 * @param report the report
 * @param shown what an environment has shown, if one was asked for
 */
record SwitchAnswer(
    String node, BackendId to, StoredNode stored, Path report, Optional<Shown> shown) {
  private static final int MOST = 12;

  /**
   * What an environment has shown.
   *
   * @param usage all of it
   * @param reach how far that brings the node
   */
  record Shown(Usage usage, Reach reach) {
    /** What is missing before it may move there: not what comes after it has moved. */
    List<String> blockers() {
      return reach.step() == Reach.Step.NONE ? reach.blockers() : List.of();
    }
  }

  CanSwitch.Answer answer() {
    List<String> blockers = new ArrayList<>(stored.blockers());
    shown.ifPresent(all -> blockers.addAll(all.blockers()));
    boolean safe = stored.safe() && blockers.isEmpty();
    String where = shown.map(all -> " in " + all.usage().env()).orElse("");
    List<String> lines = new ArrayList<>();
    lines.add(
        safe
            ? "Yes: %s can move from cpython to %s%s.".formatted(node, to, where)
            : "No: nobody has proven that %s can move from cpython to %s%s."
                .formatted(node, to, where));
    lines.add("");
    List<StoredNode.Row> rows = rows();
    int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
    rows.forEach(
        row ->
            lines.add(
                "  " + row.name() + " ".repeat(width - row.name().length()) + "  " + row.text()));
    if (!blockers.isEmpty()) {
      lines.add("");
      lines.add("In the way:");
      blockers.stream().limit(MOST).forEach(each -> lines.add("  - " + each));
      if (blockers.size() > MOST) {
        lines.add("  - and %d more".formatted(blockers.size() - MOST));
      }
    }
    lines.add("");
    lines.add("From " + report + ", " + stored.started() + ".");
    return new CanSwitch.Answer(safe, lines);
  }

  private List<StoredNode.Row> rows() {
    List<StoredNode.Row> rows = new ArrayList<>();
    rows.add(new StoredNode.Row("stage", stage()));
    rows.addAll(stored.rows());
    shown.ifPresent(
        all ->
            rows.add(
                new StoredNode.Row(
                    "shadows in " + all.usage().env(), UsageText.of(all.usage(), to))));
    return rows;
  }

  /** The report may be older than what the environment has shown since. */
  private String stage() {
    return shown
        .filter(all -> stored.safe() && to == BackendId.JAVA)
        .map(all -> Stage.of(all.reach().step()).text())
        .orElse(stored.stage());
  }
}
