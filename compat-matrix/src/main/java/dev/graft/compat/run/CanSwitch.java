package dev.graft.compat.run;

import dev.graft.compat.report.Evidence;
import dev.graft.compat.report.StoredNode;
import dev.graft.compat.subject.NodeHost;
import dev.graft.descriptor.Language;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.value.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers whether a node may move from CPython to another backend: from the last report, if that
 * speaks of the code as it is, else from a run of the node.
 */
public final class CanSwitch {
  private static final int MOST = 12;

  private final NodeHost host;
  private final CompatOptions options;

  /**
   * The question.
   *
   * @param options where the reports are, and what runs if there are none
   */
  public CanSwitch(NodeHost host, CompatOptions options) {
    this.host = host;
    this.options = options;
  }

  /**
   * The answer.
   *
   * @param safe whether it may
   * @param lines the answer for people: first in one sentence, then what decided
   */
  public record Answer(boolean safe, List<String> lines) {
    public Answer {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Asks.
   *
   * @throws CompatUsageException if there is no such node: exit code 64
   * @throws OutdatedReportException if the report cannot answer
   */
  public Answer ask(String node, BackendId to)
      throws CompatUsageException, OutdatedReportException, IOException {
    CatalogueEntry entry =
        host.catalogue()
            .find(node)
            .orElseThrow(
                () ->
                    new CompatUsageException(
                        "there is no node \"%s\". %s"
                            .formatted(node, Suggestions.hint(node, host.catalogue().ids()))));
    Path report = options.output().resolve("report.json");
    if (!Files.exists(report)) {
      CompatRun.run(
          options
              .selecting(every -> every.withNodes(List.of(node)))
              .withRandom(Evidence.ENOUGH, options.seed()),
          host);
    }
    Optional<StoredNode> stored = StoredNode.find(report, node, to);
    if (stored.isEmpty()) {
      throw new OutdatedReportException(report, "says nothing of " + node, node);
    }
    for (Language language : Language.values()) {
      checkCode(entry, language, stored.get(), report);
    }
    return answer(node, to, stored.get(), report);
  }

  private static void checkCode(
      CatalogueEntry entry, Language language, StoredNode stored, Path report)
      throws OutdatedReportException {
    Optional<String> now = entry.in(language).map(NodeImplementation::codeHash);
    Optional<String> then = stored.code(language);
    if (then.isPresent() && now.isPresent() && !then.equals(now)) {
      throw new OutdatedReportException(
          report, "is older than the " + language.text() + " code of " + entry.id(), entry.id());
    }
  }

  private static Answer answer(String node, BackendId to, StoredNode stored, Path report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        stored.safe()
            ? "Yes: %s can move from cpython to %s.".formatted(node, to)
            : "No: nobody has proven that %s can move from cpython to %s.".formatted(node, to));
    lines.add("");
    int width = stored.rows().stream().mapToInt(row -> row.name().length()).max().orElse(0);
    lines.add("  " + pad("stage", width) + "  " + stored.stage());
    stored.rows().forEach(row -> lines.add("  " + pad(row.name(), width) + "  " + row.text()));
    if (!stored.blockers().isEmpty()) {
      lines.add("");
      lines.add("In the way:");
      stored.blockers().stream().limit(MOST).forEach(each -> lines.add("  - " + each));
      if (stored.blockers().size() > MOST) {
        lines.add("  - and %d more".formatted(stored.blockers().size() - MOST));
      }
    }
    lines.add("");
    lines.add("From " + report + ", " + stored.started() + ".");
    return new Answer(stored.safe(), lines);
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
