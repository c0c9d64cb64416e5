package dev.graft.cli.ported;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.NodeSources;
import dev.graft.runtime.run.GraftRuntime;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts of the files that hold each construct do on made-up items what CPython does. */
@Timeout(300)
final class ConstructsTest {
  private static final int FEW = 30;
  private static final int MANY = 300;

  private static final Path FILES =
      Path.of("..", "porting", "src", "test", "resources", "dev", "graft", "port");

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "statements",
        "expressions",
        "errors",
        "loops",
        "equality",
        "optionals",
        "records",
        "everyday"
      })
  void doTheSame(String name) throws Exception {
    assertEqual(name, FEW);
  }

  /** Each case of a file like these is a process of its own, so the usual build makes few. */
  @ParameterizedTest
  @Tag("nightly")
  @ValueSource(
      strings = {
        "statements",
        "expressions",
        "errors",
        "loops",
        "equality",
        "optionals",
        "records",
        "everyday"
      })
  void doTheSameWithRareItems(String name) throws Exception {
    assertEqual(name, MANY);
  }

  private void assertEqual(String name, int madeUp) throws Exception {
    NodeSources sources = new NodeSources(List.of(FILES.resolve(name + ".py")), List.of());
    try (GraftRuntime runtime = GraftRuntime.create(BackendSettings.ofUser(), sources);
        Drafts drafts = new Drafts(folder, runtime, madeUp)) {
      PythonNode python = runtime.catalogue().find(name).orElseThrow().python().orElseThrow();

      PortedNode ported = drafts.of(python, "dev.graft.nodes.drafts");

      assertWithMessage(ported.row()).that(ported.verdict()).isEqualTo(PortedNode.Verdict.EQUAL);
    }
  }
}
