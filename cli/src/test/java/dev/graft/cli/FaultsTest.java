package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets one clear message with its place and its cure, and no Java stack trace. */
final class FaultsTest {
  @TempDir Path folder = Path.of("");

  @Test
  void refusesACommandLineThatIsWrong() {
    expect(
        Exit.USAGE,
        "graft: there is no command \"rnu\". Did you mean \"run\"?\nSee `graft --help`.\n",
        "rnu",
        "p.json");
    expect(
        Exit.USAGE,
        "there is no command \"can-swich\". Did you mean \"can-switch\"?",
        "matrix",
        "can-swich");
    for (String asked : List.of("--help", "-h", "--version")) {
      expect(
          Exit.USAGE,
          "graft: there is no command \"shadow\". Of 14 the nearest are: ",
          "shadow",
          asked);
    }
    expect(Exit.USAGE, "there is no command \"limit\". Did you mean", "matrix", "limit", "--help");
    expect(Exit.USAGE, "there is no command \"shadow\".", "--help", "shadow");
    expect(Exit.USAGE, "Unknown option: '--x'", "--x");
    expect(Exit.USAGE, "Unknown option: '--x'", "--x", "--help");
    expect(Exit.USAGE, "Missing required parameter: 'MANIFEST'", "run");
    expect(Exit.USAGE, "Did you mean: --input?", "run", "x.json", "--inptu", "y");
  }

  @Test
  void refusesANodeThatIsNotThere() {
    expect(
        Exit.REFUSED,
        "graft: there is no node \"calclator\". Did you mean \"calculator\"?\n",
        "describe",
        "calclator");
  }

  @Test
  void refusesAManifestThatIsWrong() throws IOException {
    expect(
        Exit.REFUSED,
        "nothing.json: there is no such file. Give the path of a manifest.",
        "run",
        folder.resolve("nothing.json").toString());
    expectRun(Exit.REFUSED, "m.json:1:", "{\"version\" \"1\"}");
    expectRun(
        Exit.REFUSED,
        "m.json:1:53: nodes[0].type: there is no node type \"calculater\". Did you mean \"calculator\"?\n",
        chain("{'id':'a','type':'calculater'}"));
    expectRun(
        Exit.REFUSED,
        "m.json:1:76: nodes[0].params.operatoin: there is no such parameter. Did you mean \"operation\"?\n",
        chain("{'id':'a','type':'calculator','params':{'operatoin':'add','operand':'3'}}"));
    expectRun(
        Exit.REFUSED,
        "m.json:1:104: nodes[0].params.operand: expected number, got str \"3\".\n",
        chain("{'id':'a','type':'calculator','params':{'operatoin':'add','operand':'3'}}"));
    expectRun(
        Exit.REFUSED,
        "m.json:1:79: nodes[0].backend: type \"code-executor\" has no implementation for java. It runs on: graalpy,"
            + " cpython. If there is one in a jar of yours, name its folder in \"plugins\" or with --plugins.\n",
        chain("{'id':'a','type':'code-executor','backend':'java'}"));
    expectRun(
        Exit.REFUSED,
        "m.json:1:46: python.nodes[0]: there is no file or folder",
        "{'version':'1','name':'x','python':{'nodes':['own.py']},'nodes':[{'id':'a','type':'own'}]}"
            .replace('\'', '"'));
  }

  @Test
  void whatWasTakenForJsonByDefaultIsSaid() throws IOException {
    String advice =
        " It was read as JSON Lines, because its name says no format: --input-format text takes each line as a text.\n";
    String manifest = write("m.json", chain("{'id':'a','type':'counter'}")).toString();
    String line = "127.0.0.1 GET /\n";
    String log = write("access.log", line).toString();
    String lines = write("in.jsonl", line).toString();
    expect(Exit.FAILED, advice, "run", manifest, "-i", log);
    assertThat(CommandLineRun.of("run", manifest, "-i", lines).err()).doesNotContain(advice);
    assertThat(CommandLineRun.of("run", manifest, "-i", log, "--input-format", "jsonl").err())
        .doesNotContain(advice);
  }

