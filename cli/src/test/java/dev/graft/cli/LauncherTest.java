package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the launcher tells the JVM. It is copied beside jars with nothing in them, and a JDK that
 * only says how it was called.
 */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  private static final String JAR = "graft-cli-0.1.0-SNAPSHOT.jar";

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void lay() throws IOException {
    Files.copy(Path.of("..", "graft"), folder.resolve("graft"));
    Files.createDirectories(target().resolve("launch"));
    Files.writeString(target().resolve("launch/class-path"), "other.jar");
    Files.writeString(target().resolve("launch/compiler-path"), "compiler.jar");
    jar(JAR, 2);
    Files.createDirectories(folder.resolve("jdk/bin"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    Path java =
        Files.writeString(folder.resolve("jdk/bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void whatAReleaseLaysBesideTheJarIsNotTakenForIt() throws Exception {
    jar("graft-cli-0.1.0-SNAPSHOT-sources.jar", 3);
    jar("graft-cli-0.1.0-SNAPSHOT-javadoc.jar", 3);
    assertThat(classPath()).isEqualTo(target().resolve(JAR) + ":other.jar");
  }

  @Test
  void ofTwoVersionsItTakesTheOneThatWasBuiltLast() throws Exception {
    jar("graft-cli-0.0.9.jar", 1);
    assertThat(classPath()).isEqualTo(target().resolve(JAR) + ":other.jar");
    jar("graft-cli-0.0.9.jar", 3);
    assertThat(classPath()).isEqualTo(target().resolve("graft-cli-0.0.9.jar") + ":other.jar");
  }

  private Path target() {
    return folder.resolve("cli/target");
  }

  private void jar(String name, long day) throws IOException {
    Path jar = target().resolve(name);
    Files.writeString(jar, "");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(day * 86_400_000L));
  }

  private String classPath() throws Exception {
    List<String> flags = flags(Path.of("/dev/null"), "run", "--python-mode", "steady");
    return flags.get(flags.indexOf("-cp") + 1);
  }

  /** How the JVM is called for a command with this standard input. */
  private List<String> flags(Path input, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", folder.resolve("graft").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectInput(input.toFile()).redirectErrorStream(true);
    builder.environment().put("GRAFT_JAVA_HOME", folder.resolve("jdk").toString());
    Process process = builder.start();
    List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertWithMessage("%s", lines).that(process.waitFor()).isEqualTo(0);
    return lines;
  }
}
