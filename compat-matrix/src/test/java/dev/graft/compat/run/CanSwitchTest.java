package dev.graft.compat.run;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.compat.fake.FakeContracts;
import dev.graft.compat.fake.FakeHost;
import dev.graft.compat.production.ProductionFiles;
import dev.graft.runtime.backend.BackendId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CanSwitchTest {
  @TempDir Path directory = Path.of("unset");

  @Test
  void runsWhatIsMissingAndSaysYes() throws Exception {
    CanSwitch.Answer answer = ask(Mutant.right(FakeContracts.BUFFER), "buffer");

    assertThat(String.join("\n", answer.lines()))
        .contains("Yes: buffer can move from cpython to java.");
    assertThat(answer.safe()).isTrue();
    assertThat(String.join("\n", answer.lines())).containsMatch("made-up cases +1,000 of 1,000");
    assertThat(String.join("\n", answer.lines())).contains("hand-over from cpython to java");
  }

  @Test
  void saysNoAndWhatIsInTheWay() throws Exception {
    CompatRun.run(options().withRandom(10, 1), Mutant.right(FakeContracts.BUFFER));

    CanSwitch.Answer answer = ask(Mutant.right(FakeContracts.BUFFER), "buffer");

    assertThat(answer.safe()).isFalse();
    assertThat(answer.lines())
        .containsAtLeast(
            "No: nobody has proven that buffer can move from cpython to java.",
            "In the way:",
            "  - 10 of 1,000 made-up cases have passed with this code.")
        .inOrder();
  }

  @Test
  void anEnvironmentMustHaveShownItToo() throws Exception {
    CompatRun.run(options().withRandom(1000, 1), Mutant.right(FakeContracts.BUFFER));
    String report = Files.readString(directory.resolve("report.json"));
    ProductionFiles files =
        new ProductionFiles(directory.resolve("memory"))
            .of("buffer")
            .code(hash(report, "java"), hash(report, "python"))
            .shadow(0, 2, 5000);

    CanSwitch.Answer no = askIn("prod");
    assertThat(no.safe()).isFalse();
    assertThat(no.lines())
        .containsAtLeast(
            "No: nobody has proven that buffer can move from cpython to java in prod.",
            "In the way:",
            "  - In prod it was compared for 2.0 of 7 days.")
        .inOrder();

    files.shadow(7, 1, 10); // younger than the report
    CanSwitch.Answer yes = askIn("prod");
    assertThat(String.join("\n", yes.lines()))
        .startsWith("Yes: buffer can move from cpython to java in prod.\n");
    assertThat(String.join("\n", yes.lines())).containsMatch("stage +shadowed");
    assertThat(String.join("\n", yes.lines()))
        .containsMatch("shadows in prod +5,010 compared in 8\\.0 days, none differs");

    assertThat(askIn("staging").lines())
        .contains(
            "  - In staging 0 of 3,000 items were compared on java and cpython with this code.");
  }

  private CanSwitch.Answer askIn(String env) throws Exception {
    return new CanSwitch(
            Mutant.right(FakeContracts.BUFFER),
            options().withMemories(List.of(directory.resolve("memory"))))
        .ask("buffer", BackendId.JAVA, Optional.of(env));
  }

  private static String hash(String report, String language) {
    return report.replaceFirst(
        "(?s).*\"code\" : \\{[^}]*\"" + language + "\" : \"([0-9a-f]{64})\".*", "$1");
  }

  @Test
  void aReportOfOtherCodeCannotAnswer() throws Exception {
    CompatRun.run(options().withRandom(10, 1), Mutant.right(FakeContracts.BUFFER));
    Path report = directory.resolve("report.json");
    String text = Files.readString(report);
    String hash = text.replaceFirst("(?s).*\"python\" : \"([0-9a-f]{64})\".*", "$1");
    Files.writeString(
        report, text.replace("\"python\" : \"" + hash, "\"python\" : \"" + "0".repeat(64)));

    OutdatedReportException e =
        assertThrows(
            OutdatedReportException.class, () -> ask(Mutant.right(FakeContracts.BUFFER), "buffer"));

    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            "%s is older than the python code of buffer. Renew it: graft matrix --node buffer --random 1000 -o %s"
                .formatted(report, directory));
  }

  @Test
  void aReportWithoutTheNodeCannotAnswer() throws Exception {
    CompatRun.run(options(), Mutant.right(FakeContracts.COUNTER));

    OutdatedReportException e =
        assertThrows(
            OutdatedReportException.class, () -> ask(Mutant.right(FakeContracts.BUFFER), "buffer"));

    assertThat(e).hasMessageThat().contains("says nothing of buffer");
  }

  @Test
  void aNodeThatIsNotThereIsAMistake() {
    CompatUsageException e =
        assertThrows(
            CompatUsageException.class, () -> ask(Mutant.right(FakeContracts.BUFFER), "bufer"));

    assertThat(e).hasMessageThat().contains("there is no node \"bufer\". Did you mean \"buffer\"?");
  }

  private CanSwitch.Answer ask(FakeHost host, String node) throws Exception {
    return new CanSwitch(host, options()).ask(node, BackendId.JAVA);
  }

  private CompatOptions options() {
    return CompatOptions.defaults()
        .selecting(every -> every.withBackends(List.of(BackendId.JAVA, BackendId.CPYTHON)))
        .withOutput(directory);
  }
}
