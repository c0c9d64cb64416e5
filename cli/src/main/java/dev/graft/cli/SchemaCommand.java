package dev.graft.cli;

import dev.graft.cli.project.PublishedSchema;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code graft schema}: what an editor needs to complete and to check a file. */
@Command(
    name = "schema",
    description = {
      "Print the JSON Schema of a kind of files: manifest, project, case, limitations or report.",
      "For an editor, keep it beside your files and name it in them as \"$schema\"."
    })
final class SchemaCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "KIND", description = "manifest, project, case, limitations or report.")
  private PublishedSchema kind = PublishedSchema.MANIFEST;

  SchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    terminal.out().print(kind.text());
    return Exit.OK;
  }
}
