package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodesCommandTest {
  @TempDir Path folder = Path.of("");

  @Test
  void listsTheNodesAndWhereTheyRun() {
    CommandLineRun run = CommandLineRun.of("nodes");

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out())
        .containsMatch("(?m)^calculator +1\\.0 +java graalpy cpython +Applies one");
    assertThat(run.out())
        .containsMatch("(?m)^double +1\\.0 +java graalpy cpython +Doubles each number\\.$");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void printsTheDescriptorsAsJson() throws JsonFormatException {
    List<?> nodes =
        (List<?>)
            Objects.requireNonNull(
                TypedJson.read(CommandLineRun.of("nodes", "--json").out(), "nodes"));

    assertThat(nodes.stream().map(node -> ((Map<?, ?>) node).get("id")))
        .containsExactly(
            "add",
            "add-ten",
            "add-value",
            "audio-buffer",
            "audio-format-converter",
            "audio-resampler",
            "audio-transform",
            "batcher",
            "buffer",
            "calculator",
            "chained-transform",
            "code-executor",
            "conditional-expander",
            "counter",
            "data-aggregator",
            "data-sink",
            "data-source",
            "double",
            "error-prone",
            "expander",
            "extract-audio-data",
            "filter",
            "format",
            "multiply",
            "pass-through",
            "qwen-omni",
            "range-generator",
            "repeat",
            "serialized-class-executor",
            "text-collector",
            "text-processor",
            "timestamp",
            "transform",
            "transform-and-expand",
            "transformers-pipeline",
            "ultravox",
            "validator",
            "voice-activity-detector",
            "whisper-transcription")
        .inOrder();
  }

  @Test
  void showsThePluginsOfAFolderAndWhatShouldNotBeUsed() throws IOException {
    Files.writeString(
        folder.resolve("old.py"),
        """
        import graft

        @graft.node(id="old-one", version="2.3", summary="Passes.", deprecated="It is slow.",
                    replaced_by="pass-through")
        class OldNode:
            def process(self, item: object) -> object:
                return item
        """);
    Files.createDirectories(folder.resolve("more"));
    Files.writeString(
        folder.resolve("more/plain.py"), "class PlainNode:\n    def process(self, x): return x\n");
    Files.writeString(folder.resolve("more/_helper.py"), "class NoNode:\n    pass\n");
    String plugins = folder.toString();

    CommandLineRun run = CommandLineRun.of("nodes", "--plugins", plugins);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsMatch(
            "(?m)^old-one +2\\.3 +graalpy cpython +\\(deprecated\\) It is slow\\."
                + " Use \"pass-through\" instead\\.$");
    assertThat(run.out()).containsMatch("(?m)^plain +\\S+ +graalpy cpython");
    assertThat(CommandLineRun.of("describe", "old-one", "--plugins", plugins).out())
        .contains("- deprecated: It is slow. Use \"pass-through\" instead.");
    assertThat(CommandLineRun.of("nodes", "--json", "--plugins", plugins).out())
        .contains("\"replaced_by\": \"pass-through\"");

    Path manifest = folder.resolve("m.json");
    Files.writeString(
        manifest,
        "{\"version\": \"1\", \"name\": \"x\",\n \"nodes\": [{\"id\": \"a\", \"type\": \"old-one\"}]}");
    CommandLineRun checked =
        CommandLineRun.of("validate", manifest.toString(), "--plugins", plugins);
    assertThat(checked.code()).isEqualTo(Exit.OK);
    assertThat(checked.err())
        .isEqualTo(
            "warning: %s:2:32: nodes[0].type: \"old-one\" is deprecated: It is slow. Use \"pass-through\" instead.\n"
                .formatted(manifest));
    assertThat(
            CommandLineRun.of("validate", "--json", manifest.toString(), "--plugins", plugins)
                .out())
        .contains("\"message\": \"\\\"old-one\\\" is deprecated: It is slow.");
  }

  @Test
  void describesOneNode() {
    CommandLineRun run = CommandLineRun.of("describe", "filter");

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out())
        .contains("# filter\n\nKeeps the items whose number lies within the limits.");
    assertThat(run.out()).contains("| `min_value` | number or none | none |");
    assertThat(run.out()).contains("- backends: java, graalpy, cpython");
  }
}
