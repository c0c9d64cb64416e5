package dev.graft.python.cpython;

import dev.graft.python.host.Nodes;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.ItemSource;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.run.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a manifest.
 *
 * @param outputs the outputs
 * @param summary what each node did
 */
record ManifestRun(List<@Nullable Object> outputs, RunSummary summary) {
  /**
   * Runs one.
   *
   * @param folder where its paths start
   * @param manifest JSON with single quotes
   */
  static ManifestRun of(Path folder, String manifest, List<?> items) throws Exception {
    List<@Nullable Object> outputs = new ArrayList<>();
    try (GraftRuntime runtime = GraftRuntime.create(Nodes.settings());
        Pipeline pipeline =
            runtime.open(
                runtime.plan(ManifestReader.read(manifest.replace('\'', '"'), "m.json", folder)))) {
      RunSummary summary = pipeline.run(ItemSource.of(items.iterator()), outputs::add);
      return new ManifestRun(outputs, summary);
    }
  }

  /** What each node was served by. */
  List<String> implementations() {
    return summary.stages().stream().map(stage -> stage.servedBy().implementation()).toList();
  }
}
