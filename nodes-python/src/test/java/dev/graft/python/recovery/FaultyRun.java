package dev.graft.python.recovery;

import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.ItemSource;
import dev.graft.runtime.run.Pipeline;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Pipelines over nodes of a folder. */
final class FaultyRun {
  private FaultyRun() {}

  /** A pipeline of one node; {@code more} are further keys of it, in single quotes. */
  static Pipeline open(GraftRuntime runtime, Path folder, String type, String more)
      throws Exception {
    String manifest =
        "{'version':'1','name':'x','python':{'nodes':['nodes.py']},'nodes':[{'id':'it','type':'%s'%s}]}"
            .formatted(type, more)
            .replace('\'', '"');
    return runtime.open(runtime.plan(ManifestReader.read(manifest, "m.json", folder)));
  }

  /** Items as a source. */
  static ItemSource source(Stream<?> items) {
    return ItemSource.of(items.iterator());
  }
}
