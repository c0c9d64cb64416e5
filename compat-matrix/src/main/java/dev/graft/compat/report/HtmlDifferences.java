package dev.graft.compat.report;

import dev.graft.compat.compare.Explanation;
import dev.graft.compat.compare.Explanations;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.verdict.CaseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The unexpected results by the way in which they fail: people mend causes, not cases. */
final class HtmlDifferences {
  private static final int MOST = 12;

  private record Found(Case tried, CaseResult result) {}

  private HtmlDifferences() {}

  static void write(Html html, CompatReport report) {
    Map<String, List<Found>> groups = new TreeMap<>();
    report
        .outcomes()
        .forEach(
            outcome ->
                outcome.results().values().forEach(each -> add(groups, outcome.tried(), each)));
    report.handOvers().forEach(each -> add(groups, each.tried(), each.result()));
    if (groups.isEmpty()) {
      return;
    }
    html.raw("<section><h2>What differs</h2><p>Grouped by the way in which it fails.</p>\n");
    groups.forEach((name, found) -> group(html, name, found));
    html.raw("</section>\n");
  }

  private static void add(Map<String, List<Found>> groups, Case tried, CaseResult result) {
    if (result.unexpected()) {
      groups.computeIfAbsent(name(result), _ -> new ArrayList<>()).add(new Found(tried, result));
    }
  }

  private static String name(CaseResult result) {
    String signature = result.verdict().signature().orElse(result.verdict().observed().name());
    return switch (result.overlay()) {
      case NONE, KNOWN -> signature;
      case CHANGED, FIXED ->
          result.overlay() + " " + result.limitation().orElse("") + " " + signature;
    };
  }

  private static void group(Html html, String name, List<Found> found) {
    html.raw("<div class=group><h3><code>").text(name).raw("</code> × ");
    html.raw(String.valueOf(found.size())).raw("</h3>");
    found.getFirst().result().verdict().differences().stream()
        .filter(each -> !each.tolerated())
        .findFirst()
        .ifPresent(
            each -> {
              Explanation why = Explanations.of(each.kind());
              html.raw("<p>").text(why.cause()).raw(" ").text(why.fix()).raw("</p>");
            });
    html.raw("<ul>");
    for (Found each : found.stream().limit(MOST).toList()) {
      String key = each.tried().key();
      html.raw("<li><a href=\"#").attribute(key).raw("\">").text(key).raw("</a> on ");
      html.text(each.result().backend().text());
      String reason = each.result().verdict().reason();
      html.text(reason.isEmpty() ? "" : ": " + reason, 200);
    }
    if (found.size() > MOST) {
      html.raw("<li>and " + (found.size() - MOST) + " more");
    }
    html.raw("</ul></div>\n");
  }
}
