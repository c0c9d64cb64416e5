package dev.graft.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures how long Python takes to start, in JVMs of its own. */
final class StartBench {
  private static final int QUICK_ROUNDS = 5;
  private static final int FULL_ROUNDS = 15;
  private static final List<String> COMMON =
      List.of(
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /** How a JVM is started. */
  enum Mode {
    INTERPRETER("interpreter"),
    AOT_CACHE("interpreter, AOT cache"),
    OPTIMIZING("optimizing runtime");

    private final String title;

    Mode(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  private final Path logs;
  private final Path cache;

  private StartBench(Path logs) {
    this.logs = logs;
    this.cache = logs.resolve("start.aot");
  }

  /**
   * Measures.
   *
   * @param logs where what the JVMs said goes
   */
  static StartSection run(boolean full, Path logs) throws IOException {
    Files.createDirectories(logs);
    StartBench bench = new StartBench(logs);
    int rounds = full ? FULL_ROUNDS : QUICK_ROUNDS;
    System.err.println("start, AOT cache");
    List<String> training = new ArrayList<>(bench.flags(Mode.INTERPRETER));
    training.add("-XX:AOTCacheOutput=" + bench.cache);
    bench.probe(training, "first");
    Map<Mode, List<Double>> first = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Mode mode : Mode.values()) {
        System.err.println("start, first result, " + mode.title());
        first
            .computeIfAbsent(mode, m -> new ArrayList<>())
            .add(
                bench
                    .probe(bench.flags(mode), "first")
                    .getOrDefault("started", List.of())
                    .getFirst());
      }
    }
    Map<Mode, Map<String, List<Double>>> contexts = new LinkedHashMap<>();
    for (Mode mode : List.of(Mode.INTERPRETER, Mode.OPTIMIZING)) {
      System.err.println("start, contexts, " + mode.title());
      contexts.put(mode, bench.probe(bench.flags(mode), "contexts"));
    }
    List<Double> firstWorker = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      System.err.println("start, first result of a worker");
      firstWorker.add(
          bench
              .probe(bench.flags(Mode.INTERPRETER), "first-worker")
              .getOrDefault("started", List.of())
              .getFirst());
    }
    System.err.println("start, workers");
    Map<String, List<Double>> workers =
        new LinkedHashMap<>(bench.probe(bench.flags(Mode.INTERPRETER), "workers"));
    workers.put("first", firstWorker);
    System.err.println("start, a thousand contexts");
    List<String> small = new ArrayList<>(bench.flags(Mode.INTERPRETER));
    small.add("-Xmx1g");
    return new StartSection(first, contexts, bench.probe(small, "thousand"), workers);
  }

  private List<String> flags(Mode mode) throws IOException {
    List<String> flags = new ArrayList<>(COMMON);
    switch (mode) {
      case INTERPRETER -> flags.add("-XX:TieredStopAtLevel=1");
      case AOT_CACHE ->
          // "on" ends a JVM that cannot use the cache: a start that was not sped up is no sample.
          flags.addAll(
              List.of("-XX:TieredStopAtLevel=1", "-XX:AOTMode=on", "-XX:AOTCache=" + cache));
      case OPTIMIZING ->
          flags.addAll(
              List.of(
                  "-XX:+UnlockExperimentalVMOptions",
                  "-XX:+EnableJVMCI",
                  "--upgrade-module-path="
                      + Files.readString(Path.of("target", "launch", "compiler-path"))));
    }
    return flags;
  }

  /**
   * The samples by name; {@code started} is when the first line came, from the start of the JVM.
   */
  private Map<String, List<Double>> probe(List<String> flags, String what) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), StartProbe.class.getName(), what));
    Path log = logs.resolve("start-" + what + ".txt");
    Map<String, List<Double>> samples = new LinkedHashMap<>();
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split(" ", 2);
        if (parts.length == 2 && parts[1].matches("\\d+")) {
          if (samples.isEmpty()) {
            samples.put("started", List.of((double) (System.nanoTime() - begin)));
          }
          samples
              .computeIfAbsent(parts[0], name -> new ArrayList<>())
              .add(Double.valueOf(parts[1]));
        }
      }
      if (process.waitFor() != 0 || samples.isEmpty()) {
        throw new IOException("the JVM for \"" + what + "\" failed, see " + log);
      }
    } catch (InterruptedException e) {
      process.destroy();
      throw new IOException("interrupted", e);
    }
    return samples;
  }
}
