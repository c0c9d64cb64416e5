package dev.graft.cli;

import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatResult;
import dev.graft.compat.run.CompatRun;
import dev.graft.compat.run.CompatUsageException;
import dev.graft.compat.run.ExitCode;
import dev.graft.compat.speed.SpeedOptions;
import dev.graft.compat.subject.NodeHost;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code graft matrix bench}: the matrix, and then how fast each node is beside CPython. */
@Command(
    name = "bench",
    description = {
      "Run the matrix, then take the time of the cases that every backend passes.",
      "Of one item, and beside CPython. Takes some seconds for each node; nothing else should run"
          + " meanwhile.",
      "Exit code: that of the matrix. Times decide nothing but with --gate."
    })
final class MatrixBenchCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

  @Mixin private MatrixOptions matrixOptions = new MatrixOptions();

  @Option(
      names = "--forks",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "So many times, each in new sessions (3 at least, which is the default). More make the"
              + " intervals narrower.")
  private int forks;

  @Option(
      names = "--gate",
      paramLabel = "GATE",
      description = {
        "performance: end with 6 if a node is slower beside CPython by half than in the runs",
        "before, and was so in the last run too. The runs before are in history.jsonl."
      })
  private Optional<SpeedGate> gate = Optional.empty();

  MatrixBenchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, ManifestException {
    try (GraftRuntime runtime = nodeOptions.runtime(BackendSettings.ofUser())) {
      CompatOptions options = matrixOptions.options();
      CompatResult result = run(options.withSearch(options.search().withReuse(true)), runtime);
      MatrixCommand.tell(terminal, result);
      return result.exitCode();
    } catch (CompatUsageException | RefusedException e) {
      nodeOptions.refuse(terminal, e);
      return ExitCode.USAGE;
    }
  }

  private CompatResult run(CompatOptions options, GraftRuntime runtime)
      throws CompatUsageException, RefusedException, IOException {
    SpeedOptions speed = speed();
    try (MatrixProgress _ = MatrixProgress.start(terminal, options.output())) {
      return CompatRun.timed(options, speed, NodeHost.of(runtime));
    }
  }

  private SpeedOptions speed() throws RefusedException {
    if (forks < SpeedOptions.FEWEST_FORKS) {
      throw new RefusedException(
          "--forks: of fewer than %d nobody can say how far they lie apart."
              .formatted(SpeedOptions.FEWEST_FORKS));
    }
    return SpeedOptions.DEFAULT.withForks(forks).withGate(gate.isPresent());
  }
}
