package dev.graft.python.graalpy;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.permission.Grants;
import dev.graft.runtime.permission.PermissionReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the engine denies by itself. The contexts have nothing of Graft in them, so no Python door
 * stands before what is tried: whoever finds a way around those doors must get no further.
 */
final class SandboxTest {
  private static final Engine ENGINE = Engines.newEngine();

  @TempDir private Path folder;

  @AfterAll
  static void closeEngine() {
    ENGINE.close(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          threads       | import threading; t = threading.Thread(target=int); t.start(); t.join()
          subprocess    | import os; assert os.system('true') == 0
          network       | import socket; socket.create_server(('127.0.0.1', 0)).close()
          read:in       | open('in/secret').read()
          write:out     | open('out/file', 'w').write('x')
          env:PATH      | import os; os.environ['PATH']
          host:java.io.File | import java; java.type('java.io.File')('x').exists()
          """)
  void isDeniedUnlessGranted(String permission, String code) throws Exception {
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(Files.createDirectories(folder.resolve("in")).resolve("secret"), "s");
    PolyglotException denied =
        assertThrows(PolyglotException.class, () -> run(Grants.of(folder, List.of()), code));
    assertThat(denied.isSyntaxError()).isFalse();
    assertThat(Files.exists(folder.resolve("out/file"))).isFalse();
    run(Grants.of(folder, List.of(PermissionReader.read(permission, folder))), code);
  }

  private static void run(Grants grants, String code) throws Exception {
    try (Context context =
        new Sandbox(ENGINE, grants).newContext(OutputStream.nullOutputStream(), new Exchange())) {
      context.eval(Sandbox.PYTHON, code);
    }
  }
}
