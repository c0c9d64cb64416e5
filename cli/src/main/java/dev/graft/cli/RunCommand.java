package dev.graft.cli;

import dev.graft.cli.project.ProjectFile;
import dev.graft.render.JsonWriter;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.manifest.PythonSpec;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.project.ProjectFolder;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.InputException;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.runtime.run.RunOptions;
import dev.graft.runtime.run.RunSummary;
import dev.graft.runtime.write.ItemWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graft run}: runs a pipeline over a stream of items. */
@Command(
    name = "run",
    description = {
      "Run a pipeline.",
      "Items are read and written as JSON Lines, one value in each line. Values that ordinary JSON"
          + " would change carry a tag, such as {\"$f\":\"1.0\"} for the float 1.0."
    })
final class RunCommand implements Callable<Integer> {
  /** So many bytes the launcher takes for little, too. */
  private static final long SHORT = 1 << 20;

  /** Whoever waits so long for what comes does not mind how it starts. */
  private static final long LONG_NANOS = 20_000_000_000L;

  private final Terminal terminal;

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

  @Parameters(paramLabel = "MANIFEST", description = "The pipeline, a JSON or YAML file.")
  private Path manifest = Path.of("");

  @Mixin private RunInput input = new RunInput();

  @Mixin private RunOutput output = new RunOutput();

