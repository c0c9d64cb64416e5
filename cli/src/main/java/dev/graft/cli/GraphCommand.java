package dev.graft.cli;

import dev.graft.cli.graph.MermaidGraph;
import dev.graft.cli.graph.PipelineGraph;
import dev.graft.cli.graph.SvgGraph;
import dev.graft.runtime.manifest.ManifestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graft graph}: a picture of a pipeline. */
@Command(
    name = "graph",
    description = {
      "Draw a pipeline, each node with the backends that it can run on.",
      "As a Mermaid flowchart GitHub and many editors show it in Markdown, in a code block of the"
          + " language mermaid. An SVG picture stands alone."
    })
final class GraphCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

  @Parameters(paramLabel = "MANIFEST", description = "The pipeline, a JSON or YAML file.")
  private Path manifest = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "mermaid or svg. Default: what the name of the output says, else mermaid.")
  private Optional<Format> format = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to: .svg, .mmd or .mermaid. - or none: standard output.")
  private Optional<Path> named = Optional.empty();

  GraphCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** How the picture is written. */
  enum Format {
    MERMAID,
    SVG;

    String write(PipelineGraph graph) {
      return this == SVG ? SvgGraph.of(graph) : MermaidGraph.of(graph);
    }
  }

  @Override
  public Integer call() throws ManifestException, RefusedException {
    Optional<Path> output = Dash.file(named);
    Format chosen = chosen(output);
    Plans.Planned planned = Plans.of(nodeOptions, manifest);
    String picture = chosen.write(PipelineGraph.of(planned.manifest(), planned.plan()));
    if (output.isEmpty()) {
      terminal.out().print(picture);
      return Exit.OK;
    }
    try {
      Files.writeString(output.get(), picture);
      return Exit.OK;
    } catch (IOException e) {
      throw new RefusedException(
          "--output: %s cannot be written. Name a file in a folder that is there."
              .formatted(output.get()));
    }
  }

  private Format chosen(Optional<Path> output) throws RefusedException {
    if (format.isPresent()) {
      return format.get();
    } else if (output.isEmpty()) {
      return Format.MERMAID;
    }
    String name = output.get().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".svg")) {
      return Format.SVG;
    } else if (name.endsWith(".mmd") || name.endsWith(".mermaid")) {
      return Format.MERMAID;
    }
    throw new RefusedException(
        "--output: %s does not say what it shall be. Name it .svg or .mmd, or add --format."
            .formatted(output.get()));
  }
}
