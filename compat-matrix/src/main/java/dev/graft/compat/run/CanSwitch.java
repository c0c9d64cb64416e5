package dev.graft.compat.run;

import dev.graft.compat.production.Codes;
import dev.graft.compat.production.InUse;
import dev.graft.compat.production.Production;
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
import java.util.List;
import java.util.Optional;

/**
 * Answers whether a node may move from CPython to another backend: from the last report, if that
 * speaks of the code as it is, else from a run of the node.
 */
public final class CanSwitch {
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
    return ask(node, to, Optional.empty());
  }

  /**
   * Asks.
   *
   * @param env the environment that must have shown it as well; what its shadows found is read
   *     anew, so that it may be younger than the report
   * @throws CompatUsageException if there is no such node: exit code 64
   * @throws OutdatedReportException if the report cannot answer
   */
  public Answer ask(String node, BackendId to, Optional<String> env)
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
    return new SwitchAnswer(node, to, stored.get(), report, shown(node, to, env, stored.get()))
        .answer();
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

  /** What the environment has shown, if one was asked for. */
  private Optional<SwitchAnswer.Shown> shown(
      String node, BackendId to, Optional<String> env, StoredNode stored)
      throws CompatUsageException, IOException {
    if (env.isEmpty()) {
      return Optional.empty();
    }
    InUse inUse =
        Production.read(options.memories(), LimitationFiles.read(options, host))
            .of(node, new Codes(stored.javaCode(), stored.pythonCode()));
    return Optional.of(new SwitchAnswer.Shown(inUse.in(env.get()), inUse.reach(env.get(), to)));
  }
}
