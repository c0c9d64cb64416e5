package dev.graft.runtime.project;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refusals as lines of a file. Several programs may add at the same time: each line is one write at
 * the end. What cannot be understood, such as a line of a later Graft, is passed over.
 */
final class RefusalFile {
  private final Path file;

  RefusalFile(Path folder) {
    this.file = folder.resolve("refusals.jsonl");
  }

  Path path() {
    return file;
  }

  /** All that it holds; none if it is not there. */
  List<Refusal> read() throws IOException {
    List<Refusal> refusals = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line :
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
        refusal(line).ifPresent(refusals::add);
      }
    }
    return refusals;
  }

  void add(Refusal refusal) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      ProjectFolder.make(folder);
    }
    Files.writeString(file, line(refusal), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String line(Refusal refusal) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("backend", refusal.backend().text());
    line.put("release", refusal.release());
    line.put("code", refusal.codeHash());
    line.put("class", refusal.symbol());
    line.put("reason", refusal.reason());
    line.put("found", refusal.found().toString());
    return TypedJson.writePlain(line) + "\n";
  }

  private static Optional<Refusal> refusal(String line) {
    try {
      return TypedJson.read(line, "line") instanceof Map<?, ?> map
              && map.get("backend") instanceof String backend
              && map.get("release") instanceof String release
              && map.get("code") instanceof String code
              && map.get("class") instanceof String symbol
              && map.get("reason") instanceof String reason
              && map.get("found") instanceof String found
          ? BackendId.of(backend)
              .map(id -> new Refusal(id, release, code, symbol, reason, LocalDate.parse(found)))
          : Optional.empty();
    } catch (JsonFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
