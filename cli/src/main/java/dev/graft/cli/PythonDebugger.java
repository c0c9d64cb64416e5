package dev.graft.cli;

import dev.graft.runtime.backend.BackendStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs a Python program under {@code pdb}, which waits for somebody to connect to a port of this
 * machine. It needs nothing that CPython does not have.
 */
final class PythonDebugger {
  private static final String PACKAGE = "META-INF/graft/python";
  private static final String ONE_FILE = PACKAGE + "/graft/host.py";

  private static final String WAIT =
      """
      import pdb, socket, sys

      port, path = int(sys.argv[1]), sys.argv[2]
      with socket.create_server(("127.0.0.1", port)) as door:
          print(f"waits on port {port}: nc 127.0.0.1 {port}", flush=True)
          peer, _ = door.accept()
      stream = peer.makefile("rw")
      debugger = pdb.Pdb(stdin=stream, stdout=stream)
      with open(path, encoding="utf-8") as file:
          program = compile(file.read(), path, "exec")
      try:
          debugger.run(program, {"__name__": "__main__"})
      finally:
          stream.close()
          peer.close()
      """;

  private final Terminal terminal;

  PythonDebugger(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Runs a program, and comes back when it has ended.
   *
   * @param cpython what the backend says of itself, with the interpreter
   * @return the exit code of Python
   */
  int run(BackendStatus cpython, String program, int port) throws IOException, RefusedException {
    Path file = Files.createTempFile("graft-repro", ".py");
    try {
      Files.writeString(file, program);
      ProcessBuilder builder =
          new ProcessBuilder(
                  executable(cpython), "-c", WAIT, Integer.toString(port), file.toString())
              .redirectErrorStream(true);
      builder.environment().put("PYTHONPATH", packagePath());
      Process process = builder.start();
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        out.lines().forEach(terminal::line);
        return process.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Exit.FAILED;
      } finally {
        process.destroy();
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static String executable(BackendStatus cpython) throws RefusedException {
    return cpython.facts().stream()
        .filter(fact -> fact.name().equals("executable"))
        .map(BackendStatus.Fact::value)
        .findFirst()
        .orElseThrow(
            () -> new RefusedException("--debug-port: cpython: " + cpython.implementation()));
  }

  /** Where Python finds the package {@code graft}: it reads folders in jars as any other. */
  private static String packagePath() throws IOException {
    URL url = PythonDebugger.class.getClassLoader().getResource(ONE_FILE);
    if (url == null) {
      throw new IOException("the Python package graft is not on the class path");
    }
    String text = url.toString();
    String folder = text.substring(0, text.length() - ONE_FILE.length() + PACKAGE.length());
    String plain = folder.replaceFirst("^jar:", "").replaceFirst("\\.jar!/", ".jar/");
    try {
      return Path.of(new URI(plain)).toString();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
