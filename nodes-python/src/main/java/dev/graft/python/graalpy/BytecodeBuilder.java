package dev.graft.python.graalpy;

import dev.graft.python.source.BundledFiles;
import dev.graft.python.source.PythonFile;
import dev.graft.python.source.StandardLibrary;
import dev.graft.runtime.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/**
 * Run by the build: compiles Graft's Python files and the modules of the standard library that
 * nodes import most, in a context that runs nobody else's code. What was compiled already from the
 * same text stays.
 */
final class BytecodeBuilder {
  private static final String PROGRAM =
      """
      import importlib, marshal, sys

      def compiled(text, path):
          return marshal.dumps(compile(text, path, "exec", dont_inherit=True))

      def imported(names):
          for name in names.split():
              importlib.import_module(name)
          return "\\n".join([*sys.modules])

      def library():
          return sys.path[0]
      """;

  /** What they import comes along. */
  private static final String LIBRARY_MODULES =
      """
      abc argparse array ast asyncio base64 bisect calendar collections.abc concurrent.futures
      configparser contextlib copy csv dataclasses datetime decimal difflib enum fnmatch fractions
      functools glob graphlib gzip hashlib heapq hmac html html.parser inspect io itertools json
      linecache logging math numbers operator os pathlib pickle pprint queue random re reprlib
      secrets shutil statistics string struct tempfile textwrap threading time tokenize traceback
      types typing unicodedata urllib.parse uuid warnings weakref xml.etree.ElementTree zlib
      zoneinfo
      """;

  private final Path folder;
  private final Context context;
  private final Value compiled;

  private BytecodeBuilder(Path folder, Context context) {
    this.folder = folder;
    this.context = context;
    this.compiled = context.getBindings(Sandbox.PYTHON).getMember("compiled");
  }

  /**
   * Compiles all of them.
   *
   * @param arguments the folder of class files
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0], Bytecode.FOLDER);
    Files.createDirectories(folder);
    try (Context context =
        Context.newBuilder(Sandbox.PYTHON)
            .option("engine.WarnInterpreterOnly", "false")
            .allowIO(IOAccess.ALL)
            .out(OutputStream.nullOutputStream())
            .build()) {
      context.eval(Sandbox.PYTHON, PROGRAM);
      new BytecodeBuilder(folder, context).build();
    }
  }

  private void build() throws IOException {
    BundledFiles files = BundledFiles.load();
    for (Map.Entry<String, PythonFile> file : own(files).entrySet()) {
      write(file.getKey(), file.getValue().path(), file.getValue().source());
    }
    Value bindings = context.getBindings(Sandbox.PYTHON);
    Path place = Path.of(bindings.getMember("library").execute().asString());
    StandardLibrary library = new StandardLibrary();
    String names = bindings.getMember("imported").execute(LIBRARY_MODULES).asString();
    for (String name : names.lines().toList()) {
      Optional<PythonFile> file = library.module(place, name);
      if (file.isPresent()) {
        String path = EntryPoints.LIBRARY + file.get().path();
        write(name, path, file.get().source());
      }
    }
  }

  /** Graft's modules by their full names. */
  private static Map<String, PythonFile> own(BundledFiles files) {
    Map<String, PythonFile> own = new TreeMap<>();
    for (String path : files.texts().keySet()) {
      String name = path.replaceFirst("(/__init__)?\\.py$", "").replace('/', '.');
      files.module(name).ifPresent(file -> own.put(name, file));
    }
    return own;
  }

  private void write(String module, String path, String text) throws IOException {
    Path file = folder.resolve(module);
    byte[] hash = Sha256.of(text).getBytes(StandardCharsets.US_ASCII);
    if (isUpToDate(file, hash)) {
      return;
    }
    Value bytes = compiled.execute(text, path);
    byte[] code = new byte[Math.toIntExact(bytes.getBufferSize())];
    bytes.readBuffer(0, code, 0, code.length);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(hash);
      out.write(code);
    }
  }

  private static boolean isUpToDate(Path file, byte[] hash) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    byte[] known = new byte[hash.length];
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(known, 0, known.length) == known.length && Arrays.equals(known, hash);
    }
  }
}
