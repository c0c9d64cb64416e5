package dev.graft.compat.run;

import dev.graft.compat.report.CompatReport;
import java.nio.file.Path;
import java.util.List;

/**
 * What came out of a run.
 *
 * @param exitCode of the command
 * @param summary lines for the terminal
 * @param files the reports that were written
 * @param report all that was found
 */
public record CompatResult(
    int exitCode, List<String> summary, List<Path> files, CompatReport report) {
  public CompatResult {
    summary = List.copyOf(summary);
    files = List.copyOf(files);
  }
}
