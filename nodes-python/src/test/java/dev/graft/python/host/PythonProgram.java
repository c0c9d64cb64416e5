package dev.graft.python.host;

import dev.graft.python.bundle.BundledPython;
import dev.graft.python.bundle.PythonBundle;
import dev.graft.python.source.BundledFiles;
import dev.graft.python.source.UnpackedFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the bundled CPython by itself. */
public final class PythonProgram {
  /**
   * What a program printed.
   *
   * @param status its exit status
   * @param output standard output and error
   */
  public record Result(int status, String output) {}

  private PythonProgram() {}

  /** What a program prints that can import Graft's package, and ends well. */
  public static String run(String program, String input) throws Exception {
    Path sources = UnpackedFiles.in(Nodes.settings().cache(), BundledFiles.load());
    String text = "import sys; sys.path.insert(0, %s)\n%s".formatted(quote(sources), program);
    Result result = run(List.of("-I", "-c", text), input);
    if (result.status() != 0) {
      throw new IOException(result.output());
    }
    return result.output();
  }

  /** Runs with these arguments. */
  public static Result run(List<String> arguments, String input) throws Exception {
    BundledPython python =
        PythonBundle.find(PythonProgram.class.getClassLoader())
            .orElseThrow()
            .unpack(Nodes.settings().cache());
    List<String> command = new ArrayList<>(List.of(python.executable().toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(python.environment());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  try (OutputStream out = process.getOutputStream()) {
                    out.write(input.getBytes(StandardCharsets.UTF_8));
                  } catch (IOException e) {
                    // It ended without reading all; its status says whether that is well.
                  }
                });
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    writer.join();
    return new Result(process.waitFor(), output);
  }

  private static String quote(Path path) {
    return "'" + path.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
