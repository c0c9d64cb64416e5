package dev.graft.python.graalpy;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.python.host.Nodes;
import dev.graft.python.host.PythonBackendBehaviour;
import dev.graft.python.pool.Discard;
import dev.graft.python.pool.PoolLimits;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Hosting;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the GraalPy backend does besides what both do. */
final class GraalPyBackendTest extends PythonBackendBehaviour {
  GraalPyBackendTest() {
    super(new GraalPyBackend());
  }

  @Test
  void namesTheInterpreter() throws Exception {
    HostedNode node = Nodes.open(session(), Nodes.bundled("double"));
    assertThat(node.servedBy().implementation())
        .matches("GraalPy 25\\.0\\.3 \\((Interpreted|optimizing)\\)");
    assertThat(node.servedBy().process()).isEqualTo("in-process");
    BackendStatus status = backend.status();
    assertThat(status.facts().getFirst().name()).isEqualTo("optimizing runtime");
    assertThat(status.implementation()).isEqualTo(node.servedBy().implementation());
  }

  @Test
  void refusesNativePackages() throws Exception {
    assertThat(
            backend.hosts(
                Nodes.of(
                    """
                    import graft
                    @graft.node(id="n", version="1.0", summary="Sums.", packages=["torch", "json", "numpy>=1"])
                    class N:
                        def process(self, item: int) -> int:
                            return item
                    """)))
        .isEqualTo(new Hosting.Refused("missing: numpy, torch"));
    assertThat(backend.hosts(Nodes.bundled("serialized-class-executor")))
        .isEqualTo(new Hosting.Refused("cloudpickle pickles bytecode, which only CPython runs"));
  }

  @Test
  void theSandboxDeniesTheOutside() throws Exception {
    HostedNode node =
        node(
            """
            class Escape:
                def process(self, item):
                    try:
                        return ["got", str(eval(item))]
                    except BaseException as error:
                        return ["denied", type(error).__name__]
            """);
    for (String attempt :
        List.of(
            "open('/etc/passwd').read()",
            "open('graft-test', 'w')",
            "__import__('os').listdir('/')",
            "__import__('os').stat('/etc/passwd')",
            "__import__('os').mkdir('graft-test')",
            "__import__('os').remove('/etc/passwd')",
            "__import__('pathlib').Path('/etc/passwd').read_text()",
            "__import__('os').environ['PATH']",
            "__import__('os').system('true')",
            "__import__('os').popen('true')",
            "__import__('os').fork()",
            "__import__('os').kill(1, 0)",
            "__import__('subprocess').run(['true'])",
            "__import__('socket').socket()",
            "__import__('socket').create_connection(('127.0.0.1', 80))",
            "__import__('socket').getaddrinfo('localhost', 80)",
            "__import__('socket').gethostname()",
            "__import__('threading').Thread(target=print).start()",
            "__import__('_thread').start_new_thread(print, ())",
            "__import__('signal').alarm(1)",
            "__import__('ctypes').CDLL(None)",
            "__import__('java').type('java.lang.System').getenv()",
            "__import__('java').type('java.io.File')",
            "__import__('polyglot').eval(language='python', string='1')")) {
      assertWithMessage(attempt)
          .that(String.valueOf(Nodes.process(node, attempt).getFirst()))
          .startsWith("[denied,");
    }
    assertThat(Nodes.process(node, "__import__('os').getcwd()"))
        .containsExactly(List.of("got", "/"));
    assertThat(Nodes.process(node, "__import__('os').path.abspath('x')"))
        .containsExactly(List.of("got", "/x"));
  }

  @Test
  void theStandardLibraryIsThePythonsOwn() throws Exception {
    HostedNode node =
        node(
            """
            import json, os.path, sys
            class Library:
                def process(self, item):
                    if item:
                        json.loads(item)
                    home = sys.path[0]
                    files = [sys.modules[m].__file__ for m in ("json", "json.decoder")]
                    return [os.path.relpath(f, home) for f in files] + [json.__path__ == [home + "/json"]]
            """);
    assertThat(Nodes.process(node, ""))
        .containsExactly(List.of("json/__init__.py", "json/decoder.py", true));
    assertThat(failure(() -> Nodes.process(node, "[")).traceback().orElseThrow())
        .containsMatch(
            "File \"<python>/json/decoder.py\", line \\d+, in raw_decode\n    raise JSON");
  }

