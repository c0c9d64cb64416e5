package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class NodesCommandTest {
  @Test
  void listsTheNodesAndWhereTheyRun() {
    CommandLineRun run = CommandLineRun.of("nodes");

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out()).containsMatch("(?m)^calculator +java graalpy cpython +Applies one");
    assertThat(run.out())
        .containsMatch("(?m)^double +java graalpy cpython +Doubles each number\\.$");
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
  void describesOneNode() {
    CommandLineRun run = CommandLineRun.of("describe", "filter");

    assertThat(run.code()).isEqualTo(0);
    assertThat(run.out())
        .contains("# filter\n\nKeeps the items whose number lies within the limits.");
    assertThat(run.out()).contains("| `min_value` | number or none | none |");
    assertThat(run.out()).contains("- backends: java, graalpy, cpython");
  }
}
