package dev.graft.compat.report.page;

import dev.graft.compat.report.BackendColumn;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.NodeRow;
import dev.graft.compat.report.SpeedText;
import dev.graft.compat.speed.Timing;
import dev.graft.runtime.backend.BackendId;
import java.util.List;

/** How fast each node is on each backend, beside CPython. */
final class PerformanceHtml {
  private PerformanceHtml() {}

  static void write(Html html, CompatReport report) {
    List<NodeRow> measured =
        report.nodes().stream().filter(node -> node.speed().isMeasured()).toList();
    html.raw("<section id=performance class=view><h2>How fast</h2>\n");
    if (measured.isEmpty()) {
      html.raw("<p>Not measured. <code>graft matrix bench</code> does.</p></section>\n");
      return;
    }
    html.raw("<p class=facts>How many times as fast as CPython, which was measured right before ");
    html.raw("and after; in brackets where the ratio lies with 95 % certainty. Geometric means ");
    html.raw("over cases that every backend passes. A grey bar: nobody can say which is faster.");
    html.raw("</p>\n").wide("How fast");
    html.raw("<table class=speed><thead><tr><th scope=col>node");
    report.backends().forEach(each -> html.raw("<th scope=col>").text(each.id().text()));
    html.raw("<tbody>\n");
    measured.forEach(node -> row(html, node, report));
    html.raw("</table></div>\n");
    rest(html, report);
    html.raw("</section>\n");
  }

  private static void row(Html html, NodeRow node, CompatReport report) {
    html.raw("<tr><th scope=row><a href=\"").raw(PageLink.ofNode(node.id())).raw("\">");
    html.text(node.id()).raw("</a><small>").text(String.join(", ", node.speed().cases()));
    html.raw("</small>");
    String noise = SpeedText.noise(node.speed());
    if (!noise.isEmpty()) {
      html.raw("<small class=poor>").text(noise).raw("</small>");
    }
    for (BackendColumn backend : report.backends()) {
      html.raw("<td>");
      cell(html, node, backend.id());
    }
    html.raw("\n");
  }

  private static void cell(Html html, NodeRow node, BackendId backend) {
    Timing timing = node.speed().on(backend);
    if (!node.has(backend)) {
      html.raw("<span class=absent>–</span>");
      return;
    }
    switch (timing) {
      case Timing.NotMeasured not ->
          html.raw("<span class=unknown>not measured: ").text(not.reason()).raw("</span>");
      case Timing.Measured measured -> {
        measured
            .ratio()
            .ifPresentOrElse(
                ratio -> {
                  SpeedBar.write(html, ratio);
                  html.raw("<b>").text(SpeedText.ratio(ratio)).raw("</b>");
                },
                () -> html.raw("<b>").text(SpeedText.nanos(measured.median())).raw("</b>"));
        SpeedText.facts(measured).forEach(fact -> html.raw("<small>").text(fact).raw("</small>"));
      }
    }
  }

  private static void rest(Html html, CompatReport report) {
    List<String> others =
        report.nodes().stream()
            .filter(node -> !node.speed().isMeasured())
            .map(NodeRow::id)
            .toList();
    if (!others.isEmpty()) {
      html.raw("<p class=facts>Not measured: ").text(String.join(", ", others)).raw(".</p>\n");
    }
  }
}
