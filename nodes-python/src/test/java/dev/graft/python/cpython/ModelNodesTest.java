package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.Phase;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.run.RunFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that load models: what they need, who loads it for them, and what they say if it fails. */
@Timeout(120)
final class ModelNodesTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void writeLoaders() throws Exception {
    Files.createDirectories(folder.resolve("models"));
    Files.writeString(
        folder.resolve("models/mine.py"),
        """
        import os

        def load(**arguments):
            return lambda item: [item * 2, arguments["task"], os.getpid()]

        def fails(**arguments):
            raise MemoryError("no room for the weights")
        """);
  }

  @Test
  void aLoaderOfTheManifestsRootsSparesThePackages() throws Exception {
    ManifestRun run =
        run("'backend':'cpython','params':{'task':'t','loader':'mine:load'}", "", List.of(2L, 3L));
    assertThat(run.outputs()).hasSize(2);
    assertThat(((List<?>) run.outputs().getFirst()).subList(0, 2))
        .containsExactly(4L, "t")
        .inOrder();
  }

  @Test
  void withoutALoaderAllThatIsMissingIsTold() {
    RunFailedException e =
        assertThrows(
            RunFailedException.class,
            () -> run("'backend':'cpython','params':{'task':'t'}", "", List.of()));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo("node \"m\" can run on no backend:\n  cpython: missing: torch, transformers");
  }

  @Test
  void noSandboxHostsIt() {
    RunFailedException e =
        assertThrows(
            RunFailedException.class,
            () -> run("'params':{'task':'t','loader':'mine:load'}", "", List.of()));
    assertThat(e).hasMessageThat().contains("graalpy: missing: torch, transformers\n");
    assertThat(e).hasMessageThat().contains("cpython: would run outside the sandbox");
  }

  @Test
  void anEnvironmentNeedsThePackagesUnlessThereIsALoader() throws Exception {
    VirtualEnvironment.ofBundled(folder.resolve("ml"));
    String environment = ",'environments':{'ml':{'venv':'ml'}}";
    ManifestException e =
        assertThrows(
            ManifestException.class,
            () -> run("'environment':'ml','params':{'task':'t'}", environment, List.of()));
    assertThat(e.problems().stream().map(Problem::words).toList()).hasSize(2);
    assertThat(e).hasMessageThat().contains("needs transformers, but environment \"ml\"");
    assertThat(e).hasMessageThat().contains("needs torch, but environment \"ml\"");

    ManifestRun run =
        run(
            "'environment':'ml','params':{'task':'t','loader':'mine:load'}",
            environment,
            List.of(1L));
    assertThat(run.outputs()).hasSize(1);
    assertThat(run.implementations().getFirst()).endsWith(" in ml");
  }

  @Test
  void aLoaderThatFailsIsAFailureOfTheNode() {
    NodeFailure failure = failure("mine:fails");
    assertThat(failure.phase()).isEqualTo(Phase.OPEN);
    assertThat(failure.type()).isEqualTo("MemoryError");
    assertThat(failure.message()).isEqualTo("no room for the weights");
    NodeFailure absent = failure("yours:load");
    assertThat(absent.kind()).isEqualTo(ErrorKind.INVALID);
    assertThat(absent.message()).contains("name its folder in python.roots");
  }

  private NodeFailure failure(String loader) {
    return assertThrows(
            RunFailedException.class,
            () ->
                run(
                    "'backend':'cpython','params':{'task':'t','loader':'" + loader + "'}",
                    "",
                    List.of()))
        .failure()
        .orElseThrow();
  }

  private ManifestRun run(String node, String python, List<?> items) throws Exception {
    return ManifestRun.of(
        folder,
        "{'version':'1','name':'x','python':{'roots':['models']%s},'nodes':[{'id':'m','type':'transformers-pipeline',%s}]}"
            .formatted(python, node),
        items);
  }
}
