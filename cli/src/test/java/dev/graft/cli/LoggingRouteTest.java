package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A warning of Graft in a program that logs through SLF4J, and in one that does not. */
@Timeout(120)
final class LoggingRouteTest {
  private static final String WARNING =
      "node \"odd\": Odd says is_streaming, but its process is no asynchronous generator";

  @TempDir Path folder = Path.of("");

  @Test
  void withTheBridgeItGoesToSlf4j() throws Exception {
    Path jars = Path.of(System.getProperty("graft.test.logging", ""));
    String own = System.getProperty("java.class.path");
    assertThat(warned(Files.readString(jars).strip() + File.pathSeparator + own))
        .startsWith("[main] WARN dev.graft.runtime.run.RunState - " + WARNING);
  }

  @Test
  void withoutItItGoesToTheLoggingOfTheJdk() throws Exception {
    assertThat(warned(System.getProperty("java.class.path"))).startsWith("graft: " + WARNING);
  }

  /** The line of standard error that has the warning. */
  private String warned(String classPath) throws Exception {
    Files.writeString(
        folder.resolve("odd.py"),
        "class Odd:\n    is_streaming = True\n    def process(self, item):\n        return item\n");
    Path manifest = folder.resolve("m.json");
    Files.writeString(
        manifest,
        """
        {"version": "1", "name": "x", "python": {"nodes": ["odd.py"]},
         "nodes": [{"id": "odd", "type": "odd", "backend": "cpython"}]}
        """);
    Path input = folder.resolve("in.jsonl");
    Files.writeString(input, "1\n");
    Process process =
        ForkedGraft.withClassPath(
                classPath, "-Xmx512m", "run", manifest.toString(), "-i", input.toString())
            .start();
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(ForkedGraft.end(process)).isEqualTo(0);
    return said.lines().filter(line -> line.contains(WARNING)).findFirst().orElse(said);
  }
}
