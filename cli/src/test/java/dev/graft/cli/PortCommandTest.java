package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.json.TypedJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code graft port} writes drafts, says what is left, and overwrites nothing by itself. */
@Timeout(300)
final class PortCommandTest {
  private static final String LEVEL =
      """
      import graft

      @graft.node(id="level", version="1.0", summary="Adds up.", pure=True, state={"sum": int},
                  examples=[graft.Example(title="Two.", items=[1, 2], outputs=[1, 3])])
      class LevelNode:
          def __init__(self):
              self.sum = 0

          def process(self, item: int) -> int:
              self.sum += item
              return self.sum
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void writesADraftAndItsExamplesAndSaysSo() throws Exception {
    CommandLineRun run = port(file("level.py", LEVEL).toString());

    assertWithMessage(run.err()).that(run.code()).isEqualTo(Exit.OK);
    assertThat(run.out())
        .isEqualTo(
            """
            wrote %1$s/LevelNode.java
            wrote %1$s/level.json
            level: 3 of 3 statements translated
            """
                .formatted(folder.resolve("out")));
    assertThat(run.err()).startsWith("next: compile it, and graft matrix --node level --nodes ");
    assertThat(Files.readString(folder.resolve("out/LevelNode.java")))
        .contains("sum = sum.add(item);\n    out.emit(sum);");
    // The matrix takes the cases as they are.
    CommandLineRun matrix =
        CommandLineRun.of(
            "matrix",
            "--node",
            "level",
            "--nodes",
            folder.resolve("level.py").toString(),
            "--corpus",
            folder.resolve("out").toString(),
            "--case",
            "example-1",
            "-o",
            folder.resolve("reports").toString());
    assertWithMessage("%s%s", matrix.out(), matrix.err()).that(matrix.code()).isAnyOf(0, 4);
    assertThat(matrix.out()).contains("level");
  }

  @Test
  void saysWhatIsToBeDecidedAndWhy() throws Exception {
    Path file =
        file(
            "odd.py",
            """
            class Odd:
                def process(self, item):
                    with open(item) as f:
                        return f.read()
            """);

    CommandLineRun run = port(file.toString());

    assertThat(run.code()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("odd: 0 of 2 statements translated");
    assertThat(run.out()).contains("to decide: %s:3: with open(item) as f:".formatted(file));
    assertThat(run.out()).contains("there is no rule for with");
    assertThat(run.err()).startsWith("next: decide one place in ");
  }

  @Test
  void saysTheSameAsJson() throws Exception {
    CommandLineRun run = port(file("level.py", LEVEL).toString(), "--json");

    Map<?, ?> said = dict(run.out());
    assertThat(said.get("node")).isEqualTo("level");
    assertThat(said.get("statements")).isEqualTo(3L);
    assertThat(said.get("translated")).isEqualTo(3L);
    assertThat(said.get("undecided")).isEqualTo(List.of());
    assertThat((List<?>) said.get("written")).hasSize(2);
  }

  @Test
  void portsANodeOfTheCatalogue() {
    CommandLineRun run = port("pass-through", "--package", "com.acme");

    assertWithMessage(run.err()).that(run.code()).isEqualTo(Exit.OK);
    assertThat(Files.exists(folder.resolve("out/com/acme/PassThroughNode.java"))).isTrue();
  }

  @Test
  void overwritesOnlyByForce() throws Exception {
    String file = file("level.py", LEVEL).toString();
    Path draft = folder.resolve("out/LevelNode.java");
    port(file);
    Files.writeString(draft, "mine");
    Files.writeString(folder.resolve("out/level.json"), "mine");

    refused(port(file), draft + " is there already. Move it away, or let --force overwrite it.");
    assertThat(Files.readString(draft)).isEqualTo("mine");

    Files.delete(draft);
    assertThat(port(file).out()).contains("left as it is: " + folder.resolve("out/level.json"));

    assertThat(port(file, "--force").code()).isEqualTo(Exit.OK);
    assertThat(Files.readString(draft)).contains("class LevelNode");
    // Cases may be somebody's own by now.
    assertThat(Files.readString(folder.resolve("out/level.json"))).isEqualTo("mine");
  }

  @Test
  void takesRecordedCasesAlong() throws Exception {
    Path recorded = folder.resolve("cases/level/recorded");
    Files.createDirectories(recorded);
    Files.writeString(recorded.resolve("abc.json"), "{}");

    CommandLineRun run =
        port(file("level.py", LEVEL).toString(), "--recorded", folder.resolve("cases").toString());

    assertThat(run.out()).contains("wrote " + folder.resolve("out/level/recorded/abc.json"));
  }

  @Test
  void refusesWhatIsNoNodeWithOneSentence() throws Exception {
    refused(port("nothing.py"), "there is no file nothing.py. Name a Python file");
    refused(port("coutner"), "there is no node \"coutner\". Did you mean");
    refused(port("data-source"), "\"data-source\" is in Java alone");
    refused(port(file("empty.py", "x = 1\n").toString()), "has no node: no public class");
    refused(port(file("broken.py", "class A:\n  def process(self\n").toString()), "broken.py:");
    Path two =
        file(
            "two.py",
            """
            class First:
                def process(self, item):
                    return item

