package dev.graft.cli;

import dev.graft.port.NodePort;
import dev.graft.port.report.PortReport;
import dev.graft.port.translate.Mark;
import dev.graft.port.write.Layout;
import dev.graft.render.JsonWriter;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what {@code graft port} wrote, what it did not, and what comes next. */
record PortText(Terminal terminal, NodePort port, PythonNode node, PortTarget target) {
  void tell(List<Path> written, List<Path> kept, boolean json) {
    PortReport report = port.report();
    if (json) {
      Map<String, @Nullable Object> tree = report.tree();
      tree.put("written", written.stream().map(Path::toString).toList());
      tree.put("kept", kept.stream().map(Path::toString).toList());
      tree.put("next", next());
      terminal.out().print(JsonWriter.write(tree));
      return;
    }
    written.forEach(file -> terminal.line("wrote " + file));
    kept.forEach(file -> terminal.line("left as it is: " + file));
    terminal.line(
        "%s: %d of %d statements translated"
            .formatted(report.node(), report.translated(), report.statements()));
    for (Mark mark : report.marks()) {
      terminal.line(
          "  to decide: %s:%d: %s".formatted(fromHere(mark.path()), mark.line(), mark.source()));
      terminal.line("    " + mark.reason());
    }
    if (!report.isDeclared()) {
      terminal.line(
          "  to decide: %s has no @graft.node: version, types and docs of the draft are guesses from its defaults. Declare them in Python, so that both contracts can be equal"
              .formatted(node.descriptor().implementation().symbol()));
    }
    if (!Layout.isAvailable()) {
      terminal.note(
          "the draft is not laid out: start Java with --add-exports for google-java-format, as ./graft does");
    }
    terminal.note("next: " + next());
  }

  private static Path fromHere(String file) {
    Path here = Path.of("").toAbsolutePath();
    Path path = Path.of(file);
    return path.startsWith(here) ? here.relativize(path) : path;
  }

  private String next() {
    int marks = port.report().marks().size();
    String decide =
        marks == 0
            ? ""
            : "decide %s in %s, then "
                .formatted(marks == 1 ? "one place" : marks + " places", target.file(port));
    if (target.isProject()) {
      return decide + "mvn test";
    }
    return decide
        + "compile it, and graft matrix --node %s%s --plugins FOLDER-OF-ITS-JAR"
            .formatted(port.report().node(), nodes());
  }

  private String nodes() {
    String path = node.unit().path();
    return Path.of(path).toFile().isFile() ? " --nodes " + path : "";
  }
}
