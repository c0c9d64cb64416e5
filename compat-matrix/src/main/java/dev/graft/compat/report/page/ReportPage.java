package dev.graft.compat.report.page;

import dev.graft.compat.report.CompatReport;
import dev.graft.compat.report.NodeRow;
import java.nio.charset.StandardCharsets;

/** Writes the page. */
public final class ReportPage {
  /** What a page may weigh. Beyond that it holds less of its cases, and says so. */
  private static final int MOST = 3_000_000;

  private final CompatReport report;
  private final Depth depth;
  private final Html html = new Html();

  private ReportPage(CompatReport report, Depth depth) {
    this.report = report;
    this.depth = depth;
  }

  /** The page, as deep as its weight allows. */
  public static String of(CompatReport report) {
    for (Depth depth : Depth.values()) {
      String page = of(report, depth);
      if (page.getBytes(StandardCharsets.UTF_8).length <= MOST) {
        return page;
      }
    }
    return of(report, Depth.NAMES);
  }

  static String of(CompatReport report, Depth depth) {
    return new ReportPage(report, depth).page();
  }

  private String page() {
    String style = PageResources.style();
    String script = PageResources.script();
    html.raw("<!doctype html>\n<html lang=en><head><meta charset=utf-8>\n");
    html.raw("<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src '");
    html.raw(PageResources.hash(style)).raw("'; script-src '").raw(PageResources.hash(script));
    html.raw("'; base-uri 'none'; form-action 'none'\">\n");
    html.raw("<meta name=viewport content=\"width=device-width,initial-scale=1\">\n");
    html.raw("<meta name=referrer content=no-referrer>\n<title>Compat matrix</title>\n<style>");
    html.raw(style).raw("</style></head><body>\n");
    HeadHtml.write(html, report);
    html.raw("<div class=panes>\n<aside id=filters aria-label=\"Search and filter\"></aside>\n");
    html.raw("<main id=views tabindex=0>\n");
    GridHtml.write(html, report);
    DifferencesHtml.write(html, report);
    SwitchHtml.write(html, report);
    BridgeHtml.write(html, report);
    PerformanceHtml.write(html, report);
    LimitationsHtml.write(html, report);
    ChangesHtml.write(html, report);
    EnvironmentHtml.write(html, report);
    ReadingHtml.write(html);
    html.raw("</main>\n<section id=detail aria-label=Cases tabindex=-1>\n");
    html.raw(
        "<noscript><p class=facts>To open single cases this page needs its script. report.md ");
    html.raw("and report.json beside it have them, too.</p></noscript></section>\n</div>\n");
    html.raw("<p id=told class=hid role=status></p>\n");
    data();
    html.raw("<script>").raw(script).raw("</script></body></html>\n");
    return html.toString();
  }

  private void data() {
    block("index", Packed.of(PageIndex.of(report, depth)));
    for (NodeRow node : report.rows()) {
      block("node-" + node.id(), Packed.of(NodeBlock.of(node, report, depth)));
    }
  }

  private void block(String id, String packed) {
    html.raw("<script type=text/plain id=\"data-").attribute(id).raw("\">").raw(packed);
    html.raw("</script>\n");
  }
}
