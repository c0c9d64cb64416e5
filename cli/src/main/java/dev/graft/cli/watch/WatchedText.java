package dev.graft.cli.watch;

import dev.graft.compat.report.CaseLook;
import dev.graft.compat.report.ReproText;
import dev.graft.compat.report.Reproduction;
import dev.graft.compat.report.UntriedParams;
import dev.graft.compat.run.NodeRounds;
import dev.graft.compat.subject.Trace;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.runtime.backend.BackendId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A round for a person: one line if all is well, else the first thing that is not. */
public final class WatchedText {
  private static final int MOST_OTHERS = 5;
  private static final double MILLI = 1e3;

  private final String node;
  private final List<String> lines = new ArrayList<>();

  private WatchedText(String node) {
    this.node = node;
  }

  /** The lines. */
  public static List<String> of(String node, Watched watched) {
    WatchedText text = new WatchedText(node);
    switch (watched) {
      case Watched.Broken broken -> text.broken(broken);
      case Watched.Played played -> text.played(played);
    }
    return List.copyOf(text.lines);
  }

  private void broken(Watched.Broken broken) {
    lines.add("✕ %s cannot be played  %s".formatted(node, seconds(broken.took())));
    lines.add("");
    broken.problems().forEach(each -> lines.add(indented(each)));
  }

  private void played(Watched.Played played) {
    NodeRounds.Round round = played.round();
    List<CaseOutcome> wrong = round.unexpected();
    long cases = round.outcomes().size();
    if (played.isGood()) {
      lines.add(
          "= %s: %s on %s  %s"
              .formatted(node, counted(cases, "case"), backends(round), seconds(played.took())));
    } else if (wrong.isEmpty()) {
      lines.add(
          "? %s has no case. Give it an @Example, or a case file in src/test/cases or cases."
              .formatted(node));
    } else {
      lines.add(
          "✕ %s: %d of %s %s  %s"
              .formatted(
                  node,
                  wrong.size(),
                  counted(cases, "case"),
                  wrong.size() == 1 ? "is not as it must be" : "are not as they must be",
                  seconds(played.took())));
      lines.add("");
      first(wrong.getFirst());
      others(wrong.subList(1, wrong.size()));
    }
    if (!round.untried().isEmpty()) {
      lines.add(
          "  its test will fail: "
              + UntriedParams.sentence(round.entry().contract(), round.untried())
                  .replace("\n", "\n  "));
    }
    round
        .absent()
        .forEach((backend, why) -> lines.add("  %s is not there: %s".formatted(backend, why)));
  }

  private void first(CaseOutcome outcome) {
    CaseResult result =
        outcome.results().values().stream()
            .filter(CaseResult::unexpected)
            .findFirst()
            .orElseThrow();
    ReproText.of(new Reproduction(outcome.tried(), columns(outcome, result), result))
        .forEach(lines::add);
  }

  /** The one that is judged, and beside it the one that it is compared with. */
  private static List<Reproduction.Column> columns(CaseOutcome outcome, CaseResult judged) {
    List<Reproduction.Column> columns = new ArrayList<>();
    beside(outcome, judged)
        .ifPresent(
            other -> columns.add(new Reproduction.Column(other.backend().text(), other.trace())));
    columns.add(new Reproduction.Column(judged.backend().text(), judged.trace()));
    return columns;
  }

  private static Optional<CaseResult> beside(CaseOutcome outcome, CaseResult judged) {
    BackendId judge = BackendId.of(judged.verdict().judge()).orElse(BackendId.CPYTHON);
    return Optional.ofNullable(outcome.results().get(judge))
        .filter(each -> each.backend() != judged.backend())
        .filter(each -> each.trace().end() != Trace.Ended.NOT_RUN);
  }

  private void others(List<CaseOutcome> wrong) {
    if (wrong.isEmpty()) {
      return;
    }
    lines.add("");
    for (CaseOutcome each : wrong.stream().limit(MOST_OTHERS).toList()) {
      List<String> where = new ArrayList<>();
      each.results()
          .values()
          .forEach(
              result -> {
                if (result.unexpected()) {
                  CaseLook look = CaseLook.of(result);
                  where.add(look.glyph() + " " + look.word() + " on " + result.backend());
                }
              });
      lines.add("also %s: %s".formatted(each.tried().key(), String.join(", ", where)));
    }
    if (wrong.size() > MOST_OTHERS) {
      lines.add("and %d more".formatted(wrong.size() - MOST_OTHERS));
    }
  }

  private static String backends(NodeRounds.Round round) {
    List<String> names =
        round.outcomes().stream()
            .flatMap(each -> each.results().keySet().stream())
            .distinct()
            .sorted()
            .map(BackendId::text)
            .toList();
    return String.join(", ", names);
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String indented(String text) {
    return "  " + text.replace("\n", "\n  ");
  }

  static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.2f s", time.toMillis() / MILLI);
  }
}