  @Test
  void refusesFilesThatAreNotThere() throws IOException {
    Path manifest = write("m.json", chain("{'id':'a','type':'counter'}"));

    expect(
        Exit.REFUSED,
        "graft: --input: there is no file none.jsonl. Check the path.\n",
        "run",
        manifest.toString(),
        "-i",
        "none.jsonl");
    Path input = write("in.jsonl", "1\n");
    expect(
        Exit.REFUSED,
        "Check the path, or make it.\n",
        "run",
        manifest.toString(),
        "-i",
        input.toString(),
        "-o",
        folder.resolve("no/out.jsonl").toString());
  }

  @Test
  void saysWhereInputIsNoJson() throws IOException {
    Path manifest = write("m.json", chain("{'id':'a','type':'counter'}"));
    Path input = write("in.jsonl", "1\n\n{\"a\": oops}\n");

    CommandLineRun run = CommandLineRun.of("run", manifest.toString(), "-i", input.toString());

    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.err()).contains("in.jsonl:3:");
    assertThat(run.out()).isEqualTo("{\"value\":1,\"count\":1}\n");
  }

  @Test
  void saysWhichNodeFailedAtWhichItem() throws IOException {
    Path manifest =
        write("m.json", chain("{'id':'half','type':'calculator','params':{'operation':'divide'}}"));
    Path input = write("in.jsonl", "1\n");

    CommandLineRun run = CommandLineRun.of("run", manifest.toString(), "-i", input.toString());

    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.err()).startsWith("graft: node \"half\", step, item 0: ");
    assertThat(run.err()).contains("[ARITHMETIC]");
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(
            CommandLineRun.of("--debug", "run", manifest.toString(), "-i", input.toString()).err())
        .contains("\tat ");
  }

  @Test
  void showsThePythonTraceback() throws IOException {
    write(
        "own.py",
        """
        class PickyNode:
            def process(self, item):
                if item == 2:
                    raise ValueError("two is refused")
                return item
        """);
    Path manifest =
        write(
            "m.json",
            """
            {"version": "1", "name": "x", "python": {"nodes": ["own.py"]},
             "nodes": [{"id": "p", "type": "picky", "backend": "cpython"}]}
            """);
    Path input = write("in.jsonl", "1\n2\n3\n");

    CommandLineRun run = CommandLineRun.of("run", manifest.toString(), "-i", input.toString());

    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.out()).isEqualTo("1\n");
    assertThat(run.err())
        .startsWith("graft: node \"p\", step, item 1: ValueError: two is refused [INVALID]");
    assertThat(run.err()).contains("Traceback (most recent call last)");
    assertThat(run.err()).contains("raise ValueError(\"two is refused\")");
    assertThat(run.err()).doesNotContain("\tat ");
  }

  @Test
  void refusesToLoseATypeInOrdinaryJson() throws IOException {
    Path manifest = write("m.json", chain("{'id':'a','type':'pass-through'}"));
    Path input = write("in.jsonl", "{\"a\": {\"$tuple\": [1]}}\n");

    CommandLineRun run =
        CommandLineRun.of("run", manifest.toString(), "--plain", "-i", input.toString());

    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.err()).contains("ordinary JSON cannot hold a tuple");
  }

  private void expectRun(int code, String message, String manifest) throws IOException {
    expect(code, message, "run", write("m.json", manifest).toString());
  }

  private static void expect(int code, String message, String... args) {
    CommandLineRun run = CommandLineRun.of(args);
    assertThat(run.err()).contains(message);
    assertWithMessage("%s", run.err()).that(run.code()).isEqualTo(code);
    assertThat(run.err()).doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }

  private static String chain(String nodes) {
    return "{'version':'1','name':'x','nodes':[%s]}".formatted(nodes).replace('\'', '"');
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file;
  }
}