            class Second:
                def process(self, item):
                    return item

            class Other:
                pass
            """);
    refused(port(two.toString()), "has several nodes: First, Second. Name one: graft port");
    refused(port(two + ":Other"), "has no node \"Other\": a node is a public class");
    assertThat(port(two + ":Second").code()).isEqualTo(Exit.OK);
    refused(
        CommandLineRun.of("port", two + ":First", "--to", two.toString()),
        "is a file. Name a folder.");
  }

  @Test
  void aFileThatIsNotThereIsToldBeforeAnythingElse() throws Exception {
    Process process =
        ForkedGraft.of("-Xmx128m", "port", "nope.py").directory(folder.toFile()).start();
    assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("graft: there is no file nope.py.");
    assertThat(ForkedGraft.end(process)).isEqualTo(Exit.REFUSED);
  }

  @Test
  void findsThePackageOfTheProject() throws Exception {
    RefusedException none =
        assertThrows(
            RefusedException.class,
            () -> PortTarget.of(folder, Optional.empty(), Optional.empty()));
    assertThat(none).hasMessageThat().contains("there is no project here");

    Files.writeString(folder.resolve("pom.xml"), "");
    Path sources = folder.resolve("src/main/java/com/acme");
    Files.createDirectories(sources);
    assertThat(PortTarget.of(folder, Optional.empty(), Optional.empty()).packageName())
        .isEqualTo("org.example.nodes");
    Files.writeString(sources.resolve("A.java"), "package com.acme;\n\n@Node(id = \"a\")\n");

    PortTarget target = PortTarget.of(folder, Optional.empty(), Optional.empty());
    assertThat(target.packageName()).isEqualTo("com.acme");
    assertThat(target.isProject()).isTrue();
    assertThat(target.cases()).isEqualTo(folder.resolve("src/test/cases"));
    assertThat(target.schema()).isEmpty();
    Files.createDirectories(folder.resolve("schemas"));
    Files.writeString(folder.resolve("schemas/case-1.schema.json"), "{}");
    assertThat(target.schema()).hasValue("../../../schemas/case-1.schema.json");
    assertThat(PortTarget.of(folder, Optional.empty(), Optional.of("x.y")).packageName())
        .isEqualTo("x.y");
  }

  private static Map<?, ?> dict(String json) throws Exception {
    return (Map<?, ?>) Objects.requireNonNull(TypedJson.read(json, "json"));
  }

  private static void refused(CommandLineRun run, String message) {
    assertWithMessage(run.out()).that(run.code()).isEqualTo(Exit.REFUSED);
    assertThat(run.err()).contains(message);
    assertThat(run.err().strip().lines().count()).isAtMost(2);
  }

  private CommandLineRun port(String node, String... more) {
    return CommandLineRun.of(
        Stream.concat(
                Stream.of("port", node, "--to", folder.resolve("out").toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private Path file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text);
  }
}
