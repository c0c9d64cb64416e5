package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.compat.run.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;

/** Commands that are called in the folder of a project look where its file says. */
@Timeout(300)
final class ProjectPlacesTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("nodes"));
    Files.writeString(
        folder.resolve("nodes/own.py"),
        """
        class ShoutNode:
            \"""Says it louder.\"""

            def process(self, item):
                return item.upper()
        """);
    Files.writeString(
        folder.resolve("graft.json"),
        """
        {
          "nodes": ["nodes"],
          "plugins": ["target/plugins"],
          "corpus": ["tests/cases"]
        }
        """);
    Files.writeString(
        folder.resolve("p.json"),
        """
        {"version": "1", "name": "p", "python": {"nodes": ["nodes/own.py"]},
         "nodes": [{"id": "s", "type": "shout", "backend": "cpython"}]}
        """);
    Files.writeString(folder.resolve("in.txt"), "hello\n");
  }

  @Test
  void needNotBeNamed() throws Exception {
    assertThat(graft("describe", "shout").out()).contains("# shout");

    CommandLineRun recorded = graft("record", "p.json", "--node", "s", "-i", "in.txt");

    assertThat(recorded.out()).startsWith("wrote tests/cases/shout/recorded/");
    assertThat(recorded.err()).endsWith("next: graft matrix --node shout\n");
    CommandLineRun matrix =
        graft("matrix", "--node", "shout", "--random", "0", "--backend", "cpython");
    assertWithMessage("%s", matrix.err()).that(matrix.code()).isEqualTo(0);
    assertThat(matrix.out()).startsWith("1 node on 1 backend: 1 case,");
    CommandLineRun mayMove = graft("matrix", "can-switch", "shout");
    assertThat(mayMove.code()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(mayMove.err())
        .endsWith(
            "target/plugins of graft.json is not there yet: build it, as with `mvn package`.\n");
  }

  @Test
  void makeRoomForWhatIsNamed() throws Exception {
    Files.createDirectories(folder.resolve("empty"));

    CommandLineRun other = graft("describe", "shout", "--nodes", "empty");

    assertThat(other.code()).isEqualTo(Exit.REFUSED);
    assertThat(other.err()).contains("there is no node \"shout\". ");
    assertThat(other.err())
        .endsWith(
            "target/plugins of graft.json is not there yet: build it, as with `mvn package`.\n");
    assertThat(graft("describe", "shout", "--nodes", "none").err())
        .isEqualTo("graft: --nodes: there is no file or folder none.\n");
  }

  @Test
  void whatIsNotThereYetIsNamedWhereSomethingIsMissing() throws Exception {
    String hint =
        "\ntarget/plugins of graft.json is not there yet: build it, as with `mvn package`.\n";

    assertThat(graft("describe", "top-words").err()).endsWith(hint);
    assertThat(graft("matrix", "--node", "top-words").err())
        .endsWith(hint + "tests/cases of graft.json is not there yet.\n");
    assertThat(graft("describe", "top-words", "--plugins", "nodes").err())
        .doesNotContain("not there");
    Files.writeString(
        folder.resolve("p.json"),
        Files.readString(folder.resolve("p.json")).replace("cpython", "java"));
    assertThat(graft("validate", "p.json").err()).endsWith(hint);
  }

  @Test
  void whoeverAsksWhetherANodeMayMoveIsToldOfThePluginThatIsNotBuilt() {
    CommandSpec asked =
        Graft.line(new Graft(), Terminal.ofProcess())
            .parseArgs("matrix", "can-switch", "shout", "--corpus", "c")
            .subcommand()
            .subcommand()
            .commandSpec();

    assertThat(AbsentPlaces.hint("No: …\n  stage  python-only", asked, folder))
        .hasValue(
            "%s of %s is not there yet: build it, as with `mvn package`."
                .formatted(folder.resolve("target/plugins"), folder.resolve("graft.json")));
    assertThat(AbsentPlaces.hint("--gate: nothing to compare with.", asked, folder)).isEmpty();
  }

  @Test
  void whatIsWrongWithThemIsSaidOfTheFile() throws Exception {
    Files.createDirectories(folder.resolve("target"));
    Files.writeString(folder.resolve("target/plugins"), "");
    assertThat(graft("nodes").err())
        .isEqualTo(
            "graft: graft.json:3:14: plugins: target/plugins is a file. Name the folder that it lies in: all plugins of a folder are taken.\n");

    Files.writeString(folder.resolve("graft.json"), "{\"pluginz\": []}");
    CommandLineRun wrong = graft("nodes");
    assertThat(wrong.code()).isEqualTo(Exit.REFUSED);
    assertThat(wrong.err())
        .isEqualTo(
            "graft: graft.json:1:2: pluginz: there is no such key. Did you mean \"plugins\"?\n");
  }

  @Test
  void areShownByTheDoctor() throws Exception {
    assertThat(graft("doctor").out()).contains("nodes: nodes");
    assertThat(ProjectFacts.of(folder).stream().map(fact -> fact.name() + ": " + fact.value()))
        .containsExactly(
            "nodes: " + folder.resolve("nodes"),
            "plugins: " + folder.resolve("target/plugins") + ", which is not there yet",
            "corpus: " + folder.resolve("tests/cases") + ", which is not there yet")
        .inOrder();
  }

  private CommandLineRun graft(String... words) throws IOException {
    Path err = folder.resolve("err.log");
    Process process =
        ForkedGraft.of("-Xmx256m", words)
            .directory(folder.toFile())
            .redirectError(err.toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new CommandLineRun(ForkedGraft.end(process), out, Files.readString(err));
  }
}
