package dev.graft.python.cpython;

import dev.graft.python.source.BundledFiles;
import dev.graft.python.source.UnpackedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Graft's Python package as files.
 *
 * @param folder the folder that holds it
 * @param hashes hashes of its source texts, but for those that run what is not Graft's own
 */
record WorkerSources(Path folder, Set<String> hashes) {
  /** The package below a cache directory, unpacked now if it is not there yet. */
  static WorkerSources in(Path cache) throws IOException {
    BundledFiles files = BundledFiles.load();
    Path folder = UnpackedFiles.in(cache, files);
    return new WorkerSources(folder, files.ownHashes());
  }
}
