package dev.graft.cli;

import dev.graft.cli.project.ProjectFile;
import dev.graft.compat.record.CaseMaker;
import dev.graft.compat.record.NodeInputs;
import dev.graft.compat.record.RecordedFiles;
import dev.graft.compat.record.Stretch;
import dev.graft.compat.record.Stretches;
import dev.graft.compat.subject.Subject;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.NodeSpec;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.InputException;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.value.Suggestions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graft record}: freezes what a node of a pipeline does on real input. */
@Command(
    name = "record",
    description = {
      "Freeze what goes into a Python node of a pipeline and what comes out, as cases for"
          + " `graft matrix --corpus`.",
      "Runs what stands before the node, and the node alone on cpython, twice for each case.",
      "Nothing after the node is run.",
      "Exit code 0: there are cases. 1: there is none, or one that is there says something else."
    })
final class RecordCommand implements Callable<Integer> {
  private static final int MOST = 1000;

  private final Terminal terminal;

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

  @Parameters(paramLabel = "MANIFEST", description = "The pipeline, a JSON or YAML file.")
  private Path manifest = Path.of("");

  @Option(
      names = "--node",
      paramLabel = "ID",
      required = true,
      description = "The node, by its id in the manifest.")
  private String id = "";

  @Mixin private RunInput input = new RunInput();

  @Mixin private RunCsv csv = new RunCsv();

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      converter = Dash.Folder.class,
      description =
          "Where the cases go; into the corpus of graft.json, or cases in the current folder, if"
              + " absent.")
  private Optional<Path> to = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "The most cases, each unlike the others (default 20).")
  private int limit;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "How many items a case has if the node may remember what it saw (default 10); else one.")
  private int steps;

  @Option(
      names = "--overwrite",
      description = "Renew a case that is there already and says something else.")
  private boolean overwrite;

  RecordCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call()
      throws ManifestException, RefusedException, RunFailedException, IOException {
    checkRange("--limit", limit);
    checkRange("--steps", steps);
    Path target = to.isPresent() ? to.get() : ProjectFile.in(Path.of("")).newCases();
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw new RefusedException("--to: %s is a file. Name a folder.".formatted(target));
    }
    Manifest read = Manifests.read(nodeOptions, manifest);
    NodeSpec node = find(read);
    // The reference judges, wherever the node runs in this pipeline.
    Manifest spec = read.with(node, node.on(BackendId.CPYTHON));
    BackendSettings user = BackendSettings.ofUser();
    BackendSettings settings = spec.python().interpreter().map(user::withInterpreter).orElse(user);
    try (GraftRuntime runtime = nodeOptions.runtime(settings)) {
      return record(runtime, spec, node, target);
    }
  }

  private NodeSpec find(Manifest spec) throws RefusedException {
    if (spec.python().isByClass()) {
      throw new RefusedException(
          "%s: a manifest of version \"v1\" names classes, and cases name nodes. Write it as version \"1\" first: docs/migrating.md says how."
              .formatted(manifest));
    }
    return spec.nodes().stream()
        .filter(node -> node.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedException(
                    "--node: %s has no node \"%s\". %s"
                        .formatted(
                            manifest,
                            id,
                            Suggestions.hint(
                                id, spec.nodes().stream().map(NodeSpec::id).toList()))));
  }

  private int record(GraftRuntime runtime, Manifest spec, NodeSpec node, Path target)
      throws ManifestException, RefusedException, RunFailedException, IOException {
    PipelinePlan plan = runtime.plan(spec);
    int place =
        IntStream.range(0, plan.stages().size())
            .filter(i -> plan.stages().get(i).nodeId().equals(id))
            .findFirst()
            .orElseThrow();
    StagePlan stage = plan.stages().get(place);
    Stretches stretches = new Stretches(mayRemember(stage) ? steps : 1, limit);
    PipelinePlan part = stage.isSource() ? plan : NodeInputs.part(plan, place);
    input.check(part, csv);
    Optional<RunFailedException> failure =
        stage.isSource() ? Optional.empty() : collect(runtime, plan, place, stretches);
    List<Stretch> kept = stage.isSource() ? List.of(new Stretch(0, List.of())) : stretches.kept();
    RecordText text = new RecordText(terminal, spec, stage, stretches, nodeOptions);
    text.items(kept.size(), limit);
    try (CaseMaker maker = maker(runtime, spec, node, stage)) {
      RecordedFiles files = new RecordedFiles(target, overwrite);
      for (Stretch stretch : kept) {
        text.tell(maker.make(stretch), files);
      }
    }
    text.next(target, ProjectFile.in(Path.of("")));
    if (failure.isPresent()) {
      throw failure.get();
    }
    return text.isGood() ? Exit.OK : Exit.FAILED;
  }

  /** A class without the decorator declares no state, whatever it keeps. */
  private static boolean mayRemember(StagePlan stage) {
    NodeDescriptor descriptor = stage.candidates().getFirst().node().descriptor();
    return descriptor.contract().state().scope() != StateDescriptor.Scope.NONE
        || !descriptor.implementation().strict();
  }

  /** What fails in a node before this one does not undo what came until then. */
  private Optional<RunFailedException> collect(
      GraftRuntime runtime, PipelinePlan plan, int place, Stretches stretches)
      throws RefusedException {
    try (CountedInput in = input.open()) {
      NodeInputs.collect(runtime, plan, place, input.reader(in, csv), in, stretches);
      return Optional.empty();
    } catch (RunFailedException e) {
      return Optional.of(e);
    } catch (InputException e) {
      return Optional.of(new RunFailedException(String.valueOf(e.getMessage()), e));
    } catch (IOException e) {
      return Optional.of(new RunFailedException("the input cannot be read: " + e.getMessage(), e));
    }
  }

  private static CaseMaker maker(
      GraftRuntime runtime, Manifest spec, NodeSpec node, StagePlan stage) throws RefusedException {
    try {
      return new CaseMaker(
          new Subject(stage.candidates().getFirst().node(), BackendId.CPYTHON),
          runtime.backend(BackendId.CPYTHON),
          node.params(),
          node.permissions(),
          spec.name(),
          LocalDate.now(Clock.systemUTC()));
    } catch (HostingRefusedException e) {
      throw new RefusedException("cpython: " + e.reason());
    }
  }

  private static void checkRange(String option, int value) throws RefusedException {
    if (value < 1 || value > MOST) {
      throw new RefusedException("%s: %d is not from 1 to %d.".formatted(option, value, MOST));
    }
  }
}
