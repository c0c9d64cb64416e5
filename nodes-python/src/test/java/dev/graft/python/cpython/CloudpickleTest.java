package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.graft.python.host.Nodes;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.value.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real cloudpickle, which Graft does not bring along: it is taken from a Python of this
 * machine, or from the folder that {@code graft.test.cloudpickle} names. Without one nothing is
 * run.
 */
@Timeout(120)
final class CloudpickleTest {
  private static final String MAKE =
      """
      import sys
      sys.path.insert(0, sys.argv[1])
      import graft

      def node():
          class Tally:
              def __init__(self, step=1):
                  self.step, self.total = step, 0
              def process(self, item):
                  self.total += item * self.step
                  return self.total
          return Tally

      Tally = node()
      open(sys.argv[2] + "/class.pkl", "wb").write(graft.pickled(Tally))
      open(sys.argv[2] + "/object.pkl", "wb").write(graft.pickled(Tally(10)))
      """;

  @TempDir static Path folder = Path.of("");
  private static boolean isThere;

  @BeforeAll
  static void makePayloads() throws Exception {
    Optional<Path> cloudpickle = cloudpickle();
    isThere = cloudpickle.isPresent();
    if (isThere) {
      VirtualEnvironment with = VirtualEnvironment.ofBundled(folder.resolve("with"));
      copy(cloudpickle.get(), with.sitePackages().resolve("cloudpickle"));
      VirtualEnvironment.ofBundled(folder.resolve("without"));
      makeIn(with);
    }
  }

  private static Optional<Path> cloudpickle() throws Exception {
    List<Path> candidates = new ArrayList<>();
    String named = System.getProperty("graft.test.cloudpickle");
    if (named != null) {
      candidates.add(Path.of(named));
    }
    InterpreterProbe probe =
        new InterpreterProbe(WorkerSources.in(Nodes.settings().cache()).folder());
    Optional<Path> onPath = InterpreterChoice.onPath(System.getenv().getOrDefault("PATH", ""));
    for (Path python :
        Stream.concat(onPath.stream(), Stream.of(Path.of("/usr/bin/python3"))).toList()) {
      try {
        Identity found = probe.ask(python, Map.of());
        if (found.modules().contains("cloudpickle")) {
          candidates.add(placeIn(found.executable()));
        }
      } catch (ProbeFailedException e) {
        // The next one may be newer.
      }
    }
    return candidates.stream()
        .filter(each -> Files.exists(each.resolve("cloudpickle.py")))
        .findFirst();
  }

  private static Path placeIn(Path python) throws Exception {
    return Path.of(
        output(
                new ProcessBuilder(
                    python.toString(),
                    "-I",
                    "-c",
                    "import cloudpickle; print(cloudpickle.__path__[0])"))
            .strip());
  }

  private static String output(ProcessBuilder builder) throws Exception {
    Process process = builder.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertWithMessage(text).that(process.waitFor()).isEqualTo(0);
    return text;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".py")).toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }

  private static void makeIn(VirtualEnvironment environment) throws Exception {
    Path program = environment.folder().resolve("bin/python");
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(),
            "-I",
            "-c",
            MAKE,
            WorkerSources.in(Nodes.settings().cache()).folder().toString(),
            folder.toString());
    builder.environment().putAll(BundledVariables.of(program, Nodes.settings().cache()));
    output(builder);
  }

  private static ManifestRun run(String environment, String payload, String params, List<?> items)
      throws Exception {
    return ManifestRun.of(
        folder,
        ("{'version':'1','name':'t','nodes':[{'id':'n','type':'%s','environment':'%s','params':{%s}}],"
                + "'python':{'nodes':[{'payload':'class.pkl','type':'tally'},{'payload':'object.pkl','type':'made'}],"
                + "'environments':{'with':{'venv':'with'},'without':{'venv':'without'}}}}")
            .formatted(payload, environment, params),
        items);
  }

  @Test
  void payloadsRunWhereCloudpickleIs() throws Exception {
    assumeTrue(isThere, "not run: there is no cloudpickle on this machine");
    assertThat(run("with", "tally", "'step':2", List.of(1L, 2L)).outputs())
        .containsExactly(2L, 6L)
        .inOrder();
    ManifestRun made = run("with", "made", "", List.of(1L, 2L));
    assertThat(made.outputs()).containsExactly(10L, 30L).inOrder();
    assertThat(made.implementations().getFirst())
        .matches("CPython 3\\.12\\.1 in with \\(cloudpickle.*\\)");
    ManifestException e =
        assertThrows(ManifestException.class, () -> run("without", "tally", "", List.of(1L)));
    assertThat(e.problems().getFirst().words())
        .isEqualTo(
            ("node \"n\": environment: needs cloudpickle, but environment \"without\", %s (CPython"
                    + " 3.12.1) does not have it. Install it there, or choose another environment.")
                .formatted(folder.resolve("without")));
  }

  @Test
  void theExecutorRunsWhereCloudpickleIs() throws Exception {
    assumeTrue(isThere, "not run: there is no cloudpickle on this machine");
    Bytes object = Bytes.copyOf(Files.readAllBytes(folder.resolve("object.pkl")));
    Map<String, Object> item =
        Map.of("serialized_object", object, "method_name", "process", "method_args", List.of(4L));
    ManifestRun run = run("with", "serialized-class-executor", "", List.of(item, item));
    for (Object output : run.outputs()) {
      Map<?, ?> map = (Map<?, ?>) Objects.requireNonNull(output);
      assertThat(map.get("result")).isEqualTo(40L);
      assertThat(map.get("updated_serialized_object")).isNotEqualTo(object);
    }
    Map<String, Object> wrong = Map.of("serialized_object", object, "method_name", "_process");
    RunFailedException e =
        assertThrows(
            RunFailedException.class,
            () -> run("with", "serialized-class-executor", "", List.of(wrong)));
    assertThat(e).hasMessageThat().endsWith("method_name: '_process' is private [INVALID]");
  }

  /** The Python suite has tests that the bundled CPython cannot run, for want of cloudpickle. */
  @Test
  void theTestsInPythonPass() throws Exception {
    assumeTrue(isThere, "not run: there is no cloudpickle on this machine");
    Path program = folder.resolve("with/bin/python");
    String tests = System.getProperty("graft.test.python", "src/test/python");
    ProcessBuilder builder =
        new ProcessBuilder(
            program.toString(),
            "-B",
            "-I",
            "-c",
            """
            import os, sys, unittest
            tests = sys.argv[1]
            sys.path[:0] = [os.path.join(tests, "..", "..", "main", "python"), tests]
            unittest.main(module=None, argv=["python", "test_executor", "test_pickles"])
            """,
            tests);
    builder.environment().putAll(BundledVariables.of(program, Nodes.settings().cache()));
    String text = output(builder);
    assertThat(text).containsMatch("Ran [1-9]\\d* tests");
    assertThat(text).doesNotContain("skipped");
  }
}
