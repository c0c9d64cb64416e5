package dev.graft.cli;

import dev.graft.compat.report.JunitRepro;
import dev.graft.compat.report.PythonRepro;
import dev.graft.compat.report.ReproText;
import dev.graft.compat.report.Reproduction;
import dev.graft.compat.report.UnwritableException;
import dev.graft.compat.run.CaseRepro;
import dev.graft.compat.run.CompatOptions;
import dev.graft.compat.run.CompatUsageException;
import dev.graft.compat.run.ExitCode;
import dev.graft.compat.subject.NodeHost;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.GraftRuntime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graft matrix repro}: one case again, with all that is known of it. */
@Command(
    name = "repro",
    description = {
      "Play one case again: what went in, what came out, where it differs first, and why.",
      "Exit code 0: it passes, or differs as is known. 1: it differs."
    })
final class MatrixReproCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

  @Mixin private MatrixFiles files = new MatrixFiles();

  @Parameters(
      paramLabel = "CASE",
      description =
          "The case as reports name it: counter/restore-fresh, counter/random/7,"
              + " counter/hand-over/java/restore-fresh@2.")
  private String name = "";

  @Option(
      names = "--backend",
      paramLabel = "BACKEND",
      defaultValue = "java",
      description = "Where it is played (default java).")
  private String backend = "";

  @Option(
      names = "--against",
      paramLabel = "BACKEND",
      description = "What is shown beside it; cpython if absent.")
  private Optional<String> against = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "1",
      description = "The seed of a made-up case (default 1).")
  private long seed;

  @Option(names = "--python", description = "Print a Python program that does the same.")
  private boolean python;

  @Option(
      names = "--junit",
      description = "Print a JUnit test that fails as long as the case does.")
  private boolean junit;

  MatrixReproCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws ManifestException {
    try (GraftRuntime runtime = nodeOptions.runtime(BackendSettings.ofUser())) {
      CompatOptions options = files.options().withRandom(0, seed);
      CaseRepro repro = CaseRepro.of(NodeHost.of(runtime), options, name);
      BackendId played = MatrixBackends.of("--backend", backend);
      BackendId beside = beside(played);
      if (python) {
        terminal.out().print(PythonRepro.of(pythonNode(repro), repro.tried()));
        return ExitCode.OK;
      } else if (junit) {
        terminal.out().print(junit(repro, List.of(played, beside), options));
        return ExitCode.OK;
      }
      Reproduction found = repro.run(played, beside);
      ReproText.of(found).forEach(terminal::line);
      return found.result().unexpected() ? ExitCode.UNEXPECTED : ExitCode.OK;
    } catch (CompatUsageException | RefusedException e) {
      terminal.error(String.valueOf(e.getMessage()));
      return ExitCode.USAGE;
    } catch (UnwritableException e) {
      terminal.error(name + ": " + e.getMessage() + ".");
      return ExitCode.USAGE;
    }
  }

  /** CPython, unless that is what is played. */
  private BackendId beside(BackendId played) throws RefusedException {
    BackendId usual = played == BackendId.CPYTHON ? BackendId.GRAALPY : BackendId.CPYTHON;
    BackendId beside = against.isPresent() ? MatrixBackends.of("--against", against.get()) : usual;
    if (beside == played) {
      throw new RefusedException(
          "--against: %s is what is played; name another backend.".formatted(played));
    }
    return beside;
  }

  private static PythonNode pythonNode(CaseRepro repro) throws UnwritableException {
    return repro
        .entry()
        .python()
        .orElseThrow(() -> new UnwritableException("there is no Python node of that name"));
  }

  private String junit(CaseRepro repro, List<BackendId> backends, CompatOptions options)
      throws UnwritableException {
    if (repro.isHandOver()) {
      throw new UnwritableException("a hand-over is part of a run of the node, not a test alone");
    }
    return JunitRepro.of(repro.tried(), backends, options.corpus(), seed);
  }
}
