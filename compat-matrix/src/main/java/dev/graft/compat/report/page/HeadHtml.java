package dev.graft.compat.report.page;

import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.Headline;
import dev.graft.compat.report.NodeRow;
import dev.graft.compat.report.SignatureGroup;
import dev.graft.compat.report.StageLook;
import dev.graft.compat.report.Warnings;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The top of the page: what must be known before anything else, and the way to the rest. */
final class HeadHtml {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private HeadHtml() {}

  static void write(Html html, CompatReport report) {
    html.raw("<a class=skip href=\"#views\">Skip to the grid</a>\n");
    html.raw("<header class=top><h1>Compat matrix<time>").text(TIME.format(report.started()));
    html.raw(", ").raw(String.format(Locale.ROOT, "%.1f s", report.millis() / 1000.0));
    html.raw("</time></h1>\n<ul class=say>");
    List<String> sentences = Headline.of(report);
    for (int i = 0; i < sentences.size(); i++) {
      boolean alarm = i == 1 && report.exitCode() != 0;
      html.raw(alarm ? "<li class=alarm>" : i == 0 ? "<li class=soft>" : "<li>");
      html.text(sentences.get(i));
    }
    html.raw("</ul>\n");
    warnings(html, report);
    stages(html, report);
    html.raw("</header>\n");
    views(html, report);
  }

  private static void warnings(Html html, CompatReport report) {
    List<String> warnings = Warnings.of(report);
    if (!warnings.isEmpty()) {
      html.raw("<ul class=warn>");
      warnings.forEach(each -> html.raw("<li>").text(each));
      html.raw("</ul>\n");
    }
  }

  private static void stages(Html html, CompatReport report) {
    Map<StageLook, List<NodeRow>> stages =
        new TreeMap<>(Comparator.comparingInt(StageLook::bars).thenComparing(StageLook::id));
    for (NodeRow node : report.nodes()) {
      stages.computeIfAbsent(StageLook.of(node), _ -> new ArrayList<>()).add(node);
    }
    html.raw("<ul class=stages aria-label=\"Nodes by stage\">");
    stages
        .values()
        .forEach(
            nodes -> {
              StageLook stage = StageLook.of(nodes.getFirst());
              html.raw("<li><a href=\"").raw(PageLink.ofQuery("stage:" + stage.id()));
              html.raw("\"><b>").raw(String.valueOf(nodes.size())).raw("</b> ");
              html.text(stage.text()).raw("</a>");
            });
    html.raw("</ul>\n");
  }

  private static void views(Html html, CompatReport report) {
    html.raw("<nav class=views aria-label=Views><ul>");
    view(html, "grid", "Grid", report.nodes().size());
    view(html, "differences", "Differences", SignatureGroup.of(report).size());
    view(html, "stages", "Stages", -1);
    report.bridge().ifPresent(_ -> view(html, "bridge", "Bridge", -1));
    view(html, "performance", "Performance", -1);
    view(html, "limitations", "Limitations", report.limitations().size());
    report.changes().ifPresent(all -> view(html, "changes", "Changes", all.all().size()));
    view(html, "environment", "Environment", -1);
    view(html, "reading", "How to read this", -1);
    html.raw("</ul></nav>\n");
  }

  private static void view(Html html, String id, String text, int count) {
    html.raw("<li><a href=\"#").raw(id).raw("\">").raw(text);
    html.raw(count < 0 ? "</a>" : " <b>" + count + "</b></a>");
  }
}
