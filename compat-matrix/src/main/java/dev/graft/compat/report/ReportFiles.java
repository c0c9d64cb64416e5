package dev.graft.compat.report;

import dev.graft.compat.changes.History;
import dev.graft.compat.report.page.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes all reports of a run into a directory. */
public final class ReportFiles {
  private ReportFiles() {}

  /** Writes them and says which they are. */
  public static List<Path> write(CompatReport report, Path directory) throws IOException {
    Files.createDirectories(directory);
    Map<String, String> texts =
        Map.of(
            "report.json",
            ReportJson.of(report),
            "report.html",
            ReportPage.of(report),
            "report.md",
            MarkdownReport.of(report),
            "junit.xml",
            JunitXml.of(report),
            "ctrf.json",
            CtrfJson.of(report),
            "limitations.md",
            LimitationsMarkdown.of(report),
            History.FILE,
            report.history().write());
    List<Path> files = new ArrayList<>();
    files.add(directory.resolve("results.jsonl"));
    Files.writeString(
        files.getFirst(),
        ResultLines.of(report),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    for (String name : texts.keySet().stream().sorted().toList()) {
      Path file = directory.resolve(name);
      Files.writeString(file, texts.getOrDefault(name, ""));
      files.add(file);
    }
    files.sort(null);
    files.add(folder(directory.resolve("nodes"), NodePages.of(report)));
    files.add(folder(directory.resolve("badges"), Badges.of(report)));
    return files;
  }

  private static Path folder(Path folder, Map<String, String> texts) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> each : texts.entrySet()) {
      Files.writeString(folder.resolve(each.getKey()), each.getValue());
    }
    return folder;
  }
}
