package dev.graft.compat.report;

import dev.graft.compat.limits.LimitationState;
import dev.graft.runtime.backend.BackendStatus;
import java.util.Map;

/** The end of a page: known limitations, where it ran, and how to read it. */
final class HtmlNotes {
  private HtmlNotes() {}

  static void write(Html html, CompatReport report) {
    limitations(html, report);
    environment(html, report);
    html.raw(
        """
        <section id=how><h2>How to read this</h2>
        <p>A case gives one input to a node on every backend. What must happen is written in the
        case, or else CPython decides. Nothing falls back: every result names who served it.</p>
        <dl class=key>
        <dt><span class="g exact">=</span><dd>exact: same type, same bits. Nothing less passes,
        unless the case states a tolerance and why.
        <dt><span class="g exact">≡</span><dd>equal, written in another way: list and tuple, order, scale, offset,
        where the case allows that.
        <dt><span class="g exact">≈</span><dd>within the tolerance that the case states; the largest
        distance is shown in ulp.
        <dt><span class="g known">◩</span><dd>different in a way that is known, explained and due
        for review. Never counted as a pass.
        <dt><span class="g wrong">✕</span><dd>different, and nobody has explained it.
        <dt><span class="g wrong">!</span><dd>an error on one side only, another kind of error, a
        crash or a timeout.
        <dt><span class="g wrong">~</span><dd>a second instance did not repeat what the first one did.
        <dt><span class="g wrong">⚑</span><dd>not the backend that was asked for answered: the
        result is worth nothing.
        <dt><span class="g absent">–</span><dd>there is no such implementation, or the backend
        declares that it cannot.
        <dt><span class="g unknown">?</span><dd>not run. Never a pass.
        </dl>
        <p><b>Safe to switch</b> means: verified, and its state moves between CPython and Java and
        back. <b>Verified</b> means: both languages promise the same contract, Java and CPython pass
        every case, 1,000 made-up ones among them, and parameters, ports and errors are covered.
        Values are typed: <code>{"$f":"1.0"}</code> is a float,
        <code>1</code> an int, <code>{"$tuple":[]}</code> a tuple; a boxed <b class=u>U+202E</b> is
        a character that would not show.</p>
        </section>
        """);
  }

  private static void limitations(Html html, CompatReport report) {
    if (report.limitations().isEmpty()) {
      return;
    }
    html.raw("<section id=limits><h2>Known limitations</h2>");
    html.raw("<p>Differences that somebody explained.</p>");
    html.raw("<div class=wide><table class=env><tbody>\n");
    for (LimitationState state : report.limitations()) {
      html.raw("<tr><th>").text(state.limitation().id()).raw("<td>");
      html.text(state.limitation().title()).raw(". ").text(state.limitation().reason());
      html.raw(" ").text(state.limitation().workaround()).raw("<br>");
      html.text(state.limitation().issue()).raw(", review ");
      html.text(state.limitation().review().toString());
      html.raw(state.mustBeEdited() ? "<td class=wrong>" : "<td>").text(state.status().name());
      html.text(
          ": %d known, %d changed, %d fixed"
              .formatted(state.known(), state.changed(), state.fixed()));
    }
    html.raw("</table></div></section>\n");
  }

  private static void environment(Html html, CompatReport report) {
    html.raw("<section id=env><h2>Where it ran</h2><div class=wide><table class=env><tbody>\n");
    for (BackendColumn backend : report.backends()) {
      html.raw("<tr><th>").text(backend.id().text());
      html.raw(backend.available() ? "<td>" : "<td class=wrong>did not start: ");
      html.text(backend.implementation());
      backend.facts().forEach(fact -> fact(html, fact));
    }
    for (Map.Entry<String, String> each : report.environment().entrySet()) {
      html.raw("<tr><th>").text(each.getKey()).raw("<td>").text(each.getValue());
    }
    html.raw("<tr><th>cases<td><code>").text(report.corpusHash()).raw("</code>");
    html.raw("<tr><th>gates<td>");
    for (Gate gate : report.gates()) {
      html.raw(gate.ok() ? "" : "<span class=wrong>").text(gate.id()).raw(": ");
      html.raw(gate.ok() ? "passed" : "failed, " + gate.count() + "</span>").raw("<br>");
    }
    html.raw("exit code " + report.exitCode() + "</table></div></section>\n");
  }

  private static void fact(Html html, BackendStatus.Fact fact) {
    html.raw(fact.good() ? "<br>" : "<br><span class=poor>").text(fact.name()).raw(": ");
    html.text(fact.value());
    if (!fact.good()) {
      html.raw(". ").text(fact.advice()).raw("</span>");
    }
  }
}
