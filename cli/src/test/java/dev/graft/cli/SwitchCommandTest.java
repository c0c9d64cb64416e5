package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node moves where the matrix has said that it may, and nowhere else. */
@Timeout(300)
final class SwitchCommandTest {
  private static final String JSON =
      """
      {"version": "1", "name": "x", "nodes": [
        {"id": "in",  "type": "pass-through"},
        {"id": "n1",  "type": "counter",  "prefer": ["cpython"]},
        {"id": "n2",  "type": "counter"}
      ]}
      """;
  private static final String YAML =
      """
      version: "1"   # of the form
      name: y
      nodes:
        - id: n
          type: counter
          backend: cpython   # for now
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void aNodeThatIsNotProvenStaysUnlessForced() throws IOException {
    Path json = write("x.json", JSON);
    Path yaml = write("y.yaml", YAML);
    matrix("5");

    CommandLineRun refused = change("java", json, yaml);
    assertThat(refused.err()).contains("No: nobody has proven that counter can move");
    assertThat(refused.err()).contains("5 of 1,000 made-up cases have passed");
    assertThat(refused.err())
        .endsWith("\ngraft: nothing was changed. --force moves counter all the same.\n");
    assertThat(refused.code()).isEqualTo(Exit.FAILED);
    assertThat(Files.readString(json)).isEqualTo(JSON);
    assertThat(Files.readString(yaml)).isEqualTo(YAML);

    CommandLineRun forced = change("java", json, yaml, "--force");
    assertThat(forced.err())
        .endsWith(
            "graft: FORCED: the results of counter on java may be others from now on, and nothing will tell.\n");
    assertThat(forced.err().split("nobody has proven", -1)).hasLength(2); // said once
    assertThat(forced.code()).isEqualTo(Exit.OK);
    assertThat(Files.readString(json))
        .isEqualTo(
            """
            {"version": "1", "name": "x", "nodes": [
              {"id": "in",  "type": "pass-through"},
              {"id": "n1",  "type": "counter",  "backend": "java"},
              {"id": "n2",  "type": "counter",  "backend": "java"}
            ]}
            """);
    assertThat(Files.readString(yaml)).isEqualTo(YAML.replace("cpython", "java"));
    assertThat(forced.out())
        .isEqualTo(
            "%s: node \"n1\" runs on java now\n%s: node \"n2\" runs on java now\n%s: node \"n\" runs on java now\n"
                .formatted(json, json, yaml));

    CommandLineRun back = change("cpython", json, yaml);
    assertThat(back.code()).isEqualTo(Exit.OK);
    assertThat(back.err()).isEmpty();
    assertThat(Files.readString(yaml)).isEqualTo(YAML);
    assertThat(change("cpython", yaml).out()).contains("node \"n\" ran on cpython already");
  }

  @Test
  void aNodeThatIsProvenMoves() throws IOException {
    Path json = write("x.json", JSON);
    matrix("5");
    pretendThatAThousandHavePassed();
    matrix("5");

    CommandLineRun dry = change("java", json, "--dry-run");
    assertThat(dry.err()).contains("Yes: counter can move from cpython to java.");
    assertThat(dry.out())
        .contains(
            """
            -  {"id": "n1",  "type": "counter",  "prefer": ["cpython"]},
            -  {"id": "n2",  "type": "counter"}
            +  {"id": "n1",  "type": "counter",  "backend": "java"},
            +  {"id": "n2",  "type": "counter",  "backend": "java"}
            """);
    assertThat(dry.code()).isEqualTo(Exit.OK);
    assertThat(Files.readString(json)).isEqualTo(JSON);

    CommandLineRun unseen =
        change("java", json, "--env", "prod", "--memory", folder.resolve("none").toString());
    assertThat(unseen.err())
        .contains("No: nobody has proven that counter can move from cpython to java in prod.");
    assertThat(unseen.err()).contains("  - In prod 0 of 3,000 items were compared");
    assertThat(unseen.code()).isEqualTo(Exit.FAILED);
    assertThat(Files.readString(json)).isEqualTo(JSON);

    CommandLineRun moved = change("java", json);
    assertThat(moved.err()).doesNotContain("FORCED");
    assertThat(moved.code()).isEqualTo(Exit.OK);
    assertThat(Files.readString(json))
        .contains("\"n1\",  \"type\": \"counter\",  \"backend\": \"java\"");
  }

  @Test
  void aPipelineThatWouldNotRunThereStays() throws IOException {
    String bounded =
        """
        {"version": "1", "name": "x", "nodes": [
          {"id": "n", "type": "counter", "backend": "cpython", "deadline_ms": 100}]}
        """;
    Path json = write("x.json", bounded);

    CommandLineRun run = change("java", json, "--force");

    assertThat(run.err())
        .contains("x.json:2:68: nodes[0].deadline_ms: Java code cannot be stopped");
    assertThat(run.code()).isEqualTo(Exit.REFUSED);
    assertThat(Files.readString(json)).isEqualTo(bounded);
  }

  @Test
  void mistakesAreTold() throws IOException {
    Path json = write("x.json", JSON);
    assertThat(CommandLineRun.of("switch", "counter", "--to", "jvm").err())
        .contains("--to: there is no backend \"jvm\"");
    CommandLineRun none =
        CommandLineRun.of("switch", "filter", "--to", "java", "--manifest", json.toString());
    assertThat(none.err()).contains("none of these pipelines has a node of the type \"filter\"");
    assertThat(none.code()).isEqualTo(Exit.REFUSED);
    assertThat(CommandLineRun.of("switch", "counter", "--to", "java").err())
        .contains("no pipeline of this folder has a node of the type \"counter\". Name one");
  }

  @Test
  void pipelinesOfAFolderAreFound() throws IOException {
    Path json = write("x.json", JSON);
    Path yaml = write("y.yml", YAML);
    write("package.json", "{\"name\": \"web\", \"version\": \"1\"}");
    write("broken.json", "{");
    write("notes.txt", "nodes");

    assertThat(PipelinesHere.in(folder)).containsExactly(json, yaml).inOrder();
  }

  private void matrix(String random) {
    CommandLineRun run =
        CommandLineRun.of(
            "matrix",
            "--node",
            "counter",
            "--random",
            random,
            "-o",
            folder.resolve("r").toString());
    assertThat(run.code()).isEqualTo(0);
  }

  /** They take minutes. The record says the five that there were, and keeps the larger count. */
  private void pretendThatAThousandHavePassed() throws IOException {
    Path record = folder.resolve("r/made-up.json");
    String few = Files.readString(record);
    String many = few.replaceAll("\"1\" : 5\\b", "\"1\" : 1000");
    assertThat(many).isNotEqualTo(few);
    Files.writeString(record, many);
  }

  private CommandLineRun change(String to, Object... filesAndOptions) {
    List<String> args = new ArrayList<>(List.of("switch", "counter", "--to", to));
    args.addAll(List.of("-o", folder.resolve("r").toString()));
    for (Object each : filesAndOptions) {
      if (each instanceof Path) {
        args.add("--manifest");
      }
      args.add(each.toString());
    }
    return CommandLineRun.of(args.toArray(String[]::new));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
