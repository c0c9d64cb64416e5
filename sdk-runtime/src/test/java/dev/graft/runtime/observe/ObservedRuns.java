package dev.graft.runtime.observe;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.ItemSource;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.runtime.run.RunOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Runs of two nodes: the first repeats each item, the second fails on the number 7. */
final class ObservedRuns {
  private ObservedRuns() {}

  /** Runs the numbers below a count; whether it failed. */
  static boolean run(Path folder, RunOptions options, String onError, long count) throws Exception {
    String manifest =
        """
        {"version": "1", "name": "observed", "nodes": [
          {"id": "a", "type": "repeats", "params": {"n": 2}},
          {"id": "b", "type": "fails-on", "params": {"n": 7}, "on_error": "%s"}]}
        """
            .formatted(onError);
    List<Long> items = LongStream.range(0, count).boxed().toList();
    try (GraftRuntime runtime =
        GraftRuntime.create(
            new BackendSettings(folder, Optional.empty()), ObservedRuns.class.getClassLoader())) {
      runtime
          .open(runtime.plan(ManifestReader.read(manifest, "m.json", folder)), options)
          .run(ItemSource.of(items.iterator()), value -> {});
      return false;
    } catch (RunFailedException e) {
      return true;
    }
  }
}
