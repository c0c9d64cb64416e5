package dev.graft.python.describe;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.descriptor.Language;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.python.host.Nodes;
import dev.graft.python.source.BundledFiles;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.PythonDescriber;
import dev.graft.runtime.catalogue.PythonNodeSource;
import dev.graft.runtime.catalogue.PythonSourceException;
import dev.graft.runtime.catalogue.PythonUnit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Descriptors come from texts, once for each text. */
final class DescribingTest {
  private static final String GOOD =
      """
      import graft
      from typing import Annotated

      @graft.node(id="scale", version="1.0", summary="Scales.", pure=True, state={"n": int})
      class Scale:
          def __init__(self, factor: Annotated[float, graft.Param(doc="By how much.")] = 1.5):
              self.factor = factor
              self.n = 0
          def process(self, item: float) -> float:
              return item * self.factor
      """;

  @Test
  void bundledNodesAreListedFromTheIndex() {
    PythonNodeSource source = ServiceLoader.load(PythonNodeSource.class).findFirst().orElseThrow();
    assertThat(source.nodes().stream().map(node -> node.descriptor().id()).toList())
        .containsExactly(
            "add-ten",
            "buffer",
            "calculator",
            "counter",
            "double",
            "filter",
            "format",
            "pass-through",
            "repeat");
    for (PythonNode node : source.nodes()) {
      assertThat(node.unit().source())
          .contains("class " + node.descriptor().implementation().symbol());
      assertThat(node.descriptor().implementation().strict()).isTrue();
    }
  }

  @Test
  void userFilesAreDescribed() throws Exception {
    NodeDescriptor scale = Nodes.of(GOOD).descriptor();
    assertThat(scale.id()).isEqualTo("scale");
    assertThat(scale.implementation().language()).isEqualTo(Language.PYTHON);
    assertThat(scale.contract().param("factor").orElseThrow().defaultValue()).isEqualTo(1.5);
    assertThat(scale.contract().state().scope()).isEqualTo(StateDescriptor.Scope.KEYED);
  }

  @Test
  void whatWasDescribedIsRemembered(@TempDir Path cache) throws Exception {
    Path warm = Nodes.settings().cache().toAbsolutePath();
    Files.createSymbolicLink(cache.resolve("python"), warm.resolve("python"));
    BackendSettings settings = new BackendSettings(cache, Optional.empty());
    PythonDescriber describer = ServiceLoader.load(PythonDescriber.class).findFirst().orElseThrow();
    List<PythonNode> first = describer.describe(Nodes.unit(GOOD), settings);
    // With an interpreter that does not exist nothing could be described anew.
    BackendSettings without = settings.withInterpreter(cache.resolve("none"));
    assertThat(describer.describe(Nodes.unit(GOOD), without)).isEqualTo(first);
    try (Stream<Path> files = Files.list(cache.resolve("describe"))) {
      assertThat(files.count()).isEqualTo(1);
    }
  }

  @Test
  void problemsNameTheirPlace() {
    PythonUnit unit =
        Nodes.unit(
            """
            import graft
            @graft.node(id="Not Kebab", version="1.0", summary="Bad.")
            class Bad:
                def process(self, item: int) -> int:
                    return item
            """);
    PythonSourceException e = assertThrows(PythonSourceException.class, () -> Nodes.of(unit));
    assertThat(e.problems().getFirst()).matches(unit.path() + ":\\d+:\\d+: .+");
  }

  @Test
  void syntaxErrorsNameTheirLine() {
    PythonUnit unit = Nodes.unit("x = 1\ndef f(:\n    pass\n");
    PythonSourceException e = assertThrows(PythonSourceException.class, () -> Nodes.of(unit));
    assertThat(e.problems()).hasSize(1);
    assertThat(e.problems().getFirst()).startsWith(unit.path() + ":2:");
    assertThat(e.problems().getFirst()).contains("SyntaxError: invalid syntax");
  }

  @Test
  void allFilesAreInTheListing() {
    assertThat(BundledFiles.load().texts().keySet())
        .containsAtLeast("graft/worker.py", "graft/bootstrap.py", "graft/nodes/counter.py");
  }
}
