package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.graft.python.host.Nodes;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.value.NdArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes that run in the environments of their manifest: one on a Python of this machine, one on the
 * bundled CPython, with different versions of one package.
 */
@Timeout(120)
final class EnvironmentsTest {
  private static final String NODES =
      """
      import os, sys
      from typing import Annotated
      import graft
      import sounds

      @graft.node(id="count", version="1.0", summary="Counts.", pure=True, state={"count": int}, packages=["sounds"])
      class Count:
          def __init__(self, once: Annotated[str, graft.Param(doc="A file that says that it was killed.")] = ""):
              self.count = 0
              self.once = once

          def process(self, item: object) -> object:
              if self.once and self.count == 2 and not os.path.exists(self.once):
                  open(self.once, "w").close()
                  os.kill(os.getpid(), 9)
              self.count += 1
              said = [sounds.VERSION, self.count, sys.prefix]
              return {"array": item["array"], "said": item.get("said", []) + [said]}

      class Where:
          def process(self, item):
              import ctypes  # whose library the bundled CPython finds by a variable
              return [sys.path, dict(os.environ), sys.flags.isolated]

      @graft.node(id="newer", version="1.0", summary="Needs more.", packages=["sounds>=2,<3", "no-such-package[x]"])
      class Newer:
          def process(self, item: object) -> object:
              return item
      """;

  @TempDir static Path folder = Path.of("");
  private static boolean hasSystemPython;

  @BeforeAll
  static void makeEnvironments() throws Exception {
    Files.writeString(folder.resolve("nodes.py"), NODES);
    VirtualEnvironment.ofBundled(folder.resolve("envs/new"))
        .with("sounds", "2.5", "VERSION = '2.5'\n");
    Optional<Path> system = VirtualEnvironment.systemPython();
    hasSystemPython = system.isPresent();
    if (hasSystemPython) {
      VirtualEnvironment.of(folder.resolve("envs/old"), system.get())
          .with("sounds", "1.0", "VERSION = '1.0'\n");
    }
  }

  private static final String PYTHON =
      "'python':{'nodes':['nodes.py'],'environments':{'new':{'venv':'envs/new'}}}";

  private static final String BOTH =
      "'python':{'nodes':['nodes.py'],'environments':{'new':{'venv':'envs/new'},"
          + "'old':{'interpreter':'envs/old/bin/python'}}}";

  private static String manifest(String python, String... nodes) {
    return "{'version':'1','name':'t','nodes':[%s],%s}".formatted(String.join(",", nodes), python);
  }

  private static List<String> problems(String manifest) {
    return assertThrows(ManifestException.class, () -> plan(manifest)).problems().stream()
        .map(Problem::words)
        .toList();
  }

  private static PipelinePlan plan(String manifest) throws ManifestException {
    try (GraftRuntime runtime = GraftRuntime.create(Nodes.settings())) {
      return runtime.plan(ManifestReader.read(manifest.replace('\'', '"'), "m.json", folder));
    }
  }

  private static Map<?, ?> dict(Object output) {
    return (Map<?, ?>) output;
  }

  @Test
  void eachNodeHasThePackagesOfItsOwn() throws Exception {
    assumeTrue(hasSystemPython, "no Python on this machine");
    double[] numbers = new double[20_000]; // enough to cross by reference
    numbers[19_999] = 4.5;
    ManifestRun run =
        ManifestRun.of(
            folder,
            manifest(
                BOTH,
                "{'id':'a','type':'count','environment':'old'}",
                "{'id':'b','type':'count','environment':'new','params':{'once':'%s'}}"
                    .formatted(folder.resolve("killed"))),
            List.of(
                Map.of("array", NdArray.of(numbers, 20_000)),
                Map.of("array", NdArray.of(numbers, 20_000)),
                Map.of("array", NdArray.of(numbers, 20_000))));
    String old = folder.resolve("envs/old").toRealPath().toString();
    String recent = folder.resolve("envs/new").toRealPath().toString();
    // The third item killed the worker of the second node: its state went on in another one.
    assertThat(Files.exists(folder.resolve("killed"))).isTrue();
    for (int i = 0; i < 3; i++) {
      Map<?, ?> output = dict(Objects.requireNonNull(run.outputs().get(i)));
      assertThat(output.get("said"))
          .isEqualTo(List.of(List.of("1.0", i + 1L, old), List.of("2.5", i + 1L, recent)));
      assertThat(((NdArray) Objects.requireNonNull(output.get("array"))).getDouble(19_999))
          .isEqualTo(4.5);
    }
    assertThat(run.implementations().get(0))
        .matches("CPython 3\\.\\d+\\.\\d+ in old \\(sounds 1\\.0\\)");
    assertThat(run.implementations().get(1)).isEqualTo("CPython 3.12.1 in new (sounds 2.5)");
    assertThat(run.summary().stages().get(1).losses().restarts()).isEqualTo(1);
  }

