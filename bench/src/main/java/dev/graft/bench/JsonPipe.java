package dev.graft.bench;

import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import dev.graft.runtime.manifest.ManifestException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What many build first: the bundled CPython as a process that reads and writes lines of JSON. */
final class JsonPipe implements Peer {
  /** The program in it. */
  static final String PROGRAM = "json_pipe.py";

  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader answers;
  private final @Nullable Object item;
  private long items;

  private JsonPipe(Process process, @Nullable Object item) {
    this.process = process;
    this.requests = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.item = item;
  }

  static JsonPipe open(BenchCase benchCase, Workplace place) throws IOException, ManifestException {
    JsonPipe pipe =
        new JsonPipe(
            BundledProgram.of(place.folder().resolve(PROGRAM), place).start(), benchCase.item());
    pipe.send(PeerNode.of(benchCase, place));
    return pipe;
  }

  private void send(@Nullable Object value) throws IOException {
    requests.write(TypedJson.writePlain(value));
    requests.newLine();
    requests.flush();
  }

  @Override
  public List<@Nullable Object> call() throws IOException {
    items++;
    send(item);
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the process behind the pipe ended; what it said stands above");
    }
    try {
      if (TypedJson.read(line, "an answer through the pipe") instanceof List<?> outputs) {
        return new ArrayList<>(outputs);
      }
      throw new IOException("an answer that is no list: " + line);
    } catch (JsonFormatException e) {
      throw new IOException(e);
    }
  }

  @Override
  public long items() {
    return items;
  }

  @Override
  public String implementation() {
    return "bundled CPython, json";
  }

  @Override
  public void close() throws IOException {
    try {
      requests.close();
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
