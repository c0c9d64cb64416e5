package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.json.TypedJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SummaryJsonTest {
  @TempDir Path folder = Path.of("");

  @Test
  void saysWhatWasDone() throws Exception {
    Map<?, ?> summary = summaryOf("1\n2\n", 0);
    assertThat(summary.get("result")).isEqualTo("done");
    assertThat(summary.get("failure")).isNull();
    assertThat(summary.get("items")).isEqualTo(2L);
    assertThat(summary.get("outputs")).isEqualTo(2L);
    Map<?, ?> node =
        (Map<?, ?>) ((List<?>) Objects.requireNonNull(summary.get("nodes"))).getFirst();
    assertThat(node.get("backend")).isEqualTo("java");
    assertThat(node.get("emitted")).isEqualTo(2L);
  }

  @Test
  void saysWhereTheTimeWent() throws Exception {
    Path file = folder.resolve("summary.json");
    assertThat(run("1\n2\n", file, "--profile").code()).isEqualTo(0);
    Map<?, ?> node = (Map<?, ?>) ((List<?>) at(at(read(file), "profile"), "nodes")).getFirst();
    assertThat(node.keySet())
        .containsExactly(
            "ids",
            "backend",
            "calls",
            "busy",
            "own",
            "conversion",
            "median",
            "p99",
            "starved",
            "held_up")
        .inOrder();
    assertThat(node.get("calls")).isEqualTo(2L);
    assertThat(node.get("own")).isEqualTo(List.of());
    assertThat(node.get("conversion")).isNull();
  }

  private static Object at(Object tree, String key) {
    return Objects.requireNonNull(((Map<?, ?>) tree).get(key));
  }

  private static Object read(Path file) throws Exception {
    return Objects.requireNonNull(TypedJson.read(Files.readString(file), "x"));
  }

  @Test
  void saysWhatWentWrong() throws Exception {
    Map<?, ?> summary = summaryOf("1\n0\n2\n", 1);
    assertThat(summary.get("result")).isEqualTo("failed");
    assertThat(summary.get("items")).isEqualTo(2L);
    assertThat(summary.get("outputs")).isEqualTo(1L);
    Map<?, ?> failure = (Map<?, ?>) Objects.requireNonNull(summary.get("failure"));
    assertThat(failure.get("node")).isEqualTo("over");
    assertThat(failure.get("kind")).isEqualTo("ARITHMETIC");
    assertThat(failure.get("item")).isEqualTo(1L);
  }

  @Test
  void saysAlsoThatTheOutputFailedAtItsEnd() throws Exception {
    Path file = folder.resolve("summary.json");
    run("1\n", file, "-o", "/dev/full");
    Map<?, ?> summary =
        (Map<?, ?>) Objects.requireNonNull(TypedJson.read(Files.readString(file), "x"));
    assertThat(summary.get("result")).isEqualTo("failed");
  }

  private Map<?, ?> summaryOf(String input, int code) throws Exception {
    Path file = folder.resolve("summary.json");
    assertThat(run(input, file).code()).isEqualTo(code);
    return (Map<?, ?>) Objects.requireNonNull(TypedJson.read(Files.readString(file), "x"));
  }

  private CommandLineRun run(String input, Path summary, String... options) throws Exception {
    Path manifest = folder.resolve("m.json");
    Files.writeString(
        manifest,
        """
        {"version": "1", "name": "x", "nodes": [{"id": "over", "type": "calculator", "backend": "java",
          "params": {"operation": "power", "operand": -1}}]}
        """);
    Path in = folder.resolve("in.jsonl");
    Files.writeString(in, input);
    String[] args = new String[6 + options.length];
    System.arraycopy(options, 0, args, 6, options.length);
    args[0] = "run";
    args[1] = manifest.toString();
    args[2] = "-i";
    args[3] = in.toString();
    args[4] = "--summary-json";
    args[5] = summary.toString();
    return CommandLineRun.of(args);
  }
}
