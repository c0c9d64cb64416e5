package dev.graft.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files by which nodes are found. A compilation of some nodes would list only these. */
final class ModuleFiles {
  private final Map<Path, byte[]> contents = new LinkedHashMap<>();

  private ModuleFiles() {}

  /** Those of a folder of classes, if it has any. */
  static Optional<ModuleFiles> read(Path out, String servicesName) throws IOException {
    Path services = out.resolve(servicesName);
    if (!Files.exists(services)) {
      return Optional.empty();
    }
    ModuleFiles files = new ModuleFiles();
    files.add(services);
    for (String name : Files.readAllLines(services)) {
      files.add(out.resolve(name.strip().replace('.', '/') + ".class"));
    }
    return Optional.of(files);
  }

  private void add(Path file) throws IOException {
    contents.put(file, Files.readAllBytes(file));
  }

  /** Puts them back. */
  void write() throws IOException {
    for (Map.Entry<Path, byte[]> each : contents.entrySet()) {
      Files.write(each.getKey(), each.getValue());
    }
  }
}
