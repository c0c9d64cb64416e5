package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.runtime.json.TypedJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A node is played again whenever it is edited, and what differs first is shown. */
@Timeout(180)
final class WatchCommandTest {
  private static final String JAVA = "src/main/java/org/example/nodes/RunningTotalNode.java";
  private static final String PYTHON = "src/main/python/running_total.py";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  @TempDir Path folder = Path.of("");
  private Path project = Path.of("");

  @BeforeEach
  void makeAProject() {
    project = folder.resolve("nodes");
    assertThat(CommandLineRun.of("new", project.toString()).code()).isEqualTo(Exit.OK);
  }

  @AfterEach
  void leave() {
    thread.shutdownNow(); // a test that failed must not wait for what watches
  }

  @Test
  void oneLineSaysThatAllIsWell() {
    CommandLineRun run = once();
    assertThat(run.out())
        .matches("= running-total: \\d+ cases on java, cpython  \\d+\\.\\d\\d s\n");
    assertThat(run.code()).isEqualTo(Exit.OK);
  }

  @Test
  void theFirstDifferenceIsShown() throws Exception {
    edit(JAVA, "total = total.add(item);", "total = total.subtract(item);");
    CommandLineRun run = once("--random", "0");

    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.out().replaceAll("\\d+\\.\\d\\d s", "T s")).startsWith("✕ running-total: ");
    assertThat(run.out()).containsMatch("(?m)^step +does +cpython +java$");
    assertThat(run.out()).contains("First difference: step ");
    assertThat(run.out()).containsMatch("must be  \\d+");
    assertThat(run.out()).contains("Likely cause: ");
    assertThat(run.out()).contains("\nalso running-total/");
  }

  @Test
  void aParameterWithoutACaseIsToldBeforeTheBuildFails() throws Exception {
    Files.delete(project.resolve("src/test/cases/running-total.json"));
    edit(JAVA, "params = \"{\\\"start\\\": 10}\",", "");
    edit(JAVA, "{\"11\", \"13\"}", "{\"1\", \"3\"}");
    edit(
        PYTHON,
        "params={\"start\": 10}, items=[1, 2], outputs=[11, 13]",
        "items=[1, 2], outputs=[1, 3]");
    CommandLineRun run = once();

    assertThat(run.out())
        .contains(
            """
              its test will fail: no case and no example of the node running-total gives the parameter start. Add one to a case file, such as
                {"id": "start", "title": "…", "params": {"start": 0}, "steps": [{"in": …}], "expect": [{"out": …}]}
            """);
    assertThat(run.code()).isEqualTo(Exit.OK);
  }

  @Test
  void whatDoesNotCompileIsShownWithItsLine() throws Exception {
    edit(JAVA, "total = total.add(item);", "total = totl.add(item);");
    CommandLineRun run = once();

    assertThat(run.code()).isEqualTo(Exit.FAILED);
    assertThat(run.out()).startsWith("✕ running-total cannot be played  ");
    assertThat(run.out()).containsMatch("RunningTotalNode\\.java:\\d+: cannot find symbol");
    assertThat(run.out()).contains("      total = totl.add(item);\n              ^");

    edit(JAVA, "totl", "total");
    edit(PYTHON, "def process", "def proc ess");
    assertThat(once().out()).contains("running_total.py");
  }

  @Test
  void aProgramGetsALineOfJson() throws Exception {
    edit(JAVA, "total = total.add(item);", "total = total.subtract(item);");
    CommandLineRun run = once("--json");
    Map<?, ?> line = (Map<?, ?>) Objects.requireNonNull(TypedJson.read(run.out(), "out"));

    assertThat(line.get("node")).isEqualTo("running-total");
    assertThat(line.get("ok")).isEqualTo(false);
    Map<?, ?> first = (Map<?, ?>) Objects.requireNonNull(line.get("first"));
    assertThat(first.get("backend")).isEqualTo("java");
    assertThat(String.valueOf(first.get("signature"))).startsWith("DIFF/int/");
    assertThat(first.get("expected")).isNotEqualTo(first.get("actual"));
    assertThat(((Map<?, ?>) Objects.requireNonNull(line.get("backends"))).keySet())
        .containsExactly("java", "cpython");
  }

  @Test
  void editsAreSeen() throws Exception {
    Future<Integer> code = watch();
    await(() -> said().startsWith("= running-total: "));

    round("✕ running-total: ", JAVA, "total.add(item)", "total.add(item).add(item)");
    round("= running-total: ", JAVA, "total.add(item).add(item)", "total.add(item)");
    round("✕ running-total: ", PYTHON, "self.total += item", "self.total += item + 1");
    round("= running-total: ", PYTHON, "self.total += item + 1", "self.total += item");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("running_total.py has changed, running again.");

    // What nodes import is loaded anew as well, though it lies beside the node.
    Files.writeString(project.resolve("src/main/python/_steps.py"), "EXTRA = 0\n");
    round(
        "= running-total: ",
        PYTHON,
        "self.total += item",
        "from _steps import EXTRA\n        self.total += item + EXTRA");
    round("✕ running-total: ", "src/main/python/_steps.py", "EXTRA = 0", "EXTRA = 1");
    round("= running-total: ", "src/main/python/_steps.py", "EXTRA = 1", "EXTRA = 0");

    thread.shutdownNow();
    assertThat(code.get(60, TimeUnit.SECONDS)).isEqualTo(Exit.OK);
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("defect");
  }

  @Test
  void aFolderOfPythonNodesIsEnough() throws Exception {
    Path nodes = Files.createDirectories(folder.resolve("plain"));
    Files.writeString(
        nodes.resolve("echo.py"),
        "class EchoNode:\n    def process(self, item):\n        return item\n");
    CommandLineRun run =
        CommandLineRun.of(
            "watch", "echo", "--project", nodes.toString(), "--once", "--backend", "cpython");

    assertThat(run.out()).matches("= echo: 20 cases on cpython  \\d+\\.\\d\\d s\n");
    assertThat(run.code()).isEqualTo(Exit.OK);
  }

  @Test
  void mistakesAreTold() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    CommandLineRun nothing = CommandLineRun.of("watch", "x", "--project", empty.toString());
    assertThat(nothing.err())
        .isEqualTo(
            "graft: there is nothing to watch in %s: no src/main/java, no src/main/python, no Python file. Name a folder with --project, or Python nodes with --nodes.\n"
                .formatted(empty));
    assertThat(nothing.code()).isEqualTo(Exit.REFUSED);

    CommandLineRun other =
        CommandLineRun.of("watch", "running-totl", "--project", project.toString(), "--once");
    assertThat(other.out())
        .contains("there is no node \"running-totl\". Did you mean \"running-total\"?");
    assertThat(other.code()).isEqualTo(Exit.FAILED);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anInterruptEndsItAndLeavesNothing() throws Exception {
    Process process =
        ForkedGraft.of(
                "-Xmx512m",
                "watch",
                "running-total",
                "--project",
                project.toString(),
                "--backend",
                "java",
                "--backend",
                "cpython")
            .start();
    try (var lines = process.inputReader(StandardCharsets.UTF_8);
        var errors = process.errorReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).startsWith("= running-total: ");
      List<ProcessHandle> workers = process.descendants().toList();
      assertThat(workers).isNotEmpty();
      process.toHandle().destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(errors.readLine()).isNull();
      for (ProcessHandle worker : workers) {
        worker.onExit().get(10, TimeUnit.SECONDS);
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private CommandLineRun once(String... more) {
    List<String> args = new ArrayList<>(arguments());
    args.add("--once");
    args.addAll(List.of(more));
    return CommandLineRun.of(args.toArray(String[]::new));
  }

  private List<String> arguments() {
    return List.of(
        "watch",
        "running-total",
        "--project",
        project.toString(),
        "--backend",
        "java",
        "--backend",
        "cpython");
  }

  private Future<Integer> watch() {
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return thread.submit(() -> Graft.run(terminal, arguments().toArray(String[]::new)));
  }

  /** Edits a file, and waits for what is said then. */
  private void round(String expected, String file, String before, String after) throws Exception {
    out.reset();
    long begin = System.nanoTime();
    edit(file, before, after);
    await(() -> said().startsWith(expected));
    System.out.printf(
        "%s: shown after %d ms%n", file, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
  }

  private void edit(String file, String before, String after) throws IOException {
    Path path = project.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(before);
    Files.writeString(path, text.replace(before, after));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertWithMessage("%s%s", said(), err.toString(StandardCharsets.UTF_8))
          .that(System.nanoTime())
          .isLessThan(end);
      Thread.sleep(5);
    }
  }
}
