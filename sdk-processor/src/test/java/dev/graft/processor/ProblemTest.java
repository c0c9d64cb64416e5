package dev.graft.processor;

import static com.google.common.truth.Truth.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the processor says of wrong nodes, and where. Each case has the name of a code. */
final class ProblemTest {
  static List<TestCase> cases() {
    return TestCase.all("problems");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysExactlyWhatIsExpected(TestCase problem) {
    Compilation compilation = Compilations.compile(problem.sources(""), options(problem));
    StringBuilder found = new StringBuilder();
    for (Diagnostic<? extends JavaFileObject> error : told(compilation)) {
      found.append(line(error)).append('\n');
    }
    if (TestCase.isUpdate()) {
      problem.write("errors.txt", found.toString());
    }
    assertThat(found.toString()).isEqualTo(problem.text("errors.txt"));
    assertThat(found.toString()).contains("[" + problem.name() + "]");
  }

  /** The errors, or what only is a warning. */
  private static List<Diagnostic<? extends JavaFileObject>> told(Compilation compilation) {
    List<Diagnostic<? extends JavaFileObject>> warnings =
        compilation.warnings().stream()
            .filter(each -> each.getMessage(Locale.ROOT).startsWith("["))
            .collect(Collectors.toList());
    return warnings.isEmpty() ? compilation.errors() : warnings;
  }

  private static List<String> options(TestCase problem) {
    return problem.name().equals("ModuleProvides")
        ? List.of("--module-path", Modules.path())
        : List.of();
  }

  /** {@code File.java:line:column first line of the text}. */
  private static String line(Diagnostic<? extends JavaFileObject> error) {
    String text = error.getMessage(Locale.ROOT).lines().findFirst().orElse("");
    JavaFileObject source = error.getSource();
    if (source == null) {
      return text;
    }
    Path file = Path.of(source.toUri().getPath());
    return file.getFileName()
        + ":"
        + error.getLineNumber()
        + ":"
        + error.getColumnNumber()
        + " "
        + text;
  }
}
