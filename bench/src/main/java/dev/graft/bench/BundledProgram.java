package dev.graft.bench;

import dev.graft.python.bundle.BundledPython;
import dev.graft.python.bundle.PythonBundle;
import dev.graft.python.source.BundledFiles;
import dev.graft.python.source.UnpackedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A program of the benchmark in the bundled CPython, with no part of Graft's host in it. */
final class BundledProgram {
  private BundledProgram() {}

  /** What starts it. CPython is unpacked already, so that only the program is timed. */
  static ProcessBuilder of(Path program, Workplace workplace) throws IOException {
    BundledPython python =
        PythonBundle.find(BundledProgram.class.getClassLoader())
            .orElseThrow(() -> new IOException("there is no bundled CPython for this platform"))
            .unpack(workplace.settings().cache());
    ProcessBuilder builder =
        new ProcessBuilder(python.executable().toString(), "-I", program.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    builder.environment().putAll(python.environment());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  /** Where it imports Graft's nodes and those of the benchmark from. */
  static List<String> roots(Workplace workplace) throws IOException {
    Path graft = UnpackedFiles.in(workplace.settings().cache(), BundledFiles.load());
    return List.of(graft.toString(), workplace.folder().toString());
  }
}
