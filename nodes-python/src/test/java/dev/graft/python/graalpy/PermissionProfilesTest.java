package dev.graft.python.graalpy;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.python.host.Nodes;
import dev.graft.python.pool.PoolLimits;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import dev.graft.runtime.permission.Grants;
import dev.graft.runtime.permission.Permission;
import dev.graft.runtime.permission.PermissionException;
import dev.graft.runtime.permission.PermissionReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Nodes of different rights have nothing in common; what is denied is the node's own error. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PermissionProfilesTest {
  private static final String RUNS =
      """
      class Runs:
          def process(self, item):
              space = {}
              exec(item, space)
              return space.get("out", "done")
      """;

  private final GraalPyBackend backend = new GraalPyBackend(PoolLimits.keeping(2));
  private BackendSession session = backend.openSession();

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void openSession() {
    session.close();
    session = backend.openSession();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  @AfterAll
  void closeBackend() {
    backend.close();
  }

  @Test
  void nodesOfEqualGrantsShareAContextAndOthersDoNot() throws Exception {
    HostedNode first = node(grants("network", "env:HOME"));
    HostedNode second = node(grants("env:HOME", "network"));
    HostedNode third = node(grants("network"));
    HostedNode plain = node(Grants.NONE);
    HostedNode leaving = node(grants("native"));
    Nodes.process(first, "import sys; sys.left = 'here'");
    String look = "import sys; out = getattr(sys, 'left', 'nothing')";
    assertThat(Nodes.process(second, look)).containsExactly("here");
    assertThat(Nodes.process(third, look)).containsExactly("nothing");
    assertThat(Nodes.process(plain, look)).containsExactly("nothing");
    Nodes.process(plain, "import sys; sys.left = 'plain'");
    assertThat(Nodes.process(leaving, look)).containsExactly("plain");
    assertThat(session.join(List.of(first, second))).isPresent();
    assertThat(session.join(List.of(first, third))).isEmpty();
    assertThat(session.join(List.of(plain, third))).isEmpty();
  }

  @Test
  void whatANodePatchesNoNodeOfOtherRightsSees() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    HostedNode bad = node(Grants.NONE);
    HostedNode good = node(grants("read:" + folder));
    Nodes.process(
        bad,
        """
        import builtins, sys, graft.host, graft.sandbox, posix
        builtins.open = lambda *a: 1 / 0
        builtins.exec = lambda *a: 1 / 0
        graft.host.Host.step = lambda *a: 1 / 0
        posix.open = lambda *a: 1 / 0
        sys.modules.clear()
        """);
    assertThat(Nodes.process(good, "out = open(%s).read()".formatted(quoted(secret))))
        .containsExactly("secret");
    session.close();
    session = backend.openSession();
    assertThat(Nodes.process(node(Grants.NONE), "out = open.__name__")).containsExactly("open");
  }

  @Test
  void noNodeFindsTheSourceOfANodeOfOtherRights() throws Exception {
    Nodes.open(session, Nodes.of("KEY = 'hidden-key'\n" + RUNS), Map.of(), grants("network"));
    assertThat(
            Nodes.process(
                node(Grants.NONE),
                """
                import sys
                out = [n for n, m in list(sys.modules.items()) if hasattr(m, "KEY")]
                """))
        .containsExactly(List.of());
  }

  @Test
  void aDenialKeepsTheContextAndTellsTheGrant() throws Exception {
    HostedNode node = node(Grants.NONE);
    NodeFailure failure = failure(() -> Nodes.process(node, "open('/etc/passwd')"));
    assertThat(failure.type()).isEqualTo("PermissionError");
    assertThat(failure.kind()).isEqualTo(ErrorKind.IO);
    assertThat(failure.message())
        .isEqualTo(
            "[Errno 13] Permission denied: '/etc/passwd' (denied: reading /etc/passwd; grant it"
                + " with \"permissions\": [\"read:/etc\"])");
    assertThat(failure(() -> Nodes.process(node, "open('data/x', 'w')")).message())
        .endsWith("(denied: writing data/x; grant it with \"permissions\": [\"write:data\"])");
    assertThat(failure(() -> Nodes.process(node, "import os; os.stat('/a')")).message())
        .endsWith("(denied: reading /a; grant it with \"permissions\": [\"read:/a\"])");
    assertThat(failure(() -> Nodes.process(node, "import os; os.listdir('/a/b')")).message())
        .endsWith("(denied: listing /a/b; grant it with \"permissions\": [\"read:/a/b\"])");
    assertThat(failure(() -> Nodes.process(node, "import os; os.system('true')")).message())
        .isEqualTo(
            "[Errno 13] denied: other programs; grant it with \"permissions\": [\"subprocess\"]");
    assertThat(Nodes.process(node, "")).containsExactly("done");
  }

  @Test
  void aNodeCanCatchADenial() throws Exception {
    assertThat(
            Nodes.process(
                node(Grants.NONE),
                """
                import errno
                try:
                    open("/etc/passwd")
                except PermissionError as error:
                    out = [error.errno == errno.EACCES, error.filename]
                """))
        .containsExactly(List.of(true, "/etc/passwd"));
  }

  @Test
  void aDenialWhileLoadingIsTheNodesErrorAndNoReasonToGoElsewhere() throws Exception {
    for (String line :
        List.of("open('/etc/passwd')", "import java.lang.System", "from java.lang import System")) {
      NodeFailure failure =
          failure(() -> Nodes.open(session, Nodes.of(line + "\n" + RUNS), Map.of(), Grants.NONE));
      assertThat(failure.phase()).isEqualTo(Phase.LOAD);
      assertThat(failure.type()).isEqualTo("PermissionError");
    }
  }

  @Test
  void relativePathsStartInTheFolderOfTheManifest() throws Exception {
    Files.writeString(Files.createDirectories(folder.resolve("data")).resolve("x"), "found");
    HostedNode node = node(grants("read:data", "write:made"));
    assertThat(Nodes.process(node, "out = open('data/x').read()")).containsExactly("found");
    assertThat(Nodes.process(node, "import os; out = os.getcwd()"))
        .containsExactly(folder.toString());
    Nodes.process(node, "import os; os.mkdir('made'); open('made/y', 'w').close()");
    assertThat(Files.exists(folder.resolve("made/y"))).isTrue();
    assertThat(failure(() -> Nodes.process(node, "import os; os.rmdir('made')")).type())
        .isEqualTo("PermissionError");
    assertThat(failure(() -> Nodes.process(node, "import os; os.chdir('data')")).type())
        .isEqualTo("PermissionError");
  }

  @Test
  void aJavaObjectLeadsToNoOtherClass() throws Exception {
    HostedNode node = node(grants("host:java.time.Instant"));
    String now = "import java\nnow = java.type('java.time.Instant').now()\n";
    assertThat(Nodes.process(node, now + "out = now.getEpochSecond() > 0")).containsExactly(true);
    for (String escape :
        List.of(
            "now.getClass()",
            "now.getClass().forName('java.lang.System')",
            "getattr(java.type('java.time.Instant'), 'class').getClassLoader()",
            "getattr(java.type('java.time.Instant'), 'class').forName('java.lang.System')",
            "now.atZone(None)",
            "now.notify()")) {
      assertThat(failure(() -> Nodes.process(node, now + escape)).kind())
          .isNotEqualTo(ErrorKind.INTERNAL);
    }
    assertThat(failure(() -> Nodes.process(node, now + "java.type('java.io.File')")).message())
        .isEqualTo(
            "[Errno 13] denied: the Java class java.io.File; grant it with \"permissions\":"
                + " [\"host:java.io.File\"]");
  }

  @Test
  void aGrantedClassThatIsNotThereIsRefused() {
    HostingRefusedException e =
        assertThrows(HostingRefusedException.class, () -> node(grants("host:no.such.Type")));
    assertThat(e).hasMessageThat().contains("there is no class no.such.Type on the class path");
  }

  @Test
  void contextsOfGraftsOwnNodesAreUsedAgainByEqualGrantsOnly() throws Exception {
    for (int round = 0; round < 2; round++) {
      try (BackendSession one = backend.openSession()) {
        Nodes.open(one, Nodes.bundled("double"), Map.of(), grants("threads"));
      }
    }
    long before = backend.pool().status().created();
    try (BackendSession one = backend.openSession()) {
      Nodes.open(one, Nodes.bundled("double"), Map.of(), grants("threads"));
      assertThat(backend.pool().status().created()).isEqualTo(before);
      Nodes.open(one, Nodes.bundled("double"), Map.of(), grants("threads", "env:HOME"));
      assertThat(backend.pool().status().created()).isEqualTo(before + 1);
    }
    assertThat(backend.pool().status().idle()).isAtMost(2);
  }

  private HostedNode node(Grants grants) throws Exception {
    return Nodes.open(session, Nodes.of(RUNS), Map.of(), grants);
  }

  private Grants grants(String... texts) throws PermissionException {
    List<Permission> permissions = new ArrayList<>();
    for (String text : texts) {
      permissions.add(PermissionReader.read(text, folder));
    }
    return Grants.of(folder, permissions);
  }

  private static String quoted(Path path) {
    return "'" + path + "'";
  }

  private static NodeFailure failure(Executable call) {
    return assertThrows(NodeFailureException.class, call).failure();
  }
}
