package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.NodeSources;
import dev.graft.runtime.catalogue.PythonUnit;
import dev.graft.runtime.manifest.PythonSpec;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.served.ServedRecord;
import dev.graft.runtime.served.ServedRecords;
import dev.graft.runtime.shadow.ShadowRecord;
import dev.graft.runtime.shadow.ShadowRecords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What runs leave for the question whether a node may move, and what the question takes along. */
@Timeout(120)
final class EnvironmentTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aRunSaysWhereItIs() throws Exception {
    Path memory = Files.createDirectories(folder.resolve(".graft"));
    Path input = write("in.jsonl", "1\n2\n3\n");
    Path manifest =
        write(
            "m.json",
            """
            {"version": "1", "name": "orders", "nodes": [
              {"id": "a", "type": "counter", "backend": "cpython", "shadow": "java"},
              {"id": "b", "type": "pass-through", "prefer": ["java", "cpython"]}]}
            """);
    List<String> run = List.of("run", manifest.toString(), "-i", input.toString());
    assertThat(CommandLineRun.of(run.toArray(String[]::new)).code()).isEqualTo(0);
    assertThat(ServedRecords.in(memory)).isEmpty();
    assertThat(ShadowRecords.in(memory).getFirst().env()).isEqualTo(BackendSettings.LOCAL);

    List<String> named = new ArrayList<>(run);
    named.addAll(List.of("--env", "prod"));
    assertThat(CommandLineRun.of(named.toArray(String[]::new)).code()).isEqualTo(0);
    List<ServedRecord> served = ServedRecords.in(memory);
    assertThat(served.stream().map(ServedRecord::node).toList())
        .containsExactly("counter", "pass-through")
        .inOrder();
    assertThat(served.getFirst().backend()).isEqualTo(BackendId.CPYTHON);
    assertThat(served.getLast().isOnJavaAlone()).isTrue();
    assertThat(served.getLast().items()).isEqualTo(3);
    assertThat(served.getLast().env()).isEqualTo("prod");
    ShadowRecord shadow = ShadowRecords.in(memory).getLast();
    assertThat(shadow.env()).isEqualTo("prod");
    assertThat(shadow.compared()).isEqualTo(4);
    assertThat(shadow.candidate().backend()).isEqualTo(BackendId.JAVA);
  }

  @Test
  void theQuestionKnowsWhatThePipelinesSayOfPython() throws Exception {
    Path steps =
        write("steps.py", "class StepNode:\n    def process(self, item):\n        return item\n");
    Path lib = Files.createDirectories(folder.resolve("lib"));
    ManifestChange one = change("one.json", "\"old\": \"steps\"", ", \"roots\": [\"lib\"]");
    ManifestChange other = change("other.json", "", "");
    PythonSpec python = JoinedPython.of(List.of(one, other));
    try (GraftRuntime runtime =
        GraftRuntime.create(
            BackendSettings.ofUser(), new NodeSources(List.of(steps), List.of(), python))) {
      PythonUnit unit =
          runtime.catalogue().find("step").orElseThrow().python().orElseThrow().unit();
      assertThat(unit.roots()).contains(lib);
      assertThat(unit.aliases()).containsExactly("old", "steps");
    }

    ManifestChange third = change("third.json", "\"old\": \"others\"", "");
    assertThat(
            assertThrows(RefusedException.class, () -> JoinedPython.of(List.of(one, other, third))))
        .hasMessageThat()
        .isEqualTo(
            "the pipelines do not agree on python.aliases.old, so that the matrix cannot answer for all of them. Switch them one by one, with --manifest.");
  }

  private ManifestChange change(String name, String aliases, String more) throws Exception {
    Path file =
        write(
            name,
            """
            {"version": "1", "name": "x", "python": {"nodes": ["steps.py"], "aliases": {%s}%s},
             "nodes": [{"id": "n", "type": "step"}]}
            """
                .formatted(aliases, more));
    return ManifestChange.of(file, "step", BackendId.CPYTHON, true).orElseThrow();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
