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
        .containsAtLeast(
            "pass-through",
            "calculator",
            "buffer",
            "filter",
            "counter",
            "double",
            "add-ten",
            "format",
            "repeat");
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
