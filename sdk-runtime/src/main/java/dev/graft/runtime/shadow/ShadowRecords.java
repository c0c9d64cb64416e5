package dev.graft.runtime.shadow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what shadows found. */
public final class ShadowRecords {
  private ShadowRecords() {}

  /**
   * What all shadows of a project found: of each the last record.
   *
   * @param memory the project's memory; nothing was found where it is not there
   */
  public static List<ShadowRecord> in(Path memory) throws IOException {
    Path file = memory.resolve(ShadowLog.NAME);
    Map<String, ShadowRecord> last = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line :
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
        ShadowRecord.of(line).ifPresent(record -> last.put(record.run(), record));
      }
    }
    return List.copyOf(last.values());
  }
}
