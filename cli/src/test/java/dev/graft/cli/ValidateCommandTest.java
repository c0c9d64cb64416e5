package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.json.TypedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests are looked at without being run, and drawn. */
final class ValidateCommandTest {
  private static final String PAIRS =
      """
      {"version": "1", "name": "pairs",
       "nodes": [
         {"id": "both", "type": "counter", "fan_in": "zip"},
         {"id": "say \\"<hi>\\"", "type": "pass-through", "backend": "java"},
         {"id": "twice", "type": "double", "prefer": ["graalpy"], "parallelism": 2}],
       "connections": [
         {"from": "say \\"<hi>\\"", "to": "twice"},
         {"from": "say \\"<hi>\\"", "to": "both"},
         {"from": "twice", "to": "both"}]}
      """;

  @TempDir Path folder = Path.of("");

  private String write(String name, String manifest) throws IOException {
    return Files.writeString(folder.resolve(name), manifest).toString();
  }

  @Test
  void saysWhatIsGoodAndAllThatIsNot() throws IOException {
    String good = write("good.json", PAIRS);
    String bad =
        write(
            "bad.json",
            """
            {"version": "1", "name": "x", "nodes": [
              {"id": "a", "type": "countr"}, {"id": "b", "type": "filter", "params": {"min": 1}}]}
            """);
    CommandLineRun run = CommandLineRun.of("validate", good, bad, folder + "/none.json");

    assertThat(run.code()).isEqualTo(Exit.REFUSED);
    assertThat(run.out()).isEqualTo(good + ": good, 3 nodes\n");
    assertThat(run.err().lines().toList())
        .containsExactly(
            "graft: "
                + bad
                + ":2:23: nodes[0].type: there is no node type \"countr\". Did you mean \"counter\"?",
            "graft: "
                + bad
                + ":2:75: nodes[1].params.min: there is no such parameter. Known are: min_value, max_value, key.",
            "graft: " + folder + "/none.json: there is no such file. Give the path of a manifest.")
        .inOrder();
    assertThat(CommandLineRun.of("validate", good).code()).isEqualTo(Exit.OK);
  }

  @Test
  void aWrongKeyHidesNoWrongParameter() throws IOException {
    String bad =
        write(
            "bad.json",
            """
            {"version": "1", "name": "x", "on_eror": "skip", "nodes": [
              {"id": "a", "type": "filter", "params": {"min_value": "1"}},
              {"id": "b", "type": "buffer", "backnd": "java", "params": {"siez": 1}},
              {"id": "c", "type": "buffer", "parms": {"size": 1}},
              {"id": "d", "type": "buffr", "deadline_ms": "1"},
              {"id": "e", "typ": "filter", "params": {"min_value": "1"}}]}
            """);
    CommandLineRun run = CommandLineRun.of("validate", bad);

    assertThat(run.code()).isEqualTo(Exit.REFUSED);
    assertThat(run.err().replace("graft: " + bad, "").lines().toList())
        .containsExactly(
            ":1:31: on_eror: there is no such key. Did you mean \"on_error\"?",
            ":2:57: nodes[0].params.min_value: expected number, got str \"1\".",
            ":3:33: nodes[1].backnd: there is no such key. Did you mean \"backend\"?",
            ":3:62: nodes[1].params.siez: there is no such parameter. Did you mean \"size\"?",
            ":4:33: nodes[2].parms: there is no such key. Did you mean \"params\"?",
            ":5:47: nodes[3].deadline_ms: must be a whole number of milliseconds from 1 to"
                + " 2147483647, got str \"1\".",
            ":6:3: nodes[4].type: is required, give a text that is not empty.",
            ":6:15: nodes[4].typ: there is no such key. Did you mean \"type\"?")
        .inOrder();
    assertThat(CommandLineRun.of("run", bad).err()).isEqualTo(run.err());
  }

  @Test
  void whereTheNodesComeFromIsAskedFirst() throws IOException {
    String bad =
        write(
            "bad.json",
            """
            {"version": "1", "name": "x", "python": {"nods": ["a.py"]}, "nodes": [
              {"id": "a", "type": "filter", "params": {"min_value": "1"}}]}
            """);

    assertThat(CommandLineRun.of("validate", bad).err().lines().toList())
        .containsExactly(
            "graft: " + bad + ":1:42: python.nods: there is no such key. Did you mean \"nodes\"?");
  }

  @Test
  void tellsItToPrograms() throws Exception {
    String good = write("good.json", PAIRS);
    CommandLineRun run = CommandLineRun.of("validate", "--json", good, folder + "/none.json");
    List<?> files = (List<?>) Objects.requireNonNull(TypedJson.read(run.out(), "out"));

    assertThat(run.code()).isEqualTo(Exit.REFUSED);
    assertThat(run.err()).isEmpty();
    Map<?, ?> first = (Map<?, ?>) files.getFirst();
    assertThat(first.get("problems")).isEqualTo(List.of());
    assertThat(((List<?>) Objects.requireNonNull(first.get("nodes"))).getLast())
        .isEqualTo(Map.of("id", "both", "type", "counter", "backends", List.of("java", "graalpy")));
    assertThat((List<?>) ((Map<?, ?>) files.getLast()).get("problems")).hasSize(1);
  }

  @Test
  void tellsProgramsWhereAMistakeStands() throws Exception {
    String bad =
        write(
            "bad.json",
            """
            {"version": "1", "name": "x",
             "nodes": [{"id": "a", "type": "filter", "params": {"min_value": "1"}}]}
            """);
    CommandLineRun run = CommandLineRun.of("validate", "--json", bad);
    List<?> files = (List<?>) Objects.requireNonNull(TypedJson.read(run.out(), "out"));

    assertThat(((Map<?, ?>) files.getFirst()).get("problems"))
        .isEqualTo(
            List.of(
                Map.of(
                    "file",
                    bad,
                    "line",
                    2L,
                    "column",
                    66L,
                    "path",
                    "nodes[0].params.min_value",
                    "message",
                    "expected number, got str \"1\".")));
  }

  @Test
  void drawsAPipeline() throws IOException {
    CommandLineRun run = CommandLineRun.of("graph", write("pairs.json", PAIRS));

    assertThat(run.code()).isEqualTo(Exit.OK);
    assertThat(run.out())
        .isEqualTo(
            """
            flowchart LR
              n0["say #quot;#lt;hi>#quot;<br/>pass-through<br/>java"]:::java
              n1["twice<br/>double × 2<br/>graalpy"]:::graalpy
              n2["both<br/>counter<br/>java, else graalpy"]:::java
              input([input]) --> n0
              n0 --> n1
              n0 -->|"zip"| n2
              n1 -->|"zip"| n2
              n2 --> output([output])
              classDef java fill:#fde7c8,stroke:#b5651d,color:#222
              classDef graalpy fill:#d8ecd6,stroke:#2e7d32,color:#222
              classDef cpython fill:#d7e6f7,stroke:#1f5fa8,color:#222
            """);
  }
}
