package dev.graft.cli;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.json.JsonLinesReader;
import dev.graft.runtime.json.JsonLinesWriter;
import dev.graft.runtime.json.TextLinesReader;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.project.ProjectFolder;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.ItemSource;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.runtime.run.RunSummary;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
  private final Terminal terminal;

  @Parameters(paramLabel = "MANIFEST", description = "The pipeline, a JSON or YAML file.")
  private Path manifest = Path.of("");

  @Option(
      names = {"-i", "--input"},
      paramLabel = "FILE",
      description = "Where items come from; standard input if absent.")
  private Optional<Path> input = Optional.empty();

  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      description = "jsonl, or text for one str a line; by default what the file's name says.")
  private Optional<InputFormat> format = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where outputs go; standard output if absent.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--plain",
      description = "Write ordinary JSON, and refuse values that it cannot hold.")
  private boolean plain;

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description = "Use this CPython instead of the bundled one, unless the manifest names one.")
  private Optional<Path> python = Optional.empty();

  @SuppressWarnings("UnusedVariable") // the launcher reads it: it is a matter of the JVM's flags
  @Option(
      names = "--python-mode",
      paramLabel = "MODE",
      defaultValue = "auto",
      description =
          "quick: Python is interpreted and starts fast; steady: it is compiled, which pays after"
              + " some hundred thousand calls; auto (default): quick for an input file up to 1 MB.")
  private PythonMode pythonMode = PythonMode.AUTO;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no summary.")
  private boolean quiet;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call()
      throws ManifestException, RefusedException, RunFailedException, IOException {
    Manifest spec = ManifestReader.read(manifest);
    BackendSettings user = BackendSettings.ofUser().withMemory(ProjectFolder.of(spec.directory()));
    BackendSettings settings =
        spec.python().interpreter().or(() -> python).map(user::withInterpreter).orElse(user);
    try (GraftRuntime runtime = GraftRuntime.create(settings)) {
      PipelinePlan plan = runtime.plan(spec);
      checkFiles(plan);
      return run(runtime, plan);
    }
  }

  private int run(GraftRuntime runtime, PipelinePlan plan)
      throws RunFailedException, RefusedException {
    try (InputStream in = openInput();
        Pipeline pipeline = runtime.open(plan)) {
      try (JsonLinesWriter out = new JsonLinesWriter(openOutput(), plain)) {
        CancelOnExit hook = CancelOnExit.register(pipeline);
        RunSummary summary = pipeline.run(source(in), out::write);
        out.flush();
        hook.unregister();
        if (!quiet) {
          SummaryText.of(summary).forEach(terminal::note);
        }
        return hook.wasInterrupted() ? Exit.INTERRUPTED : Exit.OK;
      }
    } catch (IOException e) {
      throw new RunFailedException("input or output failed: " + e.getMessage(), e);
    }
  }

  private ItemSource source(InputStream in) {
    String name = input.map(Path::toString).orElse("<stdin>");
    return switch (format.orElse(InputFormat.of(input))) {
      case JSONL -> new LineSource.Json(new JsonLinesReader(in, name));
      case TEXT -> new LineSource.Text(new TextLinesReader(in, name));
    };
  }

  private void checkFiles(PipelinePlan plan) throws RefusedException {
    if (plan.hasSource() && input.isPresent()) {
      throw new RefusedException(
          "--input: node \"%s\" is a source and takes no input. Leave the option out."
              .formatted(plan.stages().getFirst().nodeId()));
    }
    if (input.isPresent() && !Files.isReadable(input.get())) {
      throw new RefusedException(
          "--input: there is no readable file " + input.get() + ". Check the path.");
    }
    if (output.isPresent() && Files.isDirectory(output.get())) {
      throw new RefusedException("--output: " + output.get() + " is a folder. Name a file.");
    }
    Optional<Path> folder =
        output.map(path -> path.toAbsolutePath().getParent()).filter(path -> path != null);
    if (folder.isPresent() && !Files.isDirectory(folder.get())) {
      throw new RefusedException("--output: there is no folder " + folder.get() + ". Make it.");
    }
  }

  private InputStream openInput() throws IOException {
    return input.isPresent() ? Files.newInputStream(input.get()) : System.in;
  }

  private OutputStream openOutput() throws IOException {
    return output.isPresent() ? Files.newOutputStream(output.get()) : new Unclosed(terminal.out());
  }

  /** Standard output outlives the writer. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(PrintStream out) {
      super(out);
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
      out.write(content, offset, length);
      if (((PrintStream) out).checkError()) {
        throw new IOException("nobody reads standard output any more");
      }
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
