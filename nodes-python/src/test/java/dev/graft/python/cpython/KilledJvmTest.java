package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A JVM that is killed leaves nobody behind who could clean up for it. */
@Timeout(60)
final class KilledJvmTest {
  @Test
  void noProcessOutlivesIt() throws Exception {
    Process jvm = start();
    List<Long> pids;
    try (BufferedReader lines = jvm.inputReader(StandardCharsets.UTF_8)) {
      String line = lines.readLine();
      assertWithMessage("what the JVM prints").that(line).isNotNull();
      pids = Arrays.stream(line.split(" ")).map(Long::valueOf).toList();
      assertThat(pids).hasSize(3);
      for (long pid : pids) {
        assertThat(WorkerPids.isAlive(pid)).isTrue();
      }
      WorkerPids.signal("STOP", pids.get(1)); // it cannot see that the JVM has gone
    } finally {
      jvm.destroyForcibly();
      jvm.waitFor(10, TimeUnit.SECONDS);
    }
    for (long pid : pids) {
      assertWithMessage("pid %s", pid).that(WorkerPids.ends(pid)).isTrue();
    }
  }

  private static Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Dgraft.test.cache=" + System.getProperty("graft.test.cache", "target/cache"));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), DoomedJvm.class.getName()));
    return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
  }
}
