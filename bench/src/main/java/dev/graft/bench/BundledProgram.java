package dev.graft.bench;

import dev.graft.python.bundle.BundledPython;
import dev.graft.python.bundle.PythonBundle;
import dev.graft.python.source.BundledFiles;
import dev.graft.python.source.UnpackedFiles;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program of the benchmark in the bundled CPython, with no part of Graft's host in it: it reads
 * lines of JSON and writes lines. Used by one thread.
 */
final class BundledProgram implements AutoCloseable {
  private final String name;
  private final Process process;
  private final BufferedWriter requests;
  private final BufferedReader answers;

  private BundledProgram(String name, Process process) {
    this.name = name;
    this.process = process;
    this.requests = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts a file. CPython is unpacked already, so that only the program is timed. */
  static BundledProgram start(Path file, Workplace workplace) throws IOException {
    BundledPython python =
        PythonBundle.find(BundledProgram.class.getClassLoader())
            .orElseThrow(() -> new IOException("there is no bundled CPython for this platform"))
            .unpack(workplace.settings().cache());
    ProcessBuilder builder =
        new ProcessBuilder(python.executable().toString(), "-I", file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(python.environment());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return new BundledProgram(String.valueOf(file.getFileName()), builder.start());
  }

  /** Where it imports Graft's nodes and those of the benchmark from. */
  static List<String> roots(Workplace workplace) throws IOException {
    Path graft = UnpackedFiles.in(workplace.settings().cache(), BundledFiles.load());
    return List.of(graft.toString(), workplace.folder().toString());
  }

  /** Sends a line. */
  void tell(@Nullable Object request) throws IOException {
    requests.write(TypedJson.writePlain(request));
    requests.newLine();
    requests.flush();
  }

  /** The next line that it writes. */
  String line() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException(name + " ended; what it said stands above");
    }
    return line;
  }

  /** Sends a line; what the line says that comes back. */
  @Nullable Object ask(@Nullable Object request) throws IOException {
    tell(request);
    try {
      return TypedJson.read(line(), "an answer of " + name);
    } catch (JsonFormatException e) {
      throw new IOException(e);
    }
  }

  /** Ends its input and waits for its end; by force if this thread is interrupted. */
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
