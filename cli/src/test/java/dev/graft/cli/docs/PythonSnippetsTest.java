package dev.graft.cli.docs;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Python that is shown is Python. */
@Timeout(60)
final class PythonSnippetsTest {
  @Test
  void everySnippetIsPython() throws Exception {
    List<Page.Snippet> snippets =
        Page.all().stream().flatMap(page -> page.snippets("python").stream()).toList();
    assertThat(snippets).isNotEmpty();
    for (Page.Snippet snippet : snippets) {
      assertThat(snippet.place() + ": " + parsed(snippet.text()))
          .isEqualTo(snippet.place() + ": 0");
    }
  }

  @Test
  void whatIsNoneIsFound() throws Exception {
    assertThat(parsed("def f(:\n  pass")).isEqualTo(1);
  }

  /** The exit code of a Python that only parses. */
  private static int parsed(String text) throws Exception {
    Process python =
        new ProcessBuilder("python3", "-I", "-c", "import ast, sys; ast.parse(sys.argv[1])", text)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(python.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return python.exitValue();
  }
}
