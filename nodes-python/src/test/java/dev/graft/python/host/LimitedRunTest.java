package dev.graft.python.host;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.ItemSource;
import dev.graft.runtime.run.Pipeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits of the manifest, from the manifest to the process. */
final class LimitedRunTest {
  @TempDir Path folder = Path.of("");

  private List<@Nullable Object> run(String more) throws Exception {
    Files.writeString(
        folder.resolve("nodes.py"),
        """
        class Limits:
            def process(self, item):
                import resource
                return [resource.getrlimit(resource.RLIMIT_CPU), item]
        """);
    String manifest =
        "{'version':'1','name':'t','nodes':[{'id':'n','type':'limits'%s}],'python':{'nodes':['nodes.py']}}"
            .formatted(more)
            .replace('\'', '"');
    List<@Nullable Object> outputs = new ArrayList<>();
    try (GraftRuntime runtime = GraftRuntime.create(Nodes.settings());
        Pipeline pipeline =
            runtime.open(runtime.plan(ManifestReader.read(manifest, "m.json", folder)))) {
      pipeline.run(new OneItem(), outputs::add);
    }
    return outputs;
  }

  private static final class OneItem implements ItemSource {
    private boolean taken;

    @Override
    public boolean next() {
      boolean more = !taken;
      taken = true;
      return more;
    }

    @Override
    public Object value() {
      return 1L;
    }
  }

  @Test
  void aWorkerIsLimitedAsTheManifestSays() throws Exception {
    assertThat(run(",'backend':'cpython','limits':{'cpu_s':7}").toString())
        .isEqualTo("[[(7, 8), 1]]");
  }

  @Test
  void whatMayRunElsewhereIsRefused() {
    ManifestException e = assertThrows(ManifestException.class, () -> run(",'limits':{'cpu_s':7}"));
    assertThat(e.problems().stream().map(Problem::words))
        .containsExactly(
            "node \"n\": limits: only a worker process can be limited, and this node may run on"
                + " graalpy. Add \"backend\": \"cpython\", or remove it.");
  }
}
