package dev.graft.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated could have been written by hand. */
final class GeneratedCodeQualityTest {
  private static final Formatter FORMATTER =
      new Formatter(JavaFormatterOptions.builder().formatJavadoc(false).build());

  static List<TestCase> cases() {
    return TestCase.all("golden");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void compilesWithoutAnyWarning(TestCase golden) {
    assertThat(Compilations.compile(golden.sources("input"), List.of())).succeededWithoutWarnings();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isFormatted(TestCase golden) throws FormatterException {
    for (Map.Entry<String, String> file : write(golden.sources("input")).entrySet()) {
      if (file.getKey().endsWith(".java")) {
        assertThat(file.getValue()).isEqualTo(FORMATTER.formatSource(file.getValue()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void usesNoReflection(TestCase golden) {
    write(golden.sources("input"))
        .forEach(
            (path, text) -> {
              assertThat(text).doesNotContain("java.lang.reflect");
              assertThat(text).doesNotContain("Class.forName");
              assertThat(text).doesNotContain("getDeclared");
            });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isTheSameEachTime(TestCase golden) {
    assertThat(write(golden.sources("input"))).isEqualTo(write(golden.sources("input")));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void doesNotDependOnTheOrderOfTheInputs(TestCase golden) {
    SortedMap<String, String> sorted = write(golden.sources("input"));
    List<JavaFileObject> shuffled = new ArrayList<>(golden.sources("input"));
    Collections.reverse(shuffled);
    assertThat(write(shuffled)).isEqualTo(sorted);
    Collections.shuffle(shuffled, new Random(17));
    assertThat(write(shuffled)).isEqualTo(sorted);
  }

  private static SortedMap<String, String> write(List<JavaFileObject> sources) {
    Compilation compilation = Compilations.compile(sources, List.of());
    assertThat(compilation).succeeded();
    return Compilations.written(compilation);
  }
}
