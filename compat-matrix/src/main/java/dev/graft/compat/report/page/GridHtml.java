package dev.graft.compat.report.page;

import dev.graft.compat.changes.PastRun;
import dev.graft.compat.report.BackendColumn;
import dev.graft.compat.report.Cell;
import dev.graft.compat.report.CellSentence;
import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.Counted;
import dev.graft.compat.report.NodeRow;
import dev.graft.compat.report.Spark;
import dev.graft.compat.report.SpeedText;
import dev.graft.compat.report.StageLook;
import dev.graft.compat.speed.Timing;
import dev.graft.runtime.backend.BackendId;
import java.util.Comparator;
import java.util.List;

/** The grid: nodes by backends, worst first, what is clean folded away. */
final class GridHtml {
  private final Html html;
  private final CompatReport report;
  private final boolean withHistory;
  private final boolean withSpeed;

  private GridHtml(Html html, CompatReport report) {
    this.html = html;
    this.report = report;
    this.withHistory =
        report.nodes().stream().anyMatch(node -> report.history().of(node.id()).size() > 1);
    this.withSpeed = report.nodes().stream().anyMatch(node -> node.speed().isMeasured());
  }

  static void write(Html html, CompatReport report) {
    new GridHtml(html, report).write();
  }

  private void write() {
    List<NodeRow> bad = report.nodes().stream().filter(this::isBad).sorted(worstFirst()).toList();
    List<NodeRow> clean = report.nodes().stream().filter(node -> !isBad(node)).toList();
    html.raw("<section id=grid class=view><h2 class=hid>Every node on every backend</h2>\n");
    html.raw("<table class=grid><caption class=hid>Every node on every backend, worst first");
    html.raw("</caption><thead><tr><th scope=col>node<th scope=col>stage");
    report.backends().forEach(each -> html.raw("<th scope=col>").text(each.id().text()));
    html.raw(withSpeed ? "<th scope=col>speed of java" : "");
    html.raw(withHistory ? "<th scope=col>last runs" : "").raw("\n<tbody id=bad>\n");
    bad.forEach(this::row);
    if (!clean.isEmpty()) {
      html.raw("<tbody class=fold><tr><td colspan=");
      html.raw(
          String.valueOf(
              report.backends().size() + 2 + (withHistory ? 1 : 0) + (withSpeed ? 1 : 0)));
      html.raw("><button type=button id=fold aria-expanded=true aria-controls=clean>Clean: ");
      html.raw(Counted.of(clean.size(), "node")).raw("</button>\n<tbody id=clean>\n");
      clean.forEach(this::row);
    }
    html.raw("</table>\n<p id=none class=facts hidden>No node has such a case.</p></section>\n");
  }

  private Comparator<NodeRow> worstFirst() {
    return Comparator.comparingInt((NodeRow node) -> -worst(node)).thenComparing(NodeRow::id);
  }

  private boolean isBad(NodeRow node) {
    return worst(node) > Cell.CLEAN;
  }

  private int worst(NodeRow node) {
    return report.backends().stream()
        .mapToInt(backend -> Cell.of(node, backend.id()).rank())
        .max()
        .orElse(0);
  }

  private void row(NodeRow node) {
    html.raw("<tr data-n=\"").attribute(node.id()).raw("\"><th scope=row><a href=\"");
    html.raw(PageLink.ofNode(node.id())).raw("\">").text(node.id()).raw("</a><small>");
    html.text(node.entry().contract().summary()).raw("</small>");
    html.raw("<td data-b=stage title=\"").attribute(StageLook.of(node).text()).raw("\">");
    stage(html, StageLook.of(node));
    for (BackendColumn backend : report.backends()) {
      html.raw("<td data-b=\"").attribute(backend.id().text()).raw("\" title=\"");
      html.attribute(CellSentence.of(node, backend.id())).raw("\">");
      cell(html, Cell.of(node, backend.id()), "");
    }
    speed(node);
    spark(node);
    html.raw("\n");
  }

  private void speed(NodeRow node) {
    if (withSpeed) {
      html.raw("<td data-b=speed>");
      switch (node.speed().on(BackendId.JAVA)) {
        case Timing.Measured measured when measured.ratio().isPresent() -> {
          SpeedBar.write(html, measured.ratio().get());
          html.raw("<small>").text(SpeedText.ratio(measured.ratio().get())).raw("</small>");
        }
        case Timing.Measured measured ->
            html.raw("<small>").text(SpeedText.nanos(measured.median())).raw("</small>");
        case Timing.NotMeasured _ -> html.raw("<small class=unknown>not measured</small>");
      }
    }
  }

  private void spark(NodeRow node) {
    List<PastRun> runs = report.history().of(node.id());
    if (withHistory) {
      Spark spark = Spark.of(runs);
      html.raw("<td data-b=\"last runs\"><span class=spark role=img aria-label=\"");
      html.attribute(spark.text()).raw("\" title=\"").attribute(spark.text()).raw("\">");
      html.raw(spark.bars()).raw("</span>");
    }
  }

  /** The one place where a stage is drawn. */
  static void stage(Html html, StageLook stage) {
    html.raw("<span class=\"stage s").raw(String.valueOf(stage.bars())).raw("\">");
    html.raw("<i aria-hidden=true>").raw(stage.glyphs()).raw("</i> <span class=word>");
    html.text(stage.text()).raw("</span></span>");
  }

  static void cell(Html html, Cell cell, String before) {
    html.raw("<span class=\"cell ").raw(cell.look()).raw("\"><i aria-hidden=true>");
    html.raw(cell.glyph()).raw("</i><span>").text(before + cell.text()).raw("</span></span>");
  }
}
