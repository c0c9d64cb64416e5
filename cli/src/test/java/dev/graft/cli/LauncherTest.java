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
  private static final String COMPILES = "-XX:+EnableJVMCI";
  private static final String JAR = "graft-cli-0.1.0-SNAPSHOT.jar";

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void lay() throws IOException {
    Files.copy(Path.of("..", "graft"), folder.resolve("graft"));
    Files.createDirectories(target().resolve("launch"));
    Files.writeString(target().resolve("launch/class-path"), "other.jar");
    Files.writeString(target().resolve("launch/compiler-path"), "compiler.jar");
    jar(JAR, 2);
    Files.createDirectories(folder.resolve("bin"));
    Files.createDirectories(folder.resolve("jdk/bin"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
    executable("bin/mkdir", "exit 1"); // where it cannot make a cache it makes none
    executable("jdk/bin/java", "printf '%s\\n' \"$@\"");
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

  @Test
  void smallInputNeedsNoCompilerWhicheverWayItComes() throws Exception {
    Path small = Files.writeString(folder.resolve("small.txt"), "a\n");
    Path large = Files.writeString(folder.resolve("large.txt"), "a\n".repeat(600_000));
    Path nothing = Path.of("/dev/null");

    assertThat(flags(nothing, "run", "m.json", "-i", small.toString())).doesNotContain(COMPILES);
    assertThat(flags(small, "run", "m.json")).doesNotContain(COMPILES);
    assertThat(flags(small, "run", "m.json", "-i", "-")).doesNotContain(COMPILES);

    assertThat(flags(nothing, "run", "m.json", "-i", large.toString())).contains(COMPILES);
    assertThat(flags(large, "run", "m.json")).contains(COMPILES);
    assertThat(flags(large, "run", "m.json", "-i", "-")).contains(COMPILES);
    // what has no length, such as a pipe
    assertThat(flags(nothing, "run", "m.json")).contains(COMPILES);
    assertThat(flags(small, "run", "m.json", "--python-mode=steady")).contains(COMPILES);
  }

  private Path target() {
    return folder.resolve("cli/target");
  }

  private void jar(String name, long day) throws IOException {
    Path jar = target().resolve(name);
    Files.writeString(jar, "");
    Files.setLastModifiedTime(jar, FileTime.fromMillis(day * 86_400_000L));
  }

  private void executable(String name, String command) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + command + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
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
    builder.environment().merge("PATH", folder.resolve("bin") + ":", (path, ours) -> ours + path);
    Process process = builder.start();
    List<String> lines = process.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertWithMessage("%s", lines).that(process.waitFor()).isEqualTo(0);
    return lines;
  }
}
