package dev.graft.compat.report;

import tools.jackson.databind.json.JsonMapper;

/**
 * The end of {@code results.jsonl}, which has all that was seen already: what became of each result
 * in a line, a footer last. Without it a file is incomplete.
 */
final class ResultLines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ResultLines() {}

  static String of(CompatReport report) {
    StringBuilder lines = new StringBuilder();
    report
        .outcomes()
        .forEach(
            outcome ->
                outcome
                    .results()
                    .values()
                    .forEach(
                        result ->
                            lines
                                .append(
                                    JSON.writeValueAsString(ResultTree.of(outcome.tried(), result)))
                                .append('\n')));
    long results = report.results().count();
    lines.append(
        JSON.writeValueAsString(
            ReportTree.object(
                "complete",
                report.scope().complete(),
                "results",
                results,
                "exit",
                report.exitCode())));
    return lines.append('\n').toString();
  }
}
