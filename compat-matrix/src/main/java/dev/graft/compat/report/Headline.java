package dev.graft.compat.report;

import dev.graft.compat.handover.HandOverResult;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The three sentences that say it all: what ran, what is wrong, what is safe to switch. */
public final class Headline {
  private static final int MOST_NAMES = 8;

  private Headline() {}

  /** The sentences. */
  public static List<String> of(CompatReport report) {
    return List.of(ran(report), wrong(report), safe(report));
  }

  private static String ran(CompatReport report) {
    long cases = report.outcomes().count();
    String part = report.scope().shard().map(shard -> ", part " + shard).orElse("");
    String missing =
        report.scope().complete()
            ? ""
            : " Incomplete: %s missing.".formatted(Counted.of(report.scope().missing(), "result"));
    return "%s on %s: %s, %s%s.%s"
        .formatted(
            Counted.of(report.nodes().size(), "node"),
            Counted.of(report.backends().size(), "backend"),
            Counted.of(cases, "case"),
            Counted.of(report.results().count(), "result"),
            part,
            missing);
  }

  private static String wrong(CompatReport report) {
    List<String> parts = new ArrayList<>();
    report.backends().stream()
        .filter(backend -> !backend.available())
        .forEach(backend -> parts.add(backend.id() + " did not start"));
    long unexpected = all(report).filter(CaseResult::unexpected).count();
    long known = all(report).filter(each -> each.overlay().isExplained()).count();
    if (unexpected > 0) {
      parts.add(Counted.of(unexpected, "result") + " nobody has explained");
    }
    report.gates().stream()
        .filter(gate -> !gate.ok() && gate.exitCode() != 1 && gate.exitCode() != 69)
        .forEach(gate -> parts.add(gate.count() + " × " + gate.text()));
    if (parts.isEmpty()) {
      return known == 0
          ? "Every result is what the contract asks for."
          : "Every difference is explained: " + Counted.of(known, "known one") + ".";
    }
    String all = String.join("; ", parts);
    return Character.toUpperCase(all.charAt(0)) + all.substring(1) + ".";
  }

  private static Stream<CaseResult> all(CompatReport report) {
    return Stream.concat(report.results(), report.handOvers().map(HandOverResult::result));
  }

  private static String safe(CompatReport report) {
    List<String> safe =
        report.nodes().stream()
            .filter(node -> node.switchTo(BackendId.JAVA).safe())
            .map(NodeRow::id)
            .toList();
    if (safe.isEmpty()) {
      return "No node is proven safe to switch to Java.";
    } else if (safe.size() > MOST_NAMES) {
      return "Safe to switch to Java: %d of %s."
          .formatted(safe.size(), Counted.of(report.nodes().size(), "node"));
    }
    return "Safe to switch to Java: " + String.join(", ", safe) + ".";
  }
}
