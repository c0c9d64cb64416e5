package dev.graft.runtime.served;

import dev.graft.runtime.project.ProjectFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records of who served nodes, as lines of a file. Several programs may add at the same time. */
public final class ServedRecords {
  private static final String NAME = "served.jsonl";

  private static final System.Logger LOG = System.getLogger(ServedRecords.class.getName());

  private ServedRecords() {}

  /**
   * All of a project: of each node of each run the last one.
   *
   * @param memory the project's memory; there are none where it is not there
   */
  public static List<ServedRecord> in(Path memory) throws IOException {
    Path file = memory.resolve(NAME);
    Map<List<String>, ServedRecord> last = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line :
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
        ServedRecord.of(line)
            .ifPresent(record -> last.put(List.of(record.run(), record.id()), record));
      }
    }
    return List.copyOf(last.values());
  }

  /** Adds some. That it cannot be written fails no run. */
  public static void add(Path memory, List<ServedRecord> records) {
    StringBuilder lines = new StringBuilder();
    records.forEach(record -> lines.append(record.line()));
    try {
      ProjectFolder.make(memory);
      Files.writeString(
          memory.resolve(NAME), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, NAME + " cannot be written: " + e);
    }
  }
}
