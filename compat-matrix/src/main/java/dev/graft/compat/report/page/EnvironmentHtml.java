package dev.graft.compat.report.page;

import dev.graft.compat.report.BackendColumn;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.Gate;
import dev.graft.runtime.backend.BackendStatus;
import java.util.Map;

/** Where the run was made, and what decided how it ended. */
final class EnvironmentHtml {
  private EnvironmentHtml() {}

  static void write(Html html, CompatReport report) {
    html.raw(
        "<section id=environment class=view><h2>Where it ran</h2>\n<table class=env><tbody>\n");
    for (BackendColumn backend : report.backends()) {
      html.raw("<tr><th scope=row>").text(backend.id().text());
      html.raw(backend.available() ? "<td>" : "<td class=wrong>did not start: ");
      html.text(backend.implementation());
      backend.facts().forEach(fact -> fact(html, fact));
    }
    for (Map.Entry<String, String> each : report.environment().entrySet()) {
      html.raw("<tr><th scope=row>").text(each.getKey()).raw("<td>").text(each.getValue());
    }
    html.raw("<tr><th scope=row>cases<td>").code(report.corpusHash());
    html.raw("<tr><th scope=row>gates<td>");
    for (Gate gate : report.gates()) {
      html.raw(gate.ok() ? "" : "<span class=wrong>").text(gate.id()).raw(": ");
      html.raw(gate.ok() ? "passed" : "failed, " + gate.count() + "</span>").raw("<br>");
    }
    html.raw("exit code " + report.exitCode() + "</table></section>\n");
  }

  private static void fact(Html html, BackendStatus.Fact fact) {
    html.raw(fact.good() ? "<br>" : "<br><span class=poor>").text(fact.name()).raw(": ");
    html.text(fact.value());
    if (!fact.good()) {
      html.raw(". ").text(fact.advice()).raw("</span>");
    }
  }
}
