package dev.graft.compat.code;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.compare.TraceComparator;
import dev.graft.compat.corpus.Case;
import dev.graft.compat.fake.FakeBackend;
import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.PythonUnit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeCodeTest {
  @TempDir Path folder = Path.of("unset");

  @Test
  void theClassesOfAClassAreThoseThatItNamesAndTheyName() {
    Set<String> classes = new JavaCode().classes(TraceComparator.class, "dev/graft/").keySet();

    assertThat(classes)
        .containsAtLeast(
            "dev/graft/compat/compare/TraceComparator",
            "dev/graft/compat/compare/ValueComparator",
            "dev/graft/compat/compare/FloatDistance", // named by ValueComparator alone
            "dev/graft/compat/subject/Event$Out");
    assertThat(classes).doesNotContain("dev/graft/compat/corpus/CaseReader");
    assertThat(new JavaCode().classes(Case.class, "").keySet()).doesNotContain("java/lang/String");
  }

  @Test
  void aNodeInPythonIsItsFileAndWhatThatImportsFromItsFolder() throws Exception {
    write("node.py", "import math\nfrom . import near\nfrom .sub import far as f, other\n");
    write("near.py", "import beyond, math\n");
    write("sub/__init__.py", "");
    write("sub/far.py", "x = 1\n");
    write("beyond.py", "y = 1\n");
    write("unused.py", "");
    PythonUnit unit = unit();

    assertThat(
            PythonCode.files(unit).keySet().stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .toList())
        .containsExactly("beyond.py", "near.py", "sub/__init__.py", "sub/far.py");
    String before = PythonCode.hash(unit);
    write("unused.py", "z = 1\n");
    assertThat(PythonCode.hash(unit)).isEqualTo(before);
    write("beyond.py", "y = 2\n");
    assertThat(PythonCode.hash(unit)).isNotEqualTo(before);
  }

  @Test
  void modulesThatImportEachOtherAreReadOnce() throws Exception {
    write("node.py", "import a\n");
    write("a.py", "import b\n");
    write("b.py", "import a\n");

    assertThat(PythonCode.files(unit())).hasSize(2);
  }

  @Test
  void thePlaceOfAClassHasAllThatLiesThereButWhatDoesNotCount() {
    String all = CodePlace.hash(FakeBackend.class, List.of());

    assertThat(CodePlace.names(FakeBackend.class))
        .contains("dev/graft/compat/fake/FakeBackend.class");
    assertThat(CodePlace.hash(FakeBackend.class, List.of())).isEqualTo(all);
    assertThat(CodePlace.hash(FakeBackend.class, List.of("fake/FakeBackend.class")))
        .isNotEqualTo(all);
  }

  @Test
  void aNodeIsConcernedByItsCodeItsCasesAndItsHost() {
    CatalogueEntry node = entry("counter");

    assertThat(concerns(node, "x/src/test/java/dev/graft/compat/fake/FakeHost.java")).isTrue();
    assertThat(concerns(node, "fake.py")).isTrue();
    assertThat(concerns(node, "x/cases/counter/keys.json")).isTrue();
    assertThat(concerns(node, "x/src/main/java/dev/graft/runtime/hash/ClassHash.java")).isTrue();
    assertThat(concerns(node, "nodes-python/src/main/python/graft/host.py")).isTrue();
    assertThat(concerns(node, "x/cases/buffer/keys.json")).isFalse();
    assertThat(concerns(node, "docs/compat.md")).isFalse();
    assertThat(concerns(node, "x/src/main/java/dev/graft/nodes/flow/Other.java")).isFalse();
  }

  private static boolean concerns(CatalogueEntry node, String changed) {
    return new ChangedCode(List.of(changed), List.of(node)).concerns(node);
  }

  private static CatalogueEntry entry(String id) {
    return new FakeHost().twins(FakeContracts.COUNTER).catalogue().find(id).orElseThrow();
  }

  private PythonUnit unit() throws Exception {
    Path file = folder.resolve("node.py");
    return new PythonUnit(
        "node", file.toString(), Files.readString(file), Optional.empty(), List.of(), Map.of());
  }

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, text);
  }
}
