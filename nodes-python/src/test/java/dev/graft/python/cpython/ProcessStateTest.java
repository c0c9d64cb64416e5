package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What the system says of processes, in either way. */
final class ProcessStateTest {
  @Test
  void theFileOfLinuxTellsAStoppedProcess() throws Exception {
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/stat")));
    checkStopped(ProcessState::of);
  }

  @Test
  void psTellsAStoppedProcess() throws Exception {
    Assumptions.assumeTrue(hasPs());
    checkStopped(ProcessState::ofPs);
  }

  private static boolean hasPs() {
    return ProcessState.ofPs(ProcessHandle.current().pid()) != ProcessState.UNKNOWN;
  }

  private static void checkStopped(LongFunction<Character> look) throws Exception {
    Process process = new ProcessBuilder("sleep", "60").start();
    try {
      signal(process, "-STOP");
      await(look, process, true);
      signal(process, "-CONT");
      await(look, process, false);
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(look.apply(process.pid())).isEqualTo(ProcessState.UNKNOWN);
  }

  private static void signal(Process process, String signal)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
  }

  private static void await(LongFunction<Character> look, Process process, boolean stopped)
      throws InterruptedException {
    for (int i = 0;
        i < 500 && stopped != (look.apply(process.pid()) == ProcessState.STOPPED);
        i++) {
      Thread.sleep(10);
    }
    assertWithMessage("stopped")
        .that(look.apply(process.pid()) == ProcessState.STOPPED)
        .isEqualTo(stopped);
  }
}
