package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the matrix is asked besides to run: of real nodes, as a user asks. */
final class MatrixQuestionsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void answersWhetherANodeMaySwitch() {
    CommandLineRun few =
        CommandLineRun.of("matrix", "--node", "counter", "--random", "5", "-o", folder.toString());
    CommandLineRun asked =
        CommandLineRun.of("matrix", "can-switch", "counter", "-o", folder.toString());

    assertThat(few.code()).isEqualTo(0);
    assertThat(asked.code()).isEqualTo(1);
    assertThat(asked.out())
        .startsWith("No: nobody has proven that counter can move from cpython to java.");
    assertThat(asked.out()).contains("  - 5 of 1,000 made-up cases have passed with this code.");
    assertThat(asked.out()).containsMatch("hand-over from cpython to java +\\d good");
  }

  @Test
  void aNodeThatIsNotThereIsAMistake() {
    CommandLineRun asked =
        CommandLineRun.of("matrix", "can-switch", "countr", "-o", folder.toString());

    assertThat(asked.code()).isEqualTo(64);
    assertThat(asked.err()).contains("there is no node \"countr\". Did you mean \"counter\"?");
  }

  @Test
  void aBackendThatNobodyCanSwitchToIsAMistake() {
    assertThat(CommandLineRun.of("matrix", "can-switch", "counter", "--to", "cpython").code())
        .isEqualTo(64);
  }

  @Test
  void playsACaseAgain() {
    CommandLineRun run = CommandLineRun.of("matrix", "repro", "counter/restore-fresh");

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).containsMatch("(?m)^step +does +cpython +java$");
    assertThat(run.out()).contains("= exact on java, judged by the case.");
  }

  @Test
  void aCaseThatIsNotThereIsAMistake() {
    CommandLineRun run = CommandLineRun.of("matrix", "repro", "counter/restore-frsh");

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("Did you mean \"restore-fresh\"?");
  }

  @Test
  void thePythonProgramDoesTheSame() throws IOException, InterruptedException {
    CommandLineRun run = CommandLineRun.of("matrix", "repro", "counter/restore-fresh", "--python");
    Path program = folder.resolve("repro.py");
    Files.writeString(program, run.out());
    ProcessBuilder builder = new ProcessBuilder(List.of("python3", program.toString()));
    builder
        .environment()
        .put(
            "PYTHONPATH",
            Path.of("..", "nodes-python", "src", "main", "python").toAbsolutePath().toString());
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(said)
        .contains(
            """
            in 1
              out {'value': 1, 'count': 1}
            in 2
              out {'value': 2, 'count': 2}
            snapshot
            [[None, {'count': 2}]]
            restore
            in 3
              out {'value': 3, 'count': 3}
            """);
    assertThat(process.exitValue()).isEqualTo(0);
  }

  @Test
  void listsTheKnownLimitations() {
    CommandLineRun run = CommandLineRun.of("matrix", "limits", "-o", folder.toString());

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).contains("GRAALPY-UNICODE-16  NOT_SEEN");
    assertThat(run.out()).contains("there is no report in " + folder);
  }

  @Test
  void theEntriesOfTheSdkCannotBeMendedInPlace() {
    CommandLineRun run = CommandLineRun.of("matrix", "limits", "--fix", "-o", folder.toString());

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("--fix: name the file with --limitations");
  }
}
