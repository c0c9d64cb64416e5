package dev.graft.bench;

import dev.graft.runtime.manifest.ManifestException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What many build first: the bundled CPython as a process that reads and writes lines of JSON. */
final class JsonPipe implements Peer {
  /** The program in it. */
  static final String PROGRAM = "json_pipe.py";

  private final BundledProgram program;
  private final @Nullable Object item;
  private long items;

  private JsonPipe(BundledProgram program, @Nullable Object item) {
    this.program = program;
    this.item = item;
  }

  static JsonPipe open(BenchCase benchCase, Workplace place) throws IOException, ManifestException {
    BundledProgram program = BundledProgram.start(place.folder().resolve(PROGRAM), place);
    program.tell(PeerNode.of(benchCase, place));
    return new JsonPipe(program, benchCase.item());
  }

  @Override
  public List<@Nullable Object> call() throws IOException {
    items++;
    @Nullable Object answer = program.ask(item);
    if (answer instanceof List<?> outputs) {
      return new ArrayList<>(outputs);
    }
    throw new IOException("an answer that is no list: " + answer);
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
    program.close();
  }
}
