package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.python.host.Nodes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real virtual environment in a folder of a test.
 *
 * @param folder where it is
 */
record VirtualEnvironment(Path folder) {
  /** One that is made with the bundled CPython. */
  static VirtualEnvironment ofBundled(Path folder) throws Exception {
    WorkerSources sources = WorkerSources.in(Nodes.settings().cache());
    Interpreter bundled = new Interpreters(Nodes.settings(), sources.folder()).usual();
    return make(folder, bundled.executable(), bundled.environment());
  }

  /** One that is made with a Python of this machine. */
  static VirtualEnvironment of(Path folder, Path python) throws Exception {
    return make(folder, python, Map.of());
  }

  /** A Python of this machine that is no script, if it has one that workers can run on. */
  static Optional<Path> systemPython() throws Exception {
    InterpreterProbe probe =
        new InterpreterProbe(WorkerSources.in(Nodes.settings().cache()).folder());
    for (Path each : Stream.concat(Stream.of(Path.of("/usr/bin/python3")), onPath()).toList()) {
      try {
        return Optional.of(probe.ask(each, Map.of()).executable());
      } catch (ProbeFailedException e) {
        // The next one may be newer.
      }
    }
    return Optional.empty();
  }

  private static Stream<Path> onPath() {
    return InterpreterChoice.onPath(System.getenv().getOrDefault("PATH", "")).stream();
  }

  private static VirtualEnvironment make(Path folder, Path python, Map<String, String> variables)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            python.toString(),
            "-I",
            "-m",
            "venv",
            "--without-pip",
            "--symlinks",
            folder.toString());
    builder.environment().putAll(variables);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      assertWithMessage(output).that(output).contains("venv"); // it was left out of this Python
      byHand(folder, python);
    }
    return new VirtualEnvironment(folder);
  }

  /** What {@code venv} would make: some systems put it into a package of its own. */
  private static void byHand(Path folder, Path python) throws Exception {
    InterpreterProbe probe =
        new InterpreterProbe(WorkerSources.in(Nodes.settings().cache()).folder());
    List<Long> version = probe.ask(python, Map.of()).version();
    Path real = python.toRealPath();
    Files.createDirectories(folder.resolve("bin"));
    Files.createDirectories(
        folder.resolve("lib/python%d.%d/site-packages".formatted(version.get(0), version.get(1))));
    Files.writeString(
        folder.resolve("pyvenv.cfg"),
        "home = %s\ninclude-system-site-packages = false\n".formatted(real.getParent()));
    Files.createSymbolicLink(folder.resolve("bin/python"), real);
  }

  /** Installs a package that has nothing but a module, as an installer would. */
  VirtualEnvironment with(String name, String version, String source) throws IOException {
    Path packages = sitePackages();
    Path metadata = packages.resolve("%s-%s.dist-info".formatted(name, version));
    Files.createDirectories(metadata);
    Files.writeString(
        metadata.resolve("METADATA"),
        "Metadata-Version: 2.1\nName: %s\nVersion: %s\n".formatted(name, version));
    Files.writeString(packages.resolve(name + ".py"), source);
    return this;
  }

  /** Where its packages are. */
  Path sitePackages() throws IOException {
    try (Stream<Path> versions = Files.list(folder.resolve("lib"))) {
      return versions.findFirst().orElseThrow().resolve("site-packages");
    }
  }
}
