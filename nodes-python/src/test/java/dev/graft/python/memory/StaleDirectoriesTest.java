package dev.graft.python.memory;

import static com.google.common.truth.Truth.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What JVMs leave behind, and who takes it away. */
final class StaleDirectoriesTest {
  @TempDir private Path parent;

  /** A JVM that shares memory and then waits. */
  public static final class Other {
    private Other() {}

    /** The parent directory, and how to end: {@code exit}, or anything else to wait. */
    public static void main(String[] arguments) throws Exception {
      SharedArrays arrays = SharedArrays.open(Path.of(arguments[0]), 1 << 20);
      Files.write(arrays.directory().resolve("w1-1"), new byte[9]);
      System.out.println(arrays.directory());
      System.out.flush();
      if (arguments[1].equals("exit")) {
        System.exit(0);
      }
      Thread.sleep(60_000);
    }
  }

  private record Started(Process process, Path directory) {}

  private Started start(String end) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                parent.toString(),
                end)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return new Started(process, Path.of(String.valueOf(out.readLine())));
  }

  @Test
  void theEndOfAJvmTakesItsDirectoryAway() throws Exception {
    Started other = start("exit");
    assertThat(other.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.exists(other.directory())).isFalse();
  }

  @Test
  void theNextStartSweepsWhatAKilledJvmLeftAndNothingOfALivingOne() throws Exception {
    Started other = start("wait");
    SharedArrays.open(parent, 1 << 20).close();
    assertThat(Files.exists(other.directory().resolve("w1-1"))).isTrue();
    other.process().destroyForcibly().waitFor();
    assertThat(Files.exists(other.directory().resolve("w1-1"))).isTrue();
    try (SharedArrays own = SharedArrays.open(parent, 1 << 20);
        SharedArrays more = SharedArrays.open(parent, 1 << 20)) {
      assertThat(Files.exists(other.directory())).isFalse();
      assertThat(Files.exists(own.directory())).isTrue();
      assertThat(Files.exists(more.directory())).isTrue();
    }
  }

  @Test
  void whatIsNotOursIsNotTouched() throws IOException {
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    Path precious = Files.writeString(elsewhere.resolve("precious"), "x");
    Files.createSymbolicLink(parent.resolve("graft-memory-1-1-link"), elsewhere);
    Path odd = Files.createDirectory(parent.resolve("graft-memory-odd"));
    Path file = Files.writeString(parent.resolve("graft-memory-2-2-file"), "x");
    Path unlocked = Files.createDirectory(parent.resolve("graft-memory-999999999-1-x"));
    SharedArrays.open(parent, 1 << 20).close();
    for (Path left : List.of(precious, odd, file)) {
      assertThat(Files.exists(left)).isTrue();
    }
    assertThat(Files.exists(unlocked)).isFalse();
  }
}
