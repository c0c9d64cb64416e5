package dev.graft.python.describe;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.python.graalpy.GraalPyBackend;
import dev.graft.python.host.HostKey;
import dev.graft.python.host.Nodes;
import dev.graft.runtime.catalogue.PythonSourceException;
import dev.graft.runtime.catalogue.PythonSyntax;
import dev.graft.runtime.catalogue.PythonUnit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Syntax trees come from Python's own parser, whichever Python it is. */
final class SyntaxReaderTest {
  @TempDir Path folder = Path.of("");

  @Test
  void readsAFileAndThoseBesideItThatItUses() throws Exception {
    Files.writeString(folder.resolve("helper.py"), "from . import other\n");
    Files.writeString(folder.resolve("other.py"), "x = 1\n");
    PythonUnit unit =
        new PythonUnit("m", "m.py", "y = 2\n", Optional.of("pack"), List.of(folder), Map.of());

    Map<String, PythonSyntax.Module> modules =
        new SyntaxReader()
            .read(
                unit,
                tree -> body(tree, "y") ? List.of("helper", "missing") : List.of("other"),
                Nodes.settings());

    assertThat(modules.keySet()).containsExactly("", "helper", "other").inOrder();
    PythonSyntax.Module other = Objects.requireNonNull(modules.get("other"));
    assertThat(other.source()).isEqualTo("x = 1\n");
    assertThat(other.path()).isEqualTo(folder.resolve("other.py").toString());
  }

  private static boolean body(Map<?, ?> tree, String name) {
    return tree.toString().contains("id=" + name);
  }

  @Test
  void saysWhereATextIsNoPython() {
    PythonSourceException broken =
        assertThrows(
            PythonSourceException.class,
            () ->
                new SyntaxReader()
                    .read(Nodes.unit("x = (\n"), tree -> List.of(), Nodes.settings()));

    assertThat(broken.problems().getFirst()).contains(".py:1:1: SyntaxError: ");
  }

  @Test
  void bothPythonsGiveTheSameTree() throws Exception {
    PythonUnit unit = Nodes.bundled("calculator").unit();
    Map<String, PythonSyntax.Module> read =
        new SyntaxReader().read(unit, tree -> List.of(), Nodes.settings());
    Object ours = Objects.requireNonNull(read.get("")).tree();

    try (GraalPyBackend backend = new GraalPyBackend()) {
      assertThat(backend.pool().lease(HostKey.PLAIN).syntax(unit)).containsExactly(ours);
    }
  }
}
