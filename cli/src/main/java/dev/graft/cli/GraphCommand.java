package dev.graft.cli;

import dev.graft.runtime.manifest.ManifestException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code graft graph}: a picture of a pipeline. */
@Command(
    name = "graph",
    description = {
      "Draw a pipeline as a Mermaid flowchart, each node with the backend it would run on.",
      "GitHub and many editors show it in Markdown, in a code block of the language mermaid."
    })
final class GraphCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "MANIFEST", description = "The pipeline, a JSON file.")
  private Path manifest = Path.of("");

  GraphCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws ManifestException {
    terminal.out().print(MermaidGraph.of(Plans.of(manifest)));
    return Exit.OK;
  }
}
