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
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
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

  @Option(
      names = "--debug-port",
      paramLabel = "PORT",
      description = {
        "Wait for a debugger on this port of this machine, and let the case take its time. On java",
        "one that speaks JDWP, as every IDE does; on cpython `nc 127.0.0.1 PORT` is one (pdb)."
      })
  private Optional<Integer> debugPort = Optional.empty();

  MatrixReproCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws ManifestException, IOException {
    try (GraftRuntime runtime = nodeOptions.runtime(BackendSettings.ofUser())) {
      CompatOptions options = options();
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
      if (debugPort.isPresent()) {
        checkDebugger(played);
        if (played == BackendId.CPYTHON) {
          String program = PythonRepro.of(pythonNode(repro), repro.tried());
          return new PythonDebugger(terminal).run(cpython(runtime), program, debugPort.get());
        }
      }
      Reproduction found = repro.run(played, beside);
      ReproText.of(found).forEach(terminal::line);
      return found.result().unexpected() ? ExitCode.UNEXPECTED : ExitCode.OK;
    } catch (CompatUsageException | RefusedException e) {
      nodeOptions.refuse(terminal, e);
      return ExitCode.USAGE;
    } catch (UnwritableException e) {
      terminal.error(name + ": " + e.getMessage() + ".");
      return ExitCode.USAGE;
    }
  }

  /** Whoever looks at a case in a debugger must not be told that it takes too long. */
  private CompatOptions options() throws ManifestException {
    CompatOptions options = files.options().withRandom(0, seed);
    return debugPort.isPresent() ? options.withTimeout(Duration.ofDays(1)) : options;
  }

  /** The debugger of Java is part of the JVM, which ./graft starts with it. */
  private static void checkDebugger(BackendId played) throws RefusedException {
    switch (played) {
      case JAVA -> {
        boolean waits =
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.startsWith("-agentlib:jdwp"));
        if (!waits) {
          throw new RefusedException(
              "--debug-port: this JVM has no debugger. Start it by ./graft, or with"
                  + " -agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:PORT.");
        }
      }
      case GRAALPY ->
          throw new RefusedException(
              "--debug-port: GraalPy comes without a debugger here. The same Python runs under one"
                  + " with --backend cpython.");
      case CPYTHON -> {}
    }
  }

  private static BackendStatus cpython(GraftRuntime runtime) throws RefusedException {
    try {
      return runtime.backend(BackendId.CPYTHON).status();
    } catch (HostingRefusedException e) {
      throw new RefusedException("--debug-port: " + e.reason());
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
    return JunitRepro.of(repro.tried(), backends, options.selection().corpus(), seed);
  }
}
