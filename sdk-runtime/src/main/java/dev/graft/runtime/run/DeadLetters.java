package dev.graft.runtime.run;

import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.write.JsonLinesWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The items and sessions that failed, each with its error, in files of typed JSON Lines. Safe for
 * several threads.
 */
final class DeadLetters implements AutoCloseable {
  private final Map<Path, JsonLinesWriter> files = new LinkedHashMap<>();

  /**
   * Writes one.
   *
   * @param item none where a node failed at the end of its input
   */
  synchronized void write(Path file, Optional<Item> item, NodeFailure why) throws IOException {
    JsonLinesWriter writer = files.get(file);
    if (writer == null) {
      writer = new JsonLinesWriter(Files.newOutputStream(file), false);
      files.put(file, writer);
    }
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("node", why.nodeId());
    why.session().ifPresent(session -> line.put("session", session));
    line.put("index", item.map(Item::index).orElse(null));
    line.put("item", item.map(Item::value).orElse(null));
    line.put("kind", why.kind().text());
    line.put("type", why.type());
    line.put("message", why.message());
    line.put("traceback", why.traceback().orElse(null));
    writer.write(line);
    writer.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    for (JsonLinesWriter writer : files.values()) {
      writer.close();
    }
  }
}