  @Mixin private RunCsv csv = new RunCsv();

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description = "Use this CPython instead of the bundled one, unless the manifest names one.")
  private Optional<Path> python = Optional.empty();

  // The launcher reads it: it is a matter of the JVM's flags.
  @Option(
      names = "--python-mode",
      paramLabel = "MODE",
      defaultValue = "auto",
      description =
          "quick: Python is interpreted and starts fast; steady: it is compiled, which pays after"
              + " some hundred thousand calls; auto (default): quick for an input file up to 1 MB, also"
              + " as standard input, and steady for a pipe.")
  private PythonMode pythonMode = PythonMode.AUTO;

  @Option(
      names = "--env",
      paramLabel = "NAME",
      description =
          "The environment that this run is in, such as prod; what it finds out is kept under that"
              + " name. GRAFT_ENV if absent.")
  private Optional<String> env = Optional.empty();

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no summary.")
  private boolean quiet;

  @Option(
      names = "--progress",
      negatable = true,
      description =
          "Show how far it is, in a line on standard error; by default on a terminal, unless"
              + " outputs go there, too.")
  private Optional<Boolean> progress = Optional.empty();

  @Option(
      names = "--profile",
      description = "Measure where the time goes, and say it in the summary.")
  private boolean profile;

  @Option(
      names = "--summary-json",
      paramLabel = "FILE",
      description =
          "Write what was done to a file, as JSON, also if the run fails; - is standard output.")
  private Optional<Path> summaryFile = Optional.empty();

  @Option(
      names = "--watch",
      description = "Run again whenever the manifest, a node or the input changes, until Ctrl-C.")
  private boolean watch;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call()
      throws ManifestException, RefusedException, RunFailedException, IOException {
    if (watch) {
      return new WatchLoop(terminal, () -> FileWatch.of(places()), this::runOnce).run();
    }
    return runOnce(_ -> {});
  }

  /** What a run is made of, as far as it is known: a manifest may be wrong at the moment. */
  private Collection<Path> places() {
    List<Path> places = new ArrayList<>();
    places.add(manifest);
    places.add(Path.of(ProjectFile.NAME));
    input.file().ifPresent(places::add);
    try {
      places.addAll(nodeOptions.places());
      Manifest read = ManifestReader.read(manifest);
      read.plugins().forEach(folder -> places.add(folder.path()));
      PythonSpec python = read.python();
      for (PythonSpec.File file : python.files()) {
        places.add(file.path());
        // What it imports lies beside it.
        Optional.ofNullable(file.path().getParent()).ifPresent(places::add);
      }
      places.addAll(python.roots());
    } catch (ManifestException e) {
      // The run says what is wrong with it.
    }
    return places;
  }

  private int runOnce(Consumer<Runnable> started)
      throws ManifestException, RefusedException, RunFailedException, IOException {
    Manifest spec = Manifests.read(nodeOptions, manifest);
    BackendSettings own = BackendSettings.ofUser().withMemory(ProjectFolder.of(spec.directory()));
    BackendSettings user = env.map(own::in).orElse(own);
    BackendSettings settings =
        spec.python().interpreter().or(() -> python).map(user::withInterpreter).orElse(user);
    try (CancelOnExit hook = new CancelOnExit();
        GraftRuntime runtime = nodeOptions.runtime(settings)) {
      PipelinePlan plan = runtime.plan(spec);
      input.check(plan, csv);
      output.check(csv, input.file());
      if (watch && input.file().isEmpty() && !plan.hasSource()) {
        throw RefusedException.forGood(
            "--watch: standard input cannot be read again. Name a file with --input.");
      }
      checkSummary();
      return run(runtime, plan, hook, started);
    }
  }

  private void checkSummary() throws RefusedException {
    Optional<Path> file = Dash.file(summaryFile);
    if (file.isPresent()) {
      FilePlaces.checkWritable("--summary-json", file.get());
    } else if (summaryFile.isPresent() && output.file().isEmpty()) {
      throw new RefusedException(
          "--summary-json: outputs go to standard output already. Name a file for them (--output) or for the summary.");
    }
  }

  private int run(
      GraftRuntime runtime, PipelinePlan plan, CancelOnExit hook, Consumer<Runnable> started)
      throws RunFailedException, RefusedException {
    try (CountedInput in = input.open();
        Pipeline pipeline = runtime.open(plan, RunOptions.DEFAULT.withProfile(profile))) {
      if (!quiet) {
        LimitationNotes.of(runtime).of(pipeline.summary()).forEach(terminal::note);
      }
      hook.cancels(pipeline, runtime, in);
      Optional<RunFailedException> failure = Optional.empty();
      boolean unread = false;
      try {
        started.accept(pipeline::cancel);
        run(pipeline, in);
      } catch (RunFailedException e) {
        failure = Optional.of(e);
        unread = e.getCause() instanceof IOException cause && isUnread(cause);
      } finally {
        hook.ended();
      }
      if (unread) {
        writeSummary(pipeline.summary(), failure, hook.wasInterrupted());
        hook.told();
        return Exit.UNREAD; // as `head` and the like want it: there is nobody to tell
      }
      int code = report(pipeline.summary(), failure, hook.wasInterrupted());
      if (hurriesInVain(pipeline.summary(), in)) {
        terminal.note("The input was short: with --python-mode quick Python starts sooner.");
      }
      hook.told();
      return code;
    } catch (IOException e) {
      throw new RunFailedException("input or summary failed: " + e.getMessage(), e);
    }
  }

  private int report(RunSummary summary, Optional<RunFailedException> failure, boolean interrupted)
      throws RunFailedException, IOException {
    writeSummary(summary, failure, interrupted);
    if (failure.isPresent()) {
      sayWhatIsWritten(summary);
      throw failure.get();
    } else if (!quiet) {
      SummaryText.of(summary).forEach(terminal::note);
      summary
          .profile()
          .ifPresent(measured -> ProfileText.of(summary, measured).forEach(terminal::note));
    }
    return interrupted ? Exit.INTERRUPTED : Exit.OK;
  }

  private void writeSummary(
      RunSummary summary, Optional<RunFailedException> failure, boolean interrupted)
      throws IOException {
    if (summaryFile.isEmpty()) {
      return;
    }
    String text = JsonWriter.write(SummaryTree.of(summary, failure, interrupted));
    Optional<Path> file = Dash.file(summaryFile);
    if (file.isPresent()) {
      Files.writeString(file.get(), text);
    } else {
      terminal.out().print(text);
    }
  }

  /** Whether it was standard output that failed, and because nobody reads it any more. */
  private boolean isUnread(IOException failure) {
    return output.file().isEmpty() && terminal.isUnread() && StandardOutput.isUnread(failure);
  }

  /**
   * Whether Python was compiled for a few items only: of a pipe the launcher cannot know how much
   * there will be.
   */
  private boolean hurriesInVain(RunSummary summary, CountedInput in) {
    boolean compiles =
        summary.stages().stream()
            .map(RunSummary.StageSummary::servedBy)
            .anyMatch(
                host ->
                    host.backend() == BackendId.GRAALPY
                        && !host.implementation().endsWith("(Interpreted)"));
    return compiles
        && pythonMode == PythonMode.AUTO
        && !quiet
        && terminal.errIsSeen()
        && input.file().isEmpty()
        && in.count() > 0
        && in.count() <= SHORT
        && summary.nanos() < LONG_NANOS;
  }

  private void sayWhatIsWritten(RunSummary summary) {
    output
        .file()
        .filter(Files::isRegularFile)
        .ifPresent(
            file ->
                terminal.error(
                    "%s is incomplete: of what was to come it has at most the first %d."
                        .formatted(file, summary.outputs())));
  }

  /** What was written is safe when this ends. */
  private void run(Pipeline pipeline, CountedInput in)
      throws RunFailedException, RefusedException, IOException {
    ProgressText text = new ProgressText(pipeline::progress, in::count, input.size());
    try (ProgressLine _ = ProgressLine.start(terminal, text::after, showsProgress());
        ItemWriter out = output.writer(terminal, csv)) {
      pipeline.run(input.reader(in, out, csv), out::write);
    } catch (RunFailedException e) {
      throw e.getCause() instanceof InputException cause
          ? new RunFailedException(input.problem(cause), cause)
          : e;
    } catch (InputException e) { // what comes before the first item
      throw new RunFailedException(input.problem(e), e);
    } catch (IOException e) {
      throw new RunFailedException("the output cannot be written: " + e.getMessage(), e);
    }
  }

  /** By default where somebody sees it, and where it is not among the outputs. */
  private boolean showsProgress() {
    boolean apart = output.file().isPresent() || !terminal.outIsSeen();
    return progress.orElse(!quiet && terminal.errIsSeen() && apart);
  }
}
