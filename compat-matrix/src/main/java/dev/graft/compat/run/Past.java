package dev.graft.compat.run;

import dev.graft.compat.changes.Baseline;
import dev.graft.compat.changes.Changes;
import dev.graft.compat.changes.ChangesException;
import dev.graft.compat.changes.History;
import dev.graft.compat.changes.RecordedRun;
import dev.graft.compat.changes.RunDiff;
import dev.graft.compat.changes.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is known of earlier runs. It is read before anything runs, so that a file that cannot be
 * read costs nobody a run.
 *
 * @param baseline what this run is compared with
 * @param history the last runs of each node
 */
record Past(Optional<RecordedRun> baseline, History history) {
  static Past read(CompatOptions options) throws CompatUsageException {
    try {
      Optional<Path> file = options.past().baseline();
      Optional<RecordedRun> baseline =
          file.isPresent() ? Optional.of(RunReader.read(file.get())) : Optional.empty();
      return new Past(baseline, History.read(options.output()));
    } catch (ChangesException e) {
      throw new CompatUsageException(String.valueOf(e.getMessage()));
    }
  }

  Optional<Changes> changes(RecordedRun now) {
    return baseline.map(before -> RunDiff.of(before, now));
  }

  /** Writes a baseline where one is asked for. */
  static List<Path> write(CompatOptions options, RecordedRun now) throws IOException {
    Optional<Path> file = options.past().writeTo();
    if (file.isEmpty()) {
      return List.of();
    }
    Path folder = file.get().toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file.get(), Baseline.write(now));
    return List.of(file.get());
  }
}
