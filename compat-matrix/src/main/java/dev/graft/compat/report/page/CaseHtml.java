package dev.graft.compat.report.page;

import dev.graft.compat.compare.Advice;
import dev.graft.compat.compare.Difference;
import dev.graft.compat.compare.Explanation;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.limits.LimitationState;
import dev.graft.compat.report.CaseLook;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.Repro;
import dev.graft.compat.subject.ValueText;
import dev.graft.compat.verdict.CaseOutcome;
import dev.graft.compat.verdict.CaseResult;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.permission.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The inside of one case: all that is known of it. */
final class CaseHtml {
  private static final int MOST = 400;

  private final Html html;
  private final CaseOutcome outcome;
  private final CompatReport report;

  private CaseHtml(Html html, CaseOutcome outcome, CompatReport report) {
    this.html = html;
    this.outcome = outcome;
    this.report = report;
  }

  /** Writes it, or only how to run it again and why there is no more. */
  static void write(Html html, CaseOutcome outcome, CompatReport report, String leftOut) {
    CaseHtml writer = new CaseHtml(html, outcome, report);
    if (leftOut.isEmpty()) {
      writer.inside();
    } else {
      html.raw("<p class=facts>").text(leftOut).raw("</p>");
    }
    repro(html, Repro.of(outcome.tried()));
  }

  /** A command with a button that copies it. */
  static void repro(Html html, String command) {
    html.raw("<p class=run><code>").text(command).raw("</code> <button type=button data-copy=\"");
    html.attribute(command).raw("\">copy</button></p>");
  }

  private void inside() {
    Case tried = outcome.tried();
    given(tried);
    if (outcome.partition().contains("|")) {
      html.raw("<p class=facts>Who agrees with whom: ").code(outcome.partition()).raw("</p>");
    }
    outcome.results().values().stream().filter(CaseLook::differs).forEach(this::why);
    if (!tried.steps().isEmpty()) {
      html.raw("<h3>Step by step</h3>");
      StepTable.write(html, outcome);
    }
    FailureTable.write(html, outcome);
    tolerance(tried);
    if (!outcome.clean()) {
      outcome.results().values().forEach(this::servedBy);
    }
  }

  private void given(Case tried) {
    if (!tried.params().isEmpty()) {
      html.raw("<p class=facts>with ");
      for (Map.Entry<String, @Nullable Object> entry : tried.params().entrySet()) {
        html.raw("<code>").text(entry.getKey()).raw(" = ");
        html.text(ValueText.of(entry.getValue()), MOST).raw("</code> ");
      }
      html.raw("</p>");
    }
    if (!tried.permissions().isEmpty()) {
      html.raw("<p class=facts>granted ");
      for (Permission granted : tried.permissions()) {
        html.code(granted.text()).raw(" ");
      }
      html.raw("</p>");
    }
  }

  private void why(CaseResult result) {
    CaseLook look = CaseLook.of(result);
    html.raw("<div class=\"why").raw(look.look().equals("known") ? " kn" : "").raw("\"><h3>");
    html.raw("<span class=\"g ").raw(look.look()).raw("\" aria-hidden=true>").raw(look.glyph());
    html.raw("</span>").text(result.backend().text()).raw(": ").text(look.word()).raw("</h3>");
    result.verdict().signature().ifPresent(each -> html.raw("<p>").code(each).raw("</p>"));
    if (!result.verdict().reason().isEmpty()) {
      html.raw("<p>").text(result.verdict().reason(), MOST).raw("</p>");
    }
    List<Difference> differences =
        result.verdict().differences().stream().filter(each -> !each.tolerated()).toList();
    if (!differences.isEmpty()) {
      DifferenceTable.write(html, differences);
      Explanation why = Advice.of(differences.getFirst(), outcome.tried(), result.trace().events());
      html.raw("<p><b>Likely cause.</b> ").text(why.cause()).raw("</p>");
      html.raw("<p><b>Usual fix.</b> ").text(why.fix()).raw("</p>");
    }
    result.limitation().flatMap(this::limitation).ifPresent(this::limitation);
    html.raw("</div>");
  }

  private Optional<Limitation> limitation(String id) {
    return report.limitations().stream()
        .map(LimitationState::limitation)
        .filter(each -> each.id().equals(id))
        .findFirst();
  }

  private void limitation(Limitation known) {
    html.raw("<p><b>Known limitation.</b> <a href=\"#limitations\">").text(known.id());
    html.raw("</a>: ").text(known.title()).raw(". ").text(known.reason());
    html.text(known.workaround().isEmpty() ? "" : " " + known.workaround()).raw("</p>");
  }

  private void tolerance(Case tried) {
    if (!tried.tolerance().any()) {
      return;
    }
    html.raw("<p class=facts>Tolerated: ").text(Tolerated.text(tried.tolerance()));
    html.raw(", because: ").text(tried.tolerance().why()).raw(". ");
    for (CaseResult result : outcome.results().values()) {
      long ulp = result.verdict().worstUlp();
      html.text(ulp > 0 ? "Largest on " + result.backend() + ": " + ulp + " ulp. " : "");
    }
    html.raw("</p>");
  }

  private void servedBy(CaseResult result) {
    Optional<ServedBy> who = result.trace().servedBy();
    who.ifPresent(
        by ->
            html.raw("<p class=facts>")
                .text(result.backend().text())
                .raw(" was served by ")
                .text(by.backend() + ", " + by.implementation() + ", " + by.process() + ", code ")
                .code(NodeHtml.brief(by.codeHash()))
                .raw("</p>"));
  }
}
