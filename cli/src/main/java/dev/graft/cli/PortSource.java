package dev.graft.cli;

import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.NodeSources;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.value.Suggestions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The node that somebody wants ported, as the command line names it.
 *
 * @param text what was said
 * @param file the Python file, if one was named
 * @param symbol the class in it, if one was named
 */
record PortSource(String text, Optional<Path> file, Optional<String> symbol) {
  private static final String SUFFIX = ".py";

  /**
   * Reads {@code FILE.py}, {@code FILE.py:CLASS} or a catalogue id.
   *
   * @throws RefusedException if there is no such file
   */
  static PortSource of(String text) throws RefusedException {
    int colon = text.lastIndexOf(SUFFIX + ":");
    String path = colon < 0 ? text : text.substring(0, colon + SUFFIX.length());
    if (!path.endsWith(SUFFIX)) {
      return new PortSource(text, Optional.empty(), Optional.empty());
    }
    Path file = Path.of(path);
    if (!Files.isRegularFile(file)) {
      throw new RefusedException(
          "there is no file %s. Name a Python file, or a node of `graft nodes`.".formatted(file));
    }
    return new PortSource(
        text,
        Optional.of(file),
        colon < 0 ? Optional.empty() : Optional.of(text.substring(path.length() + 1)));
  }

  /** Where it is, if a file was named. */
  NodeSources sources() {
    return new NodeSources(file.stream().toList(), List.of());
  }

  /**
   * The node.
   *
   * @throws RefusedException if there is none, or several
   */
  PythonNode find(GraftRuntime runtime) throws RefusedException {
    return file.isPresent() ? inFile(runtime.catalogue(), file.get()) : byId(runtime);
  }

  private PythonNode byId(GraftRuntime runtime) throws RefusedException {
    CatalogueEntry entry =
        runtime
            .catalogue()
            .find(text)
            .orElseThrow(
                () ->
                    new RefusedException(
                        "there is no node \"%s\". %s".formatted(text, runtime.hint(text))));
    return entry
        .python()
        .orElseThrow(
            () ->
                new RefusedException(
                    "\"%s\" is in Java alone: there is no Python class to port.".formatted(text)));
  }

  private PythonNode inFile(Catalogue catalogue, Path path) throws RefusedException {
    Path wanted = path.toAbsolutePath().normalize();
    List<PythonNode> nodes =
        catalogue.entries().stream()
            .flatMap(entry -> entry.python().stream())
            .filter(node -> Path.of(node.unit().path()).toAbsolutePath().normalize().equals(wanted))
            .toList();
    List<String> names = nodes.stream().map(PortSource::symbolOf).toList();
    if (nodes.isEmpty()) {
      throw new RefusedException(
          "%s has no node: no public class with a method process. Name a file that has one."
              .formatted(path));
    } else if (symbol.isPresent()) {
      return nodes.stream()
          .filter(node -> symbolOf(node).equals(symbol.get()))
          .findFirst()
          .orElseThrow(
              () ->
                  new RefusedException(
                      "%s has no node \"%s\": a node is a public class with a method process. %s"
                          .formatted(path, symbol.get(), Suggestions.hint(symbol.get(), names))));
    } else if (nodes.size() > 1) {
      throw new RefusedException(
          "%s has several nodes: %s. Name one: graft port %s:%s"
              .formatted(path, String.join(", ", names), path, names.getFirst()));
    }
    return nodes.getFirst();
  }

  private static String symbolOf(PythonNode node) {
    return node.descriptor().implementation().symbol();
  }
}
