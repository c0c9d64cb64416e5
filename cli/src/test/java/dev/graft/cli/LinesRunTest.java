package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs over many lines, and over few that somebody waits for. */
@Timeout(600)
final class LinesRunTest {
  /** 300,000 in the ordinary build, ten million at night. */
  private static final int LINES = Integer.getInteger("graft.run.lines", 300_000);

  private static final int BLOCK = 1000;

  @TempDir Path folder = Path.of("");

  @Test
  void memoryDoesNotGrowWithTheInput() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < BLOCK; i++) {
      text.append("{\"id\":%d,\"name\":\"item %d\",\"tags\":[\"ä\",\"b\"]}\n".formatted(i, i));
    }
    byte[] block = text.toString().getBytes(StandardCharsets.UTF_8);
    Path output = folder.resolve("out.jsonl");
    long start = System.nanoTime();
    Process process =
        ForkedGraft.of(
                LINES > 1_000_000 ? "-Xmx128m" : "-Xmx64m",
                "run",
                pipeline(),
                "-o",
                output.toString())
            .redirectErrorStream(true)
            .start();
    CRC32 expected = new CRC32();
    try (OutputStream in = new BufferedOutputStream(process.getOutputStream())) {
      for (int i = 0; i < LINES / BLOCK; i++) {
        in.write(block);
        expected.update(block);
      }
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertWithMessage(said).that(ForkedGraft.end(process)).isEqualTo(0);
    assertThat(said).contains("three: %d items in, %d out".formatted(LINES, LINES));
    CRC32 written = new CRC32();
    try (var in = Files.newInputStream(output)) {
      byte[] part = new byte[1 << 16];
      for (int count = in.read(part); count > 0; count = in.read(part)) {
        written.update(part, 0, count);
      }
    }
    assertThat(written.getValue()).isEqualTo(expected.getValue());
    System.out.printf(
        "%,d lines, %,.0f a second with the start of the JVM%n",
        LINES, LINES / ((System.nanoTime() - start) / 1e9));
  }

  @Test
  void whoWaitsForAnOutputGetsItAtOnce() throws Exception {
    Process process = ForkedGraft.of("-Xmx64m", "run", pipeline()).start();
    try (BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (int i = 0; i < 200; i++) {
        in.write(i + "\n");
        in.flush();
        assertThat(out.readLine()).isEqualTo(Integer.toString(i));
      }
    }
    assertThat(ForkedGraft.end(process)).isEqualTo(0);
  }

  @Test
  void anOutputThatNobodyReadsEndsTheRun() throws Exception {
    Process process = ForkedGraft.of("-Xmx64m", "run", pipeline()).start();
    process.getInputStream().close();
    try (OutputStream in = process.getOutputStream()) {
      byte[] block = "1\n".repeat(BLOCK).getBytes(StandardCharsets.UTF_8);
      while (process.isAlive()) {
        in.write(block);
      }
    } catch (IOException e) {
      // it has ended, and reads no more
    }
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).isEmpty(); // as `head` and the like want it
    assertThat(ForkedGraft.end(process)).isEqualTo(141);
  }

  @Test
  void aFullDiskBehindStandardOutputIsAFailure() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")));
    Process process =
        ForkedGraft.of("-Xmx64m", "run", pipeline())
            .redirectOutput(Path.of("/dev/full").toFile())
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write("1\n".getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).isEqualTo("graft: the output cannot be written: No space left on device\n");
    assertThat(ForkedGraft.end(process)).isEqualTo(1);
  }

  @Test
  void aDashIsStandardInput() throws Exception {
    Process process = ForkedGraft.of("-Xmx64m", "run", pipeline(), "-q", "-i", "-").start();
    try (OutputStream in = process.getOutputStream()) {
      in.write("17\n".getBytes(StandardCharsets.UTF_8));
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(out).isEqualTo("17\n");
    assertThat(ForkedGraft.end(process)).isEqualTo(0);
  }

  private String pipeline() throws IOException {
    Path file = folder.resolve("three.json");
    Files.writeString(
        file,
        """
        {"version": "1", "name": "three", "nodes": [
          {"id": "a", "type": "pass-through", "backend": "java"},
          {"id": "b", "type": "pass-through", "backend": "java"},
          {"id": "c", "type": "pass-through", "backend": "java"}]}
        """);
    return file.toString();
  }
}
