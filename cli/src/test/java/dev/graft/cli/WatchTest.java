package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class WatchTest {
  private static final String NODE =
      """
      class AskNode:
          def process(self, item):
              return [item, %s]
      """;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  @TempDir Path folder = Path.of("");
  private Path node = Path.of("");
  private Path manifest = Path.of("");
  private Path input = Path.of("");
  private Path output = Path.of("");

  @BeforeEach
  void writeThePipeline() throws IOException {
    node = write("ask.py", NODE.formatted("1"));
    manifest =
        write(
            "m.json",
            """
            {"version": "1", "name": "watched", "python": {"nodes": ["ask.py"]},
             "nodes": [{"id": "a", "type": "ask", "backend": "cpython"}]}
            """);
    input = write("in.jsonl", "1\n");
    output = folder.resolve("out.jsonl");
  }

  @AfterEach
  void leave() {
    thread.shutdownNow(); // a test that failed must not wait for what watches
  }

  @Test
  void runsAgainWhenANodeTheInputOrTheManifestChanges() throws Exception {
    Future<Integer> code = watch();
    await(() -> isWritten("[1,1]"));

    Files.writeString(node, NODE.formatted("22"));
    await(() -> isWritten("[1,22]"));
    assertThat(said()).contains("ask.py has changed, running again.");

    Files.writeString(node, "class AskNode:\n  def process(self, item) return");
    await(() -> said().contains("SyntaxError"));
    Files.writeString(node, NODE.formatted("333"));
    await(() -> isWritten("[1,333]"));

    Files.writeString(input, "4\n");
    await(() -> isWritten("[4,333]"));

    Files.writeString(manifest, "{");
    await(() -> said().contains("m.json:1:"));
    assertThat(codeAfterInterrupt(code)).isEqualTo(0);
  }

  @Test
  void aRunThatGoesOnIsCancelled() throws Exception {
    Files.writeString(
        node,
        """
        import time

        class AskNode:
            def process(self, item):
                time.sleep(60)
        """);
    Future<Integer> code = watch();
    await(() -> Files.exists(output));
    Files.writeString(node, NODE.formatted("1"));
    await(() -> isWritten("[1,1]"));
    assertThat(codeAfterInterrupt(code)).isEqualTo(0);
  }

  @Test
  void whatItWritesItselfBesideANodeIsNoChange() throws Exception {
    Future<Integer> code = watch();
    await(() -> isWritten("[1,1]"));
    write("notes.txt", "not code");
    Thread.sleep(500); // it looks ten times a second
    assertThat(said()).doesNotContain("running again");

    write("helper.py", "# what a node imports lies beside it");
    await(() -> said().contains("helper.py has changed, running again."));
    assertThat(codeAfterInterrupt(code)).isEqualTo(0);
  }

  @Test
  void standardInputCannotBeReadAgain() throws Exception {
    Future<Integer> code =
        thread.submit(() -> Graft.run(terminal(), "run", manifest.toString(), "--watch"));
    assertThat(code.get(60, TimeUnit.SECONDS)).isEqualTo(2); // no change of a file could mend it
    assertThat(said())
        .isEqualTo(
            "graft: --watch: standard input cannot be read again. Name a file with --input.\n");
  }

  private Future<Integer> watch() {
    return thread.submit(
        () ->
            Graft.run(
                terminal(),
                "run",
                manifest.toString(),
                "-i",
                input.toString(),
                "-o",
                output.toString(),
                "--watch"));
  }

  private int codeAfterInterrupt(Future<Integer> code) throws Exception {
    thread.shutdownNow();
    return code.get(60, TimeUnit.SECONDS);
  }

  private Terminal terminal() {
    return new Terminal(
        new PrintStream(new ByteArrayOutputStream()),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private boolean isWritten(String line) {
    try {
      return Files.exists(output) && Files.readString(output).strip().equals(line);
    } catch (IOException e) {
      return false;
    }
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertWithMessage(said()).that(System.nanoTime()).isLessThan(end);
      Thread.sleep(20);
    }
  }
}
