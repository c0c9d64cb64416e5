package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example prints what one gets by reading the text in another way. */
final class FolkloreExampleTest {
  private static final Path EXAMPLE = Path.of("..", "examples", "folklore");
  private static final int LONG = 100;
  private static final Pattern EMPTY_LINE = Pattern.compile("\n\\s*\n");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  @TempDir Path folder = Path.of("");

  @Test
  void findsTheLongParagraphsOnGraalPyAndOnCPython() throws IOException, JsonFormatException {
    List<Object> expected = expected();
    String manifest = Files.readString(EXAMPLE.resolve("pipeline.json"));
    Path inWorker = folder.resolve("pipeline.json");
    Files.writeString(
        inWorker,
        manifest
            .replace("graalpy", "cpython")
            .replace("nodes/text.py", EXAMPLE.resolve("nodes/text.py").toRealPath().toString()));

    assertThat(expected.size()).isGreaterThan(5);
    assertThat(run(EXAMPLE.resolve("pipeline.json"))).isEqualTo(expected);
    assertThat(run(inWorker)).isEqualTo(expected);
  }

  private static List<Object> run(Path manifest) throws JsonFormatException {
    CommandLineRun run =
        CommandLineRun.of(
            "run", manifest.toString(), "-i", EXAMPLE.resolve("folklore.txt").toString());
    assertThat(run.err()).contains("folklore: 791 items in");
    assertThat(run.code()).isEqualTo(0);
    List<Object> outputs = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      outputs.add(Objects.requireNonNull(TypedJson.read(line, "out")));
    }
    return outputs;
  }

  private static List<Object> expected() throws IOException {
    List<Object> expected = new ArrayList<>();
    String text = Files.readString(EXAMPLE.resolve("folklore.txt"));
    for (String paragraph : EMPTY_LINE.splitAsStream(text).toList()) {
      List<String> words = SPACES.splitAsStream(paragraph.strip()).toList();
      if (words.size() >= LONG) {
        String longest = "";
        for (String word : words) {
          longest = word.length() > longest.length() ? word : longest;
        }
        expected.add(
            Map.of(
                "value",
                Map.of(
                    "words",
                    (long) words.size(),
                    "longest",
                    longest,
                    "begins",
                    String.join(" ", words.subList(0, 8))),
                "count",
                expected.size() + 1L));
      }
    }
    return expected;
  }
}
