package dev.graft.cli;

import dev.graft.compat.run.CanSwitch;
import dev.graft.compat.run.CompatUsageException;
import dev.graft.compat.run.ExitCode;
import dev.graft.compat.run.OutdatedReportException;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graft matrix can-switch}: may a node leave CPython today? */
@Command(
    name = "can-switch",
    description = {
      "Say whether a node may move from CPython to another backend, and what decides it.",
      "Answers from the last report; if there is none, runs the node first.",
      "Exit code 0: yes. 1: no, or the report is older than the code."
    })
final class MatrixCanSwitchCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

  @Mixin private MatrixFiles files = new MatrixFiles();

  @Parameters(paramLabel = "NODE", description = "The catalogue id, for example calculator.")
  private String node = "";

  @Option(
      names = "--to",
      paramLabel = "BACKEND",
      defaultValue = "java",
      description = "Where to: java (default) or graalpy.")
  private String to = "";

  @Option(
      names = "--env",
      paramLabel = "NAME",
      description = "Ask whether its shadows in this environment have shown it, too.")
  private Optional<String> env = Optional.empty();

  MatrixCanSwitchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, ManifestException {
    try (GraftRuntime runtime = nodeOptions.runtime(BackendSettings.ofUser())) {
      CanSwitch.Answer answer =
          new SwitchQuestion(node, backend(), env).ask(terminal, runtime, files.options());
      answer.lines().forEach(terminal::line);
      nodeOptions.noteAbsent(terminal, String.join("\n", answer.lines()));
      return answer.safe() ? ExitCode.OK : ExitCode.UNEXPECTED;
    } catch (OutdatedReportException e) {
      terminal.error(e.getMessage() + nodeOptions.words() + files.words());
      return ExitCode.UNEXPECTED;
    } catch (CompatUsageException | RefusedException e) {
      nodeOptions.refuse(terminal, e);
      return ExitCode.USAGE;
    }
  }

  private BackendId backend() throws RefusedException {
    BackendId backend = MatrixBackends.of("--to", to);
    if (backend == BackendId.CPYTHON) {
      throw new RefusedException("--to: a node moves away from cpython, to java or graalpy.");
    }
    return backend;
  }
}
