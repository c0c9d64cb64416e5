package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.compat.fake.FakeContracts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case of one's own that nobody would play is a mistake. */
final class OwnCasesTest {
  @TempDir Path directory = Path.of("unset");

  @Test
  void theNodeOfACaseFileMustBeThere() throws Exception {
    Path file = caseFile("conter");

    assertThat(refused(file))
        .isEqualTo(file + ":2: there is no node \"conter\". Did you mean \"counter\"?");
  }

  @Test
  void aNodeWhoseFilesAreNotNamedIsNotThere() throws Exception {
    Path file = caseFile("my-own");

    assertThat(refused(file))
        .isEqualTo(
            file
                + ":2: there is no node \"my-own\". If it is one of your own, name its files: with"
                + " --nodes or --plugins on the command line, with withPython(…) in a test.");
  }

  @Test
  void theNodeOfACaseFileNeedNotBeChosen() throws Exception {
    caseFile("counter");

    CompatResult result =
        CompatRun.run(
            options().selecting(every -> every.withNodes(List.of("buffer"))),
            Mutant.right(FakeContracts.COUNTER).twins(FakeContracts.BUFFER));

    assertThat(result.report().nodes()).hasSize(1);
  }

  private Path caseFile(String node) throws Exception {
    return Files.writeString(
        directory.resolve("own.json"),
        """
        {
          "node": "%s", "cases": [{"id": "own", "title": "one", "steps": [{"in": 1}]}]
        }
        """
            .formatted(node));
  }

  private String refused(Path file) {
    assertThat(Files.exists(file)).isTrue();
    return String.valueOf(
        assertThrows(
                CompatUsageException.class,
                () -> CompatRun.run(options(), Mutant.right(FakeContracts.COUNTER)))
            .getMessage());
  }

  private CompatOptions options() {
    return CompatOptions.defaults()
        .selecting(every -> every.withCorpus(List.of(directory)))
        .withOutput(directory.resolve("out"));
  }
}
