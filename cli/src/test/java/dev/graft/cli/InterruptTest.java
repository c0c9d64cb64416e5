package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An interrupt in the middle of a run: it ends soon, says so by its exit code, and leaves no
 * process.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisabledOnOs(OS.WINDOWS)
final class InterruptTest {
  /**
   * How shells count the end by SIGTERM. Who is started in the background may not hear SIGINT; the
   * JVM does the same on both.
   */
  private static final int TERMINATED = 143;

  /** Generous, because a machine may be busy; what is printed is the time itself. */
  private static final long MOST_MILLIS = 1000;

  @TempDir Path folder = Path.of("");

  @Test
  @Tag("nightly") // it takes long to start without the compiler
  void endsARunOnGraalPyUnderLoad() throws Exception {
    endsARunUnderLoad("graalpy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "cpython"})
  void endsARunUnderLoad(String backend) throws Exception {
    Path manifest = manifest(backend);
    Process process = ForkedGraft.of("-Xmx512m", "run", manifest.toString()).start();
    Thread feeder = Thread.ofPlatform().start(() -> feed(process.getOutputStream()));
    Thread errors = Thread.ofPlatform().start(() -> drain(process.getErrorStream()));
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < 1000; i++) {
        assertThat(out.readLine()).isNotNull();
      }
      List<ProcessHandle> workers = process.descendants().toList();
      assertThat(workers.isEmpty()).isEqualTo(!backend.equals("cpython"));
      long start = System.nanoTime();
      process.toHandle().destroy(); // SIGTERM, and its streams stay open
      while (out.readLine() != null) {} // what was on its way
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      System.out.printf("interrupted a run on %s: it ended after %d ms%n", backend, millis);
      assertThat(process.exitValue()).isEqualTo(TERMINATED);
      assertThat(millis).isLessThan(MOST_MILLIS);
      for (ProcessHandle worker : workers) {
        worker.onExit().get(10, TimeUnit.SECONDS);
        assertWithMessage("%s", worker.info()).that(worker.isAlive()).isFalse();
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    feeder.join();
    errors.join();
  }

  /** As at a terminal where nobody types: what the run waits for never comes. */
  @ParameterizedTest
  @ValueSource(strings = {"java", "cpython"})
  void endsARunThatWaitsForItsInputAndTellsWhatWasDone(String backend) throws Exception {
    Path manifest = manifest(backend);
    Process process = ForkedGraft.of("-Xmx512m", "run", manifest.toString()).start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
      process.getOutputStream().write("1\n2\n3\n".getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      for (int i = 1; i <= 3; i++) {
        assertThat(out.readLine()).isEqualTo(Integer.toString(i));
      }
      long start = System.nanoTime();
      process.toHandle().destroy();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      System.out.printf("interrupted an idle run on %s: it ended after %d ms%n", backend, millis);
      assertThat(process.exitValue()).isEqualTo(TERMINATED);
      assertThat(millis).isLessThan(MOST_MILLIS);
      assertThat(errors.readLine()).startsWith("x: 3 items in, 3 out, ");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Test
  void anInterruptedMatrixSaysThatItsResultsAreKept() throws Exception {
    Path results = folder.resolve("out/results.jsonl");
    Process process =
        ForkedGraft.of(
                "-Xmx512m",
                "matrix",
                "--node",
                "calculator",
                "--backend",
                "java",
                "--random",
                "20000",
                "-o",
                folder.resolve("out").toString())
            .start();
    try (BufferedReader errors = process.errorReader(StandardCharsets.UTF_8)) {
      while (process.isAlive() && !(Files.exists(results) && Files.size(results) > 20_000)) {
        Thread.sleep(20);
      }
      process.toHandle().destroy();
      assertThat(errors.readLine())
          .matches("interrupted: [\\d,]+ results are kept; the same command goes on from there\\.");
      assertThat(process.waitFor()).isEqualTo(TERMINATED);
    } finally {
      process.destroyForcibly();
    }
  }

  private Path manifest(String backend) throws IOException {
    return Files.writeString(
        folder.resolve("m.json"),
        """
        {"version": "1", "name": "x", "nodes": [{"id": "a", "type": "pass-through", "backend": "%s"}]}
        """
            .formatted(backend));
  }

  private static void feed(OutputStream in) {
    try (in) {
      byte[] lines = "12345\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
      while (true) {
        in.write(lines);
      }
    } catch (IOException e) {
      return; // it has ended
    }
  }

  private static void drain(InputStream errors) {
    try (errors) {
      errors.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      return; // it has ended
    }
  }
}
