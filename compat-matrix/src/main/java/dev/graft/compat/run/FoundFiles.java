package dev.graft.compat.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run found, as case files in {@code found/<node>/<hash>.json} of its reports, until the
 * next run; freezing it puts it among the cases of a project.
 */
public final class FoundFiles {
  private static final String FOLDER = "found";

  private FoundFiles() {}

  static void write(Path output, List<Finding> findings, long seed, LocalDate today)
      throws IOException {
    Path folder = output.resolve(FOLDER);
    for (Path old : files(folder)) {
      Files.delete(old);
    }
    for (Finding each : findings) {
      Finding.Frozen frozen = each.freeze(seed, today);
      Path file = folder.resolve(frozen.node()).resolve(frozen.hash() + ".json");
      Files.createDirectories(folder.resolve(frozen.node()));
      Files.writeString(file, frozen.text());
    }
  }

  /**
   * Freezes what the last run found. What is frozen already stays as it is, with its date.
   *
   * @param output where the reports of that run are
   * @param to the folder of case files
   * @return the files there, new and old
   * @throws CompatUsageException if there was no run
   */
  public static List<Frozen> freeze(Path output, Path to) throws CompatUsageException, IOException {
    if (!Files.exists(output.resolve("results.jsonl"))) {
      throw new CompatUsageException(
          "there was no run: %s has no results.jsonl. Run graft matrix first.".formatted(output));
    }
    List<Frozen> frozen = new ArrayList<>();
    for (Path file : files(output.resolve(FOLDER))) {
      Path relative = output.resolve(FOLDER).relativize(file);
      Path target = to.resolve(relative.getName(0)).resolve(FOLDER).resolve(relative.getName(1));
      boolean isNew = !Files.exists(target);
      if (isNew) {
        Files.createDirectories(to.resolve(relative.getName(0)).resolve(FOLDER));
        Files.copy(file, target);
      }
      frozen.add(new Frozen(target, isNew));
    }
    return frozen;
  }

  /**
   * A frozen case.
   *
   * @param file its file
   * @param isNew whether it was not there before
   */
  public record Frozen(Path file, boolean isNew) {}

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(folder, 2)) {
      return tree.filter(path -> path.toString().endsWith(".json")).sorted().toList();
    }
  }
}
