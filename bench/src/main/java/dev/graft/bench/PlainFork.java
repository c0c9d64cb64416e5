package dev.graft.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bundled CPython that forks children which do nothing: what forking costs on this machine at
 * least, with as much imported as a fork server has.
 */
final class PlainFork implements AutoCloseable {
  static final String PROGRAM = "plain_fork.py";

  private static final List<String> IMPORTS =
      List.of("graft.worker", "asyncio", "decimal", "json", "traceback", "typing");

  private final BundledProgram program;

  private PlainFork(BundledProgram program) {
    this.program = program;
  }

  /** A process that has forked once. */
  static PlainFork start(Workplace place, List<String> packages) throws IOException {
    PlainFork plain = new PlainFork(BundledProgram.start(place.folder().resolve(PROGRAM), place));
    try {
      List<String> imports = Stream.concat(IMPORTS.stream(), packages.stream()).toList();
      plain.ask(Map.of("roots", BundledProgram.roots(place), "imports", imports));
      return plain;
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  /** Nanoseconds from the fork to the first byte of the child. */
  long nanos() throws IOException {
    return ask(Map.of());
  }

  private long ask(Map<String, ? extends @Nullable Object> request) throws IOException {
    @Nullable Object said = program.ask(request);
    if (said instanceof Map<?, ?> answer && answer.get("nanos") instanceof Long nanos) {
      return nanos;
    }
    throw new IOException(PROGRAM + " answered " + said);
  }

  @Override
  public void close() throws IOException {
    program.close();
  }
}
