package dev.graft.compat.store;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code results.jsonl}: what the run is, then each observation at once, then the verdicts
 * and a footer. A file without footer is that of a run that did not end. Safe for several threads.
 */
public final class ResultLog implements AutoCloseable {
  /** The name of the file. */
  public static final String FILE = "results.jsonl";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Writer out;

  private ResultLog(Writer out) {
    this.out = out;
  }

  /** Begins the file of a folder. */
  public static ResultLog begin(Path folder, RunIdentity run) throws IOException {
    ResultLog log =
        new ResultLog(
            new OutputStreamWriter(
                Files.newOutputStream(folder.resolve(FILE)), StandardCharsets.UTF_8));
    log.add(Map.of("run", run.tree()));
    return log;
  }

  /** One more line about the run. */
  public void add(Map<String, ? extends @Nullable Object> tree) {
    write(JSON.writeValueAsString(tree));
  }

  /** One more result. When this returns, the death of this process cannot undo it. */
  public void add(Observation observation) {
    write(observation.line());
  }

  private synchronized void write(String line) {
    try {
      out.write(line);
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