  @Test
  void nothingOfTheUsersIsSeenButThePackagesOfTheEnvironmentAre() throws Exception {
    ManifestRun run =
        ManifestRun.of(
            folder, manifest(PYTHON, "{'id':'a','type':'where','environment':'new'}"), List.of(1L));
    List<?> told = (List<?>) Objects.requireNonNull(run.outputs().getFirst());
    String path = String.valueOf(told.get(0));
    assertThat(path)
        .contains(folder.toRealPath().resolve("envs/new/lib/python3.12/site-packages").toString());
    assertThat(path).doesNotContain(System.getProperty("user.home") + "/.local");
    assertThat((List<?>) told.get(0)).containsNoneOf("", Path.of("").toAbsolutePath().toString());
    assertThat(dict(Objects.requireNonNull(told.get(1))).containsKey("HOME")).isFalse();
    assertThat(told.get(2)).isEqualTo(1L);
  }

  @Test
  void whatTheEnvironmentLacksIsKnownBeforeAnythingRuns() throws Exception {
    assumeTrue(hasSystemPython, "no Python on this machine");
    List<String> problems =
        problems(
            manifest(
                BOTH,
                "{'id':'a','type':'newer','environment':'old'}",
                "{'id':'b','type':'newer','environment':'new'}"));
    Path old = folder.resolve("envs/old/bin/python");
    Path recent = folder.resolve("envs/new");
    assertThat(problems).hasSize(3);
    assertThat(problems.get(0))
        .matches(
            ("node \"a\": environment: needs sounds>=2,<3, but environment \"old\", %s (CPython"
                    + " 3\\.\\d+\\.\\d+) has version 1\\.0\\. Install it there, or choose another"
                    + " environment\\.")
                .formatted(old)
                .replace("(CPython", "\\(CPython")
                .replace(") has", "\\) has"));
    assertThat(problems.get(1)).contains("needs no-such-package[x], but environment \"old\"");
    assertThat(problems.get(2))
        .isEqualTo(
            ("node \"b\": environment: needs no-such-package[x], but environment \"new\", %s"
                    + " (CPython 3.12.1) does not have it. Install it there, or choose another"
                    + " environment.")
                .formatted(recent));
  }

  @Test
  void whatWasNotDeclaredIsMissedWhenTheNodeIsOpened() throws Exception {
    VirtualEnvironment.ofBundled(folder.resolve("envs/empty"));
    RunFailedException e =
        assertThrows(
            RunFailedException.class,
            () ->
                ManifestRun.of(
                    folder,
                    manifest(
                        PYTHON.replace("envs/new", "envs/empty"),
                        "{'id':'a','type':'where','environment':'new'}"),
                    List.of(1L)));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            ("node \"a\" can run on no backend:\n  cpython: missing package: sounds (imported at"
                    + " %s:4); it runs in environment \"new\", %s (CPython 3.12.1)")
                .formatted(folder.resolve("nodes.py"), folder.resolve("envs/empty")));
  }

  @Test
  void anEnvironmentMeansAWorkerUnlessTheNodePrefersOtherwise() throws Exception {
    StagePlan alone =
        plan(manifest(PYTHON, "{'id':'a','type':'count','environment':'new'}")).stages().getFirst();
    assertThat(alone.candidates().stream().map(StagePlan.Candidate::backend))
        .containsExactly(BackendId.CPYTHON);
    StagePlan preferred =
        plan(manifest(
                PYTHON,
                "{'id':'a','type':'count','environment':'new','prefer':['graalpy','cpython']}"))
            .stages()
            .getFirst();
    assertThat(preferred.candidates().stream().map(StagePlan.Candidate::backend))
        .containsExactly(BackendId.GRAALPY, BackendId.CPYTHON)
        .inOrder();
    assertThat(preferred.environment().orElseThrow().name()).isEqualTo("new");
  }

  @Test
  void whatCouldNeverBeUsedIsRefused() {
    assertThat(
            problems(
                manifest(
                    PYTHON,
                    "{'id':'a','type':'count','environment':'new','backend':'graalpy'}",
                    "{'id':'b','type':'count','environment':'new','prefer':['graalpy']}",
                    "{'id':'c','type':'filter','environment':'new','backend':'java'}")))
        .containsExactly(
            "node \"a\": environment: \"new\" is a CPython, and this node insists on graalpy."
                + " Remove one of the two.",
            "node \"b\": environment: \"new\" is a CPython, and \"prefer\" leaves out cpython. Add"
                + " it, or remove one of the two.",
            "node \"c\": environment: \"new\" is a CPython, and this node insists on java. Remove"
                + " one of the two.")
        .inOrder();
  }

  @Test
  void mistakesOfAllKindsAreToldTogether() throws Exception {
    Files.createDirectories(folder.resolve("bare"));
    List<String> problems =
        problems(
            manifest(
                "'python':{'nodes':['none.py'],'environments':{'x':{'venv':'bare'},"
                    + "'y':{'interpreter':'none/python'}},'interpreter':'bare'}",
                "{'id':'a','type':'count','environment':'x'}"));
    assertThat(problems)
        .containsExactly(
            "python.nodes[0]: there is no file or folder %s. Paths start at the manifest's folder."
                .formatted(folder.resolve("none.py")),
            "python.environments.x: %s is no virtual environment: it has no pyvenv.cfg. Make it with `python3 -m venv`."
                .formatted(folder.resolve("bare")),
            "python.environments.y: there is no file %s. Name a program; relative paths start at the manifest's folder."
                .formatted(folder.resolve("none/python")),
            "python.interpreter: %s is a folder. Name the program in it."
                .formatted(folder.resolve("bare")))
        .inOrder();
  }
}
