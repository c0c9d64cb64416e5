package dev.graft.bench.lines;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures runs over JSON Lines, in a JVM with a small heap. */
public final class LinesBench {
  private static final int QUICK = 1_000_000;
  private static final int FULL = 10_000_000;
  private static final int ROUNDS = 7;
  private static final String HEAP = "-Xmx128m";

  private LinesBench() {}

  /**
   * Measures.
   *
   * @param full ten million lines for each run instead of one
   * @param logs where what the JVM said goes
   */
  public static LinesSection run(boolean full, Path logs) throws IOException {
    return run(full ? FULL : QUICK, ROUNDS, logs);
  }

  /** The same, over so many lines, a multiple of ten thousand, so many times. */
  public static LinesSection run(int lines, int rounds, Path logs) throws IOException {
    Files.createDirectories(logs);
    System.err.println("lines");
    Path log = logs.resolve("lines.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                LinesProbe.class.getName(),
                Integer.toString(lines),
                Integer.toString(rounds))
            .redirectError(log.toFile())
            .start();
    List<Double> graft = new ArrayList<>();
    List<Double> hand = new ArrayList<>();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        String[] parts = line.split(" ", 2);
        (parts[0].equals("graft") ? graft : hand).add(Double.parseDouble(parts[1]) / lines);
      }
      if (process.waitFor() != 0) {
        throw new IOException("the JVM for \"lines\" failed, see " + log);
      }
    } catch (InterruptedException e) {
      process.destroy();
      throw new IOException("interrupted", e);
    }
    return new LinesSection(lines, HEAP, graft, hand);
  }
}
