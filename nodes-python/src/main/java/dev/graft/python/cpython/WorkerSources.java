package dev.graft.python.cpython;

import dev.graft.python.source.BundledFiles;
import dev.graft.python.source.UnpackedFiles;
import dev.graft.runtime.hash.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Graft's Python package as files.
 *
 * @param folder the folder that holds it
 * @param hashes hashes of its source texts, but for those that run what is not Graft's own
 */
record WorkerSources(Path folder, Set<String> hashes) {
  private static final Set<String> RUNS_OTHERS = Set.of("graft/nodes/serialized_class_executor.py");

  /** The package below a cache directory, unpacked now if it is not there yet. */
  static WorkerSources in(Path cache) throws IOException {
    BundledFiles files = BundledFiles.load();
    Path folder = UnpackedFiles.in(cache, files);
    return new WorkerSources(
        folder,
        files.texts().entrySet().stream()
            .filter(file -> !RUNS_OTHERS.contains(file.getKey()))
            .map(file -> Sha256.of(file.getValue()))
            .collect(Collectors.toSet()));
  }
}
