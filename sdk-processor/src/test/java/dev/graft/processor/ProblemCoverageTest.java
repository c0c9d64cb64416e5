package dev.graft.processor;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.processor.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No problem without a case that shows it and an entry that explains it. */
final class ProblemCoverageTest {
  private static final List<String> CODES =
      Arrays.stream(Problem.values()).map(Problem::code).toList();

  @Test
  void everyCodeIsOneProblem() {
    assertThat(CODES).containsNoDuplicates();
  }

  @Test
  void everyProblemHasACase() {
    List<String> cases = TestCase.all("problems").stream().map(TestCase::name).toList();
    assertThat(cases).containsExactlyElementsIn(CODES);
  }

  @Test
  void everyProblemIsExplained() throws IOException {
    String page = Files.readString(Path.of("../docs/problems.md"));
    List<String> headings =
        Pattern.compile("(?m)^## (.*)$").matcher(page).results().map(r -> r.group(1)).toList();
    assertThat(headings).containsExactlyElementsIn(CODES);
  }
}
