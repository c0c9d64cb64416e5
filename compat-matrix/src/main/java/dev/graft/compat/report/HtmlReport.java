package dev.graft.compat.report;

/** Placeholder. */
final class HtmlReport {
  private HtmlReport() {}

  static String of(CompatReport report) {
    return "<!doctype html>" + report.exitCode();
  }
}
