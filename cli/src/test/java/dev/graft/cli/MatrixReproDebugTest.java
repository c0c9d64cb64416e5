package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A case of the matrix under a debugger. */
final class MatrixReproDebugTest {
  @Test
  void pythonWaitsOnThePortAndDoesWhatItIsTold() throws Exception {
    int port = freePort();
    CompletableFuture<CommandLineRun> running =
        CompletableFuture.supplyAsync(
            () ->
                CommandLineRun.of(
                    "matrix",
                    "repro",
                    "counter/restore-fresh",
                    "--backend",
                    "cpython",
                    "--debug-port",
                    Integer.toString(port)));
    String said;
    try (Socket socket = connect(port)) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      said = until(socket.getInputStream(), "(Pdb) ");
      out.write("p 6 * 7\n".getBytes(StandardCharsets.UTF_8));
      said += until(socket.getInputStream(), "(Pdb) ");
      out.write("c\n".getBytes(StandardCharsets.UTF_8));
      CommandLineRun run = running.get(60, TimeUnit.SECONDS);

      assertWithMessage("%s", run.out() + run.err()).that(run.code()).isEqualTo(0);
      assertThat(run.out()).startsWith("waits on port %d: nc 127.0.0.1 %d".formatted(port, port));
      assertThat(run.out()).contains("  out {'value': 3, 'count': 3}");
    }
    assertThat(said).contains("42");
  }

  @Test
  void aJvmWithoutADebuggerSaysHowToGetOne() {
    CommandLineRun run =
        CommandLineRun.of("matrix", "repro", "counter/restore-fresh", "--debug-port", "5005");

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("--debug-port: this JVM has no debugger. Start it by ./graft");
  }

  @Test
  void graalPyHasNone() {
    CommandLineRun run =
        CommandLineRun.of(
            "matrix",
            "repro",
            "counter/restore-fresh",
            "--backend",
            "graalpy",
            "--debug-port",
            "5005");

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("--backend cpython");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Socket connect(int port) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (true) {
      try {
        return new Socket(InetAddress.getLoopbackAddress(), port);
      } catch (ConnectException e) {
        if (Instant.now().isAfter(end)) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  private static String until(InputStream in, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf(end) < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      text.append((char) next);
    }
    return text.toString();
  }
}