  @Test
  void graftItselfImportsNothingThatAContextHasToParse() throws Exception {
    HostedNode node =
        node(
            """
            import sys
            class Names:
                def process(self, item):
                    return [name for name in item if name in sys.modules]
            """);
    List<String> library =
        List.of("abc", "asyncio", "collections", "contextlib", "functools", "os", "re", "types");
    assertThat(Nodes.process(node, library)).containsExactly(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The group that comes again leaves nothing but to try all ways.
        "__import__('re').match(r'(a+a+)+\\1b', 'a' * 60 + 'c')",
        "','.join(str(i) for i in range(10**9))",
      })
  void builtInFunctionsThatLookUpAreInterrupted(String what) throws Exception {
    HostedNode node =
        Nodes.open(
            session(),
            Nodes.of("class E:\n    def process(self, item): return eval(item)\n"),
            Duration.ofMillis(100));
    assertThat(failure(() -> Nodes.process(node, what)).kind()).isEqualTo(ErrorKind.TIMEOUT);
    assertThat(Nodes.process(node, "6 * 7")).containsExactly(42L);
  }

  @Test
  void aBuiltInFunctionThatNeverLooksUpIsOverWhenItReturns() throws Exception {
    HostedNode node =
        Nodes.open(
            session(),
            Nodes.of(
                """
                class Sums:
                    def process(self, item):
                        return sum(range(item))
                """),
            Duration.ofMillis(100));
    NodeFailureException e =
        assertThrows(NodeFailureException.class, () -> Nodes.process(node, 40_000_000L));
    assertThat(e.failure().kind()).isEqualTo(ErrorKind.TIMEOUT);
  }

  @Test
  void anInterruptedContextIsCountedAndNeverHandedOutAgain() throws Exception {
    try (GraalPyBackend own = new GraalPyBackend(PoolLimits.keeping(4))) {
      try (BackendSession session = own.openSession()) {
        HostedNode bundled = Nodes.open(session, Nodes.bundled("double"));
        HostedNode node =
            Nodes.open(
                session,
                Nodes.of("class L:\n    def process(self, item):\n        while item: pass\n"),
                Duration.ofMillis(100));
        failure(() -> Nodes.process(node, 1L));
        assertThat(own.pool().status().interrupted()).isEqualTo(1);
        assertThat(Nodes.process(bundled, 2L)).containsExactly(4L);
      }
      assertThat(own.pool().status().discarded()).containsExactly(Discard.INTERRUPTED, 1L);
      assertThat(own.pool().status().interrupted()).isEqualTo(1);
      assertThat(own.pool().status().idle()).isEqualTo(1);
    }
  }

  @Test
  void hostFunctionsOfGraftGiveNothingAway() throws Exception {
    HostedNode node =
        node(
            """
            import sys
            class Look:
                def process(self, item):
                    found = [f.find for f in sys.meta_path if hasattr(f, "find")]
                    return [dir(f) for f in found]
            """);
    assertThat(String.valueOf(Nodes.process(node, 1L))).doesNotContain("getClass");
  }

  @Test
  void aNodeThatEndsItsInterpreterHarmsOnlyItsSession() throws Exception {
    try (BackendSession session = backend.openSession()) {
      HostedNode node =
          Nodes.open(
              session,
              Nodes.of(
                  """
                  import os
                  class Exit:
                      def process(self, item):
                          os._exit(4)
                  """));
      NodeFailure failure = failure(() -> Nodes.process(node, 1L));
      assertThat(failure.kind()).isEqualTo(ErrorKind.EXIT);
      assertThat(failure.message()).contains("status 4");
      assertThat(failure(() -> Nodes.process(node, 1L)).kind()).isEqualTo(ErrorKind.INTERNAL);
    }
    assertThat(Nodes.process(Nodes.open(session(), Nodes.bundled("double")), 1L))
        .containsExactly(2L);
  }

  @Test
  void aContextThatIsLostWhileOpeningIsReplaced() throws Exception {
    PythonNode node =
        Nodes.of("import os\nos._exit(5)\nclass L:\n    def process(self, x): return x\n");
    HostedNode before = Nodes.open(session(), Nodes.bundled("double"));
    assertThat(failure(() -> Nodes.open(session(), node)).kind()).isEqualTo(ErrorKind.EXIT);
    HostedNode after = Nodes.open(session(), Nodes.bundled("double"));
    assertThat(Nodes.process(after, 1L)).containsExactly(2L);
    assertThat(failure(() -> Nodes.process(before, 1L)).kind()).isEqualTo(ErrorKind.INTERNAL);
  }

  @Test
  void closingTheBackendEndsAHangingNode() throws Exception {
    GraalPyBackend own = new GraalPyBackend();
    BackendSession session = own.openSession();
    HostedNode node =
        Nodes.open(
            session,
            Nodes.of("class Hang:\n    def process(self, item):\n        while True: pass\n"));
    Thread closer =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Thread.sleep(300);
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                  own.close();
                });
    assertThat(failure(() -> Nodes.process(node, 1L)).message()).contains("cancelled");
    closer.join();
    session.close();
  }
}
