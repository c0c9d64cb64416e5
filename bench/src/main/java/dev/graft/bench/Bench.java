package dev.graft.bench;

import dev.graft.bench.BenchOptions.Suite;
import dev.graft.bench.codec.CodecBench;
import dev.graft.bench.compile.CompileBench;
import dev.graft.bench.lines.LinesBench;
import dev.graft.bench.nodes.NodesBench;
import dev.graft.bench.report.Section;
import dev.graft.bench.shadow.ShadowBench;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the benchmarks and writes the report: {@code target/bench/results.md} and {@code .json}. */
public final class Bench {
  private static final Path FOLDER = Path.of("target", "bench");
  private static final Path LOGS = FOLDER.resolve("log");
  private static final int WRONG_USAGE = 64;

  private Bench() {}

  /** See {@link BenchOptions#USAGE}. Exit status 1 means that a benchmark failed. */
  public static void main(String[] arguments) throws IOException {
    BenchOptions options;
    try {
      options = BenchOptions.of(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + BenchOptions.usage());
      System.exit(WRONG_USAGE);
      return;
    }
    List<Section> sections = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (Suite suite : options.suites()) {
      try {
        sections.add(run(suite, options, failures));
      } catch (RunnerException e) {
        failures.add("%s: %s; see %s".formatted(suite, e.getMessage(), LOGS));
      }
    }
    Report report = new Report(Surroundings.of(options), sections);
    String table = report.markdown();
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve("results.md"), table);
    Files.writeString(FOLDER.resolve("results.json"), report.json() + "\n");
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(table);
    failures.forEach(failure -> System.err.println("FAILED: " + failure));
    System.exit(failures.isEmpty() ? 0 : 1);
  }

  private static Section run(Suite suite, BenchOptions options, List<String> failures)
      throws IOException, RunnerException {
    return switch (suite) {
      case GROUPS -> GroupsBench.run(options, LOGS, failures);
      case AUDIO -> AudioBench.run(options.full(), LOGS);
      case BRIDGE -> BridgeBench.run(options, LOGS);
      case CHAINS -> ChainsBench.run(options.full(), LOGS);
      case CODEC -> CodecBench.run(options.full(), LOGS);
      case NODES -> NodesBench.run(options.full(), LOGS);
      case PIPELINES -> PipelinesBench.run(options.full(), LOGS);
      case LINES -> LinesBench.run(options.full(), LOGS);
      case PEERS -> PeersBench.run(options.full(), LOGS);
      case START -> StartBench.run(options.full(), LOGS);
      case COMPILE -> CompileBench.run(options.full());
      case SHADOW -> ShadowBench.run(options.full());
    };
  }
}
