package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the matrix is asked besides to run: of real nodes, as a user asks. */
final class MatrixQuestionsTest {
  private static final String RUN =
      """
      import contextlib, io

      class AskNode:
          def process(self, program):
              said = io.StringIO()
              with contextlib.redirect_stdout(said):
                  exec(compile(program, "repro.py", "exec"), {"__name__": "__main__"})
              return said.getvalue()
      """;

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
  void whoWaitsForTheAnswerSeesHowFarItIs() {
    String[] question = {"matrix", "can-switch", "pass-through", "-o", folder.toString()};
    CommandLineRun asked = CommandLineRun.seen(question);

    assertThat(asked.out()).startsWith("Yes: pass-through can move from cpython to java.");
    assertThat(asked.err()).containsMatch("\\r[1-9][0-9,]* results, [0-9]+ s");
    assertThat(CommandLineRun.of(question)).isEqualTo(new CommandLineRun(0, asked.out(), ""));
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
  void thePythonProgramDoesTheSame() throws Exception {
    CommandLineRun run = CommandLineRun.of("matrix", "repro", "counter/restore-fresh", "--python");
    String said = String.valueOf(PythonAnswers.of(folder, RUN, List.of(run.out())).getFirst());

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
