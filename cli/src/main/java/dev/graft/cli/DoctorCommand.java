package dev.graft.cli;

import dev.graft.cli.project.ProjectFile;
import dev.graft.render.JsonWriter;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.BackendStatus;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.project.ProjectFolder;
import dev.graft.runtime.project.Refusals;
import dev.graft.runtime.run.GraftRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code graft doctor}: what this machine can do. */
@Command(name = "doctor", description = "Say what works on this machine, and how to mend the rest.")
final class DoctorCommand implements Callable<Integer> {
  private static final long SECOND = 1_000_000_000;

  private final Terminal terminal;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description = "Look at this CPython instead of the bundled one.")
  private Optional<Path> python = Optional.empty();

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    BackendSettings user = BackendSettings.ofUser().withMemory(ProjectFolder.of(Path.of("")));
    BackendSettings settings = python.map(user::withInterpreter).orElse(user);
    try (GraftRuntime runtime = GraftRuntime.create(settings)) {
      List<BackendStatus> backends = new ArrayList<>();
      for (BackendId id : BackendId.values()) {
        BackendStatus status = looked(runtime, id);
        backends.add(status);
        if (!json) {
          print(status); // at once: the next one may take a while
        }
      }
      if (json) {
        terminal.out().print(JsonWriter.write(backends.stream().map(DoctorCommand::tree).toList()));
      } else {
        terminal.line("launcher");
        print(
            StartCache.fact(
                System.getProperty(StartCache.USED), System.getProperty(StartCache.MISSING)));
        terminal.line("cache      " + settings.cache());
        terminal.line("memory     " + settings.memory().orElseThrow());
        remembered(runtime.refusals()).forEach(this::print);
        Path file = Path.of(ProjectFile.NAME);
        terminal.line(
            "project    "
                + (Files.exists(file) ? file.toAbsolutePath() : "no " + file + " in this folder"));
        ProjectFacts.of(Path.of("")).forEach(this::print);
      }
      return backends.stream().allMatch(BackendStatus::available) ? Exit.OK : Exit.FAILED;
    }
  }

  /** Starts the backend, and meanwhile says so. */
  private BackendStatus looked(GraftRuntime runtime, BackendId id) {
    try (ProgressLine _ =
        ProgressLine.start(
            terminal,
            nanos -> "starting %s, %d s".formatted(id.text(), nanos / SECOND),
            terminal.errIsSeen())) {
      return status(runtime, id);
    }
  }

  private static BackendStatus status(GraftRuntime runtime, BackendId id) {
    try {
      return runtime.backend(id).status();
    } catch (HostingRefusedException e) {
      return new BackendStatus(id, false, e.reason(), List.of());
    }
  }

  /** Where runs of this project need not try again. */
  private static List<BackendStatus.Fact> remembered(Refusals refusals) {
    return refusals.all().stream()
        .map(
            refusal ->
                BackendStatus.Fact.poor(
                    refusal.symbol(),
                    "does not run on %s %s: %s (found %s)"
                        .formatted(
                            refusal.backend(),
                            refusal.release(),
                            refusal.reason(),
                            refusal.found()),
                    "delete " + refusals.path().orElseThrow() + " to have it tried again"))
        .toList();
  }

  private void print(BackendStatus status) {
    String mark = status.available() ? "ok  " : "NO  ";
    terminal.line("%-10s %s%s".formatted(status.backend().text(), mark, status.implementation()));
    status.facts().forEach(this::print);
  }

  private void print(BackendStatus.Fact fact) {
    terminal.line(
        "           %s%s: %s".formatted(fact.good() ? "    " : "!   ", fact.name(), fact.value()));
    if (!fact.advice().isEmpty()) {
      terminal.line("                 → " + fact.advice());
    }
  }

  private static Map<String, Object> tree(BackendStatus status) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("backend", status.backend().text());
    tree.put("available", status.available());
    tree.put("implementation", status.implementation());
    List<Map<String, Object>> facts = new ArrayList<>();
    for (BackendStatus.Fact fact : status.facts()) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("name", fact.name());
      item.put("good", fact.good());
      item.put("value", fact.value());
      item.put("advice", fact.advice());
      facts.add(item);
    }
    tree.put("facts", facts);
    return tree;
  }
}
