package dev.graft.python.host;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.python.graalpy.GraalPyBackend;
import dev.graft.python.pool.Discard;
import dev.graft.python.pool.PoolLimits;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.permission.Grants;
import dev.graft.runtime.permission.Permission;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.ItemSource;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.run.RunFailedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Code that comes as data: who lets it run, what it can reach, and how it is ended. */
@Timeout(120)
final class CodeExecutorTest {
  private static final GraftRuntime RUNTIME = GraftRuntime.create(Nodes.settings());

  private static final String GRANTED = ",'permissions':['exec']";

  private final List<@Nullable Object> outputs = new ArrayList<>();
  @TempDir Path folder = Path.of("");

  @AfterAll
  static void closeRuntime() {
    RUNTIME.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void withoutTheGrantThePipelineIsRefused(BackendId backend) {
    ManifestException e =
        assertThrows(ManifestException.class, () -> run(node(backend, ""), code("result = 1")));
    assertThat(e)
        .hasMessageThat()
        .contains(
            "nodes[0].type: type \"code-executor\" needs \"exec\", which is not granted. Grant it"
                + " with \"permissions\": [\"exec\"].");
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void aLoopWithoutEndIsEndedByTheDeadlineAndTheNextItemIsServed(BackendId backend)
      throws Exception {
    run(
        node(backend, GRANTED + ",'deadline_ms':150,'on_error':'skip'"),
        code("result = 1"),
        code("while True: pass"),
        code("result = 3"));
    assertThat(outputs).containsExactly(result(1L), result(3L)).inOrder();
    outputs.clear();
    NodeFailure failure =
        failure(node(backend, GRANTED + ",'deadline_ms':150"), code("while True:\n    pass"));
    assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
    if (backend == BackendId.CPYTHON) { // where it was is known there to the line
      assertThat(failure.traceback().orElseThrow()).contains("File \"<code of the item>\", line");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void anExceptionShowsTheLineOfTheCode(BackendId backend) {
    NodeFailure failure = failure(node(backend, GRANTED), code("a = 0\nresult = 1 / a  # here"));
    assertThat(failure.kind()).isEqualTo(ErrorKind.ARITHMETIC);
    assertThat(failure.type()).isEqualTo("ZeroDivisionError");
    assertThat(failure.traceback().orElseThrow())
        .contains("File \"<code of the item>\", line 2, in <module>\n    result = 1 / a  # here");
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void codeMeetsNoOtherNode(BackendId backend) throws Exception {
    String counts = "try: sys.n += 1\\nexcept: sys.n = 1\\nresult = sys.n";
    String first =
        node(backend, GRANTED + ",'params':{'allowed_modules':['sys'],'code':'" + counts + "'}");
    String both = first + "," + first.replace("'id':'x'", "'id':'y'");
    run(both, Map.of("input", ""));
    assertThat(outputs).containsExactly(result(1L));
    outputs.clear();
    run(both.replace("'params'", "'isolated':false,'params'"), Map.of("input", ""));
    assertThat(outputs).containsExactly(result(backend == BackendId.GRAALPY ? 2L : 1L));
  }

  @Test
  void inTheSandboxCodeMayDoWhatElseWasGrantedAndNoMore() {
    String imports = ",'params':{'allowed_modules':['os']}";
    String lists = "result = len(os.listdir('%s'))".formatted(folder);
    NodeFailure failure =
        failure(node(BackendId.GRAALPY, imports + GRANTED), code("import os\n" + lists));
    assertThat(failure.type()).isEqualTo("PermissionError");
    assertThat(failure.message()).contains("grant it with \"permissions\": [\"read:");
  }

  @Test
  void aGrantOpensWhatItNamesToTheCode() throws Exception {
    run(
        node(
            BackendId.GRAALPY,
            ",'params':{'allowed_modules':['os']},'permissions':['exec','read:.']"),
        code("import os\nresult = os.listdir('.')"));
    assertThat(outputs).containsExactly(result(List.of()));
  }

  @Test
  void aContextThatRanSuchCodeIsNotUsedAgain() throws Exception {
    try (GraalPyBackend own = new GraalPyBackend(PoolLimits.keeping(4))) {
      Grants grants = Grants.of(folder, List.of(new Permission.Exec()));
      try (BackendSession session = own.openSession()) {
        Nodes.open(session, Nodes.bundled("code-executor"), Map.of(), grants);
        Nodes.open(session, Nodes.bundled("double"));
      }
      assertThat(own.pool().status().discarded()).containsExactly(Discard.USED, 1L);
      assertWithMessage("the other one").that(own.pool().status().idle()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GRAALPY", "CPYTHON"})
  void aModuleThatIsAllowedAndNotThereShowsWhenTheNodeIsOpened(BackendId backend) {
    RunFailedException e =
        assertThrows(
            RunFailedException.class,
            () ->
                run(
                    node(backend, ",'params':{'allowed_modules':['no_such']}" + GRANTED),
                    code("result = 1")));
    assertThat(e).hasMessageThat().contains(backend + ": missing package: no_such");
  }

  private static String node(BackendId backend, String more) {
    return "{'id':'x','type':'code-executor','backend':'%s'%s}".formatted(backend.text(), more);
  }

  private static Map<String, Object> code(String text) {
    return Map.of("code", text, "input", "");
  }

  private static Object result(Object value) {
    return Map.of("input", "", "result", value);
  }

  private NodeFailure failure(String nodes, Object item) {
    return assertThrows(RunFailedException.class, () -> run(nodes, item)).failure().orElseThrow();
  }

  private void run(String nodes, Object... items) throws Exception {
    String manifest = "{'version':'1','name':'x','nodes':[%s]}".formatted(nodes).replace('\'', '"');
    try (Pipeline pipeline =
        RUNTIME.open(RUNTIME.plan(ManifestReader.read(manifest, "m.json", folder)))) {
      pipeline.run(ItemSource.of(List.of(items).iterator()), outputs::add);
    }
  }
}
