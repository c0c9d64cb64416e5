package dev.graft.compat.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * {@code report.html}: one file that needs no other. It is complete without its script, which only
 * searches and filters.
 */
final class HtmlReport {
  /** What a page may weigh. Beyond that, passing cases are lines without an inside. */
  private static final int BUDGET = 300_000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private HtmlReport() {}

  static String of(CompatReport report) {
    String whole = page(report, false);
    return whole.getBytes(StandardCharsets.UTF_8).length <= BUDGET ? whole : page(report, true);
  }

  private static String page(CompatReport report, boolean small) {
    String style = resource("page.css");
    String script = resource("page.js");
    Html html = new Html();
    html.raw("<!doctype html>\n<html lang=en><head><meta charset=utf-8>\n");
    html.raw("<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src '");
    html.raw(hash(style)).raw("'; script-src '").raw(hash(script));
    html.raw("'; base-uri 'none'; form-action 'none'\">\n");
    html.raw("<meta name=viewport content=\"width=device-width,initial-scale=1\">\n");
    html.raw("<meta name=referrer content=no-referrer>\n<title>Compat matrix</title>\n<style>");
    html.raw(style).raw("</style></head><body>\n");
    head(html, report);
    tools(html);
    html.raw("<main>\n");
    HtmlGrid.write(html, report);
    HtmlDifferences.write(html, report);
    HtmlBridge.write(html, report, small);
    html.raw("<section><h2>Every case</h2><p>");
    html.raw(
        small
            ? "Passing cases are one line each, to keep this page small; report.json has them all."
            : "Open a node, then a case, to see what went in and what came out.");
    html.raw("</p>\n");
    HtmlGrid.worstFirst(report).forEach(node -> HtmlNode.write(html, node, report, small));
    html.raw("</section>\n");
    HtmlSwitch.write(html, report);
    HtmlNotes.write(html, report);
    html.raw("</main><footer>Graft compat matrix. report.json beside this file has all of it.");
    html.raw("</footer>\n<script>").raw(script).raw("</script></body></html>\n");
    return html.toString();
  }

  private static void head(Html html, CompatReport report) {
    html.raw("<header><h1>Compat matrix<time>").text(TIME.format(report.started()));
    html.raw(", ").raw(String.format(Locale.ROOT, "%.1f s", report.millis() / 1000.0));
    html.raw("</time></h1><ul class=say>");
    List<String> sentences = Headline.of(report);
    for (int i = 0; i < sentences.size(); i++) {
      boolean alarm = i == 1 && report.exitCode() != 0;
      html.raw(alarm ? "<li class=alarm>" : i == 0 ? "<li class=soft>" : "<li>");
      html.text(sentences.get(i)).raw("</li>");
    }
    html.raw("</ul></header>\n");
  }

  private static void tools(Html html) {
    html.raw(
        """
        <div class=tools><form id=tools role=search>
        <input type=search id=q placeholder="Search: a node, a tag, a signature" aria-label="Search cases (/)">
        <label><input type=checkbox id=d>only differences</label>
        <output id=told></output>
        </form></div>
        """);
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
