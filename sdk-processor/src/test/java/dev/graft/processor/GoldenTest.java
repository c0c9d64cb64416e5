package dev.graft.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the processor writes, to the letter. */
final class GoldenTest {
  static List<TestCase> cases() {
    return TestCase.all("golden");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesExactlyWhatIsExpected(TestCase golden) throws IOException {
    Compilation compilation = Compilations.compile(golden.sources("input"), List.of());
    assertThat(compilation).succeeded();
    SortedMap<String, String> written = Compilations.written(compilation);
    if (TestCase.isUpdate()) {
      for (Path file : golden.files("expected")) {
        Files.delete(file);
      }
      written.forEach((path, text) -> golden.write("expected/" + path, text));
    }
    Path root = golden.directory().resolve("expected");
    SortedMap<String, String> expected = new TreeMap<>();
    for (Path file : golden.files("expected")) {
      expected.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    }
    assertThat(written.keySet()).containsExactlyElementsIn(expected.keySet());
    expected.forEach((path, text) -> assertThat(written.get(path)).isEqualTo(text));
  }
}
