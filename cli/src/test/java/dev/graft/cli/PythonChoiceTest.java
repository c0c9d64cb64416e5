package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Python a run uses, as far as its user and its manifest say. */
final class PythonChoiceTest {
  @TempDir Path folder = Path.of("");

  private CommandLineRun run(String node, String python, String... options) throws Exception {
    Path manifest = folder.resolve("m.json");
    Files.writeString(
        manifest,
        "{'version':'1','name':'t','nodes':[{'id':'n','type':'double'%s}],'python':{%s}}"
            .formatted(node, python)
            .replace('\'', '"'));
    Path input = Files.writeString(folder.resolve("in.jsonl"), "2\n");
    String[] arguments = new String[options.length + 4];
    System.arraycopy(options, 0, arguments, 4, options.length);
    arguments[0] = "run";
    arguments[1] = manifest.toString();
    arguments[2] = "-i";
    arguments[3] = input.toString();
    return CommandLineRun.of(arguments);
  }

  @Test
  void thePythonOfTheCommandLineIsForNodesWithoutAnother() throws Exception {
    Path none = folder.resolve("none");
    CommandLineRun run = run(",'backend':'cpython'", "", "--python", none.toString());
    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.err()).contains("cpython: " + none + " cannot be started");
  }

  @Test
  void whatIsWrongWithTheManifestsIsToldBeforeAnythingRuns() throws Exception {
    CommandLineRun run =
        run(
            ",'environment':'a'",
            "'environments':{'a':{'venv':'envs/a'},'b':{'interpreter':'python3'}},'interpreter':'py'",
            "--python",
            "/usr/bin/env");
    assertThat(run.code()).isEqualTo(Exit.REFUSED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("python.environments.a: there is no folder " + folder.resolve("envs/a") + ".");
    assertThat(run.err())
        .contains("python.environments.b: there is no file " + folder.resolve("python3") + ".");
    assertThat(run.err())
        .contains("python.interpreter: there is no file " + folder.resolve("py") + ".");
  }
}
