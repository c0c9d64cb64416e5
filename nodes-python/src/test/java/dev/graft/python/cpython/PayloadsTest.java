package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.python.host.Nodes;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.hash.Sha256;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.RunFailedException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes that a manifest gives as pickles. The pickles here name what can be imported, so that they
 * need no cloudpickle; those of {@link CloudpickleTest} do.
 */
@Timeout(60)
final class PayloadsTest {
  /** A pickle of a class by name, in protocol 0. */
  private static final String ECHO = "cechoing\nEcho\n.";

  @TempDir Path folder = Path.of("");

  private static byte[] payload(String runtime, String body, String needs) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    out.writeBytes(
        "graft-pickle 1 {\"runtime\": \"%s\", \"python\": \"3.x\", \"sha256\": \"%s\", \"needs\": [%s]}\n"
            .formatted(runtime, Sha256.of(content), needs)
            .getBytes(StandardCharsets.UTF_8));
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static String manifest(String node, String environments) {
    return ("{'version':'1','name':'t','nodes':[{'id':'n','type':'echo'%s}],'python':{"
            + "'nodes':[{'payload':'echo.pkl','type':'echo'}]%s}}")
        .formatted(node, environments)
        .replace('\'', '"');
  }

  private StagePlan plan(String manifest) throws ManifestException {
    try (GraftRuntime runtime = GraftRuntime.create(Nodes.settings())) {
      return runtime.plan(ManifestReader.read(manifest, "m.json", folder)).stages().getFirst();
    }
  }

  private List<String> problems(String node) {
    return assertThrows(ManifestException.class, () -> plan(manifest(node, ""))).problems().stream()
        .map(Problem::words)
        .toList();
  }

  private void write(byte[] content) throws Exception {
    Files.write(folder.resolve("echo.pkl"), content);
    Files.writeString(
        folder.resolve("echoing.py"),
        """
        class Echo:
            def __init__(self, word="none"):
                self.word, self.count = word, 0
            def process(self, item):
                self.count += 1
                return [self.word, item, self.count]
        """);
  }

  @Test
  void runsInAWorkerOfItsRuntime() throws Exception {
    write(payload("cpython-312", ECHO, ""));
    ManifestRun run =
        ManifestRun.of(folder, manifest(",'params':{'word':'hi'}", ""), List.of("a", "b"));
    assertThat(run.outputs()).containsExactly(List.of("hi", "a", 1L), List.of("hi", "b", 2L));
    assertThat(run.implementations()).containsExactly("CPython 3.12.1");
    assertThat(run.summary().stages().getFirst().servedBy().codeHash())
        .isEqualTo(Sha256.of(Files.readAllBytes(folder.resolve("echo.pkl"))));
    assertThat(plan(manifest("", "")).candidates().stream().map(StagePlan.Candidate::backend))
        .containsExactly(BackendId.CPYTHON);
  }

  @Test
  void whatAnotherRuntimeMadeIsRefusedFromItsHeader() throws Exception {
    write(payload("cpython-310", "this is no pickle at all", ""));
    String file = folder.resolve("echo.pkl").toString();
    List<String> problems = problems("");
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst())
        .startsWith(
            "node \"n\": payload %s was made by cpython-310 (Python 3.x), but the usual Python, "
                .formatted(file));
    assertThat(problems.getFirst())
        .endsWith(
            " (CPython 3.12.1) is cpython-312: bytecode does not cross versions of Python. Choose"
                + " an environment of that version, or make the payload anew.");
    VirtualEnvironment.ofBundled(folder.resolve("env"));
    ManifestException e =
        assertThrows(
            ManifestException.class,
            () -> plan(manifest(",'environment':'e'", ",'environments':{'e':{'venv':'env'}}")));
    assertThat(e.problems().getFirst().words())
        .contains("but environment \"e\", %s (CPython 3.12.1) is".formatted(folder.resolve("env")));
  }

  @Test
  void whatItNeedsIsLookedUp() throws Exception {
    write(payload("cpython-312", ECHO, "\"cloudpickle\""));
    List<String> problems = problems("");
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst()).contains("needs cloudpickle, but the usual Python, ");
  }

  @Test
  void whatIsNoPayloadIsRefused() throws Exception {
    Path file = folder.resolve("echo.pkl");
    assertThat(problems("").getFirst())
        .isEqualTo(
            "python.nodes[0]: there is no payload %s. Paths start at the manifest's folder."
                .formatted(file));
    write(ECHO.getBytes(StandardCharsets.UTF_8));
    assertThat(problems(""))
        .containsExactly(
            ("python.nodes[0]: payload %s has no header, so nobody knows which Python made it. Write"
                    + " it with graft.pickled(…).")
                .formatted(file));
    byte[] whole = payload("cpython-312", ECHO, "");
    whole[whole.length - 2]++;
    write(whole);
    assertThat(problems(""))
        .containsExactly(
            ("python.nodes[0]: payload %s is damaged: its content has another SHA-256 than its header"
                    + " says. Copy it again.")
                .formatted(file));
    write("graft-pickle 1 {".getBytes(StandardCharsets.UTF_8));
    assertThat(problems("").getFirst()).contains("is damaged: its header is not readable.");
    write("graft-pickle 1 {}\n".getBytes(StandardCharsets.UTF_8));
    assertThat(problems("").getFirst()).contains("is damaged: its header is not readable.");
  }

  @Test
  void noOtherBackendIsAsked() throws Exception {
    write(payload("cpython-312", ECHO, ""));
    for (String other : List.of(",'backend':'graalpy'", ",'prefer':['cpython','java']")) {
      assertThat(problems(other))
          .containsExactly(
              "node \"n\": is the payload %s, which runs on cpython only, not on %s. Name \"cpython\", or nothing."
                  .formatted(
                      folder.resolve("echo.pkl"), other.contains("java") ? "java" : "graalpy"));
    }
  }

  @Test
  void whatChangesAfterItWasPlannedIsNotLoaded() throws Exception {
    write(payload("cpython-312", ECHO, ""));
    try (GraftRuntime runtime = GraftRuntime.create(Nodes.settings())) {
      var plan = runtime.plan(ManifestReader.read(manifest("", ""), "m.json", folder));
      write(payload("cpython-312", "cos\nabort\n.", ""));
      RunFailedException e = assertThrows(RunFailedException.class, () -> runtime.open(plan));
      assertThat(e).hasMessageThat().contains("is another file than when the run was planned");
    }
  }
}
