package dev.graft.cli;

import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.runtime.json.TypedJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks real CPython, through a node of one class that a worker runs. */
final class PythonAnswers {
  private PythonAnswers() {}

  /**
   * What the class {@code AskNode} of a source answers to each question.
   *
   * @param folder for the files of the run
   */
  static List<@Nullable Object> of(
      Path folder, String source, List<? extends @Nullable Object> questions) throws Exception {
    Files.writeString(folder.resolve("ask.py"), source);
    Path manifest = folder.resolve("m.json");
    Files.writeString(
        manifest,
        """
        {"version": "1", "name": "x", "python": {"nodes": ["ask.py"]},
         "nodes": [{"id": "a", "type": "ask", "backend": "cpython"}]}
        """);
    Path input = folder.resolve("in.jsonl");
    Files.write(input, questions.stream().map(TypedJson::write).toList());
    CommandLineRun run = CommandLineRun.of("run", manifest.toString(), "-i", input.toString());
    assertWithMessage(run.err()).that(run.code()).isEqualTo(0);
    List<@Nullable Object> answers = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      answers.add(TypedJson.read(line, "answers"));
    }
    return answers;
  }
}
