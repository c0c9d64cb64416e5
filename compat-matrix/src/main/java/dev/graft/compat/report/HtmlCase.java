package dev.graft.compat.report;

import dev.graft.compat.compare.Difference;
import dev.graft.compat.compare.Explanation;
import dev.graft.compat.compare.Explanations;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.subject.Event;
import dev.graft.compat.subject.ValueText;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.permission.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One case of a page: a line that opens to all that is known of it. */
final class HtmlCase {
  private static final int MOST = 400;
  private static final int MOST_TRACE = 4000;
  private static final int MOST_DIFFERENCES = 12;

  private final Html html;
  private final CaseOutcome outcome;

  private HtmlCase(Html html, CaseOutcome outcome) {
    this.html = html;
    this.outcome = outcome;
  }

  /** Writes a case; without its inside if it passes and the page must stay small. */
  static void write(Html html, CaseOutcome outcome, boolean small) {
    new HtmlCase(html, outcome).write(small && outcome.clean());
  }

  private void write(boolean lineOnly) {
    Case tried = outcome.tried();
    CaseLook look = CaseLook.of(outcome);
    html.raw("<details class=c id=\"").attribute(tried.key()).raw("\"");
    html.raw(outcome.clean() ? " data-ok=1" : outcome.unexpected() ? " open" : "");
    String words = searchable();
    if (!words.isEmpty()) {
      html.raw(" data-s=\"").attribute(words).raw("\"");
    }
    html.raw("><summary><span class=\"g ").raw(look.look()).raw("\" title=\"");
    html.attribute(look.word()).raw("\">").raw(look.glyph()).raw("</span><b>");
    html.text(tried.id()).raw("</b><span>").text(tried.title()).raw("</span></summary>");
    if (!lineOnly) {
      inside();
    }
    html.raw("</details>\n");
  }

  private String searchable() {
    StringBuilder words = new StringBuilder(String.join(" ", outcome.tried().tags()));
    for (CaseResult result : outcome.results().values()) {
      if (CaseLook.differs(result)) {
        words.append(' ').append(result.backend()).append(' ');
        words.append(result.verdict().signature().orElse(result.verdict().observed().name()));
      }
    }
    return words.toString();
  }

  private void inside() {
    Case tried = outcome.tried();
    html.raw("<div>");
    if (!tried.params().isEmpty()) {
      html.raw("<p class=facts>with ");
      params(tried.params());
      html.raw("</p>");
    }
    if (!tried.permissions().isEmpty()) {
      html.raw("<p class=facts>granted ");
      for (Permission granted : tried.permissions()) {
        html.raw("<code>").text(granted.text()).raw("</code> ");
      }
      html.raw("</p>");
    }
    if (!tried.steps().isEmpty()) {
      StepTable.write(html, outcome);
    }
    if (tried.tolerance().any()) {
      html.raw("<p class=facts>Tolerance: ").text(tried.tolerance().why()).raw("</p>");
    }
    if (!outcome.clean()) {
      differing();
    }
    html.raw("<p class=run><code>").text(Repro.of(tried)).raw("</code></p></div>");
  }

  private void params(Map<String, @Nullable Object> params) {
    boolean first = true;
    for (Map.Entry<String, @Nullable Object> entry : params.entrySet()) {
      html.raw(first ? "<code>" : " <code>").text(entry.getKey()).raw(" = ");
      html.text(ValueText.of(entry.getValue()), MOST).raw("</code>");
      first = false;
    }
  }

  private void differing() {
    if (outcome.partition().contains("|")) {
      html.raw("<p class=facts>Who agrees: ").text(outcome.partition()).raw("</p>");
    }
    for (CaseResult result : outcome.results().values()) {
      if (CaseLook.differs(result)) {
        why(result);
      }
      servedBy(result);
    }
  }

  private void why(CaseResult result) {
    CaseLook look = CaseLook.of(result);
    html.raw("<div class=\"why").raw(look.look().equals("known") ? " kn" : "").raw("\"><p><b>");
    html.text(result.backend().text()).raw("</b>: ").text(look.word());
    result.verdict().signature().ifPresent(each -> html.raw(" <code>").text(each).raw("</code>"));
    result
        .limitation()
        .ifPresent(id -> html.raw(", limitation <a href=\"#limits\">").text(id).raw("</a>"));
    html.raw("</p>");
    if (!result.verdict().reason().isEmpty()) {
      html.raw("<p>").text(result.verdict().reason(), MOST).raw("</p>");
    }
    List<Difference> differences =
        result.verdict().differences().stream().filter(each -> !each.tolerated()).toList();
    if (!differences.isEmpty()) {
      differences(differences);
    }
    tracebacks(result);
    html.raw("</div>");
  }

  private void differences(List<Difference> differences) {
    html.raw("<table class=t><thead><tr><th>where<th>must be<th>is<th>how<tbody>");
    for (Difference each : differences.stream().limit(MOST_DIFFERENCES).toList()) {
      html.raw("<tr><td>").text(each.path()).raw("<td>").text(each.expected(), MOST);
      html.raw("<td class=off>").text(each.actual(), MOST).raw("<td class=note>");
      html.text(each.kind()).raw(each.detail().isEmpty() ? "" : ", ").text(each.detail());
    }
    html.raw("</table>");
    Explanation why = Explanations.of(differences.getFirst().kind());
    html.raw("<p><b>Likely cause.</b> ").text(why.cause()).raw("</p><p><b>Usual fix.</b> ");
    html.text(why.fix()).raw("</p>");
  }

  private void tracebacks(CaseResult result) {
    for (Event event : result.trace().events()) {
      if (event instanceof Event.Failed failed && !failed.failure().message().isEmpty()) {
        html.raw("<details><summary>").text(failed.failure().type()).raw(": ");
        html.text(failed.failure().message(), MOST).raw("</summary><pre>");
        html.text(failed.failure().traceback(), MOST_TRACE).raw("</pre></details>");
      }
    }
  }

  private void servedBy(CaseResult result) {
    Optional<ServedBy> who = result.trace().servedBy();
    who.ifPresent(
        by ->
            html.raw("<p class=facts>")
                .text(result.backend().text())
                .raw(" was served by ")
                .text(by.backend() + ", " + by.implementation() + ", " + by.process() + ", code ")
                .raw("<code>")
                .text(HtmlNode.brief(by.codeHash()))
                .raw("</code></p>"));
  }
}
