package dev.graft.cli;

import dev.graft.descriptor.Language;
import dev.graft.render.DescriptorTree;
import dev.graft.render.JsonWriter;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.GraftRuntime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code graft nodes}: what there is. Starts no Python. */
@Command(name = "nodes", description = "List the nodes and where they run.")
final class NodesCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

  @Option(names = "--json", description = "Print JSON, with the whole descriptors.")
  private boolean json;

  NodesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws ManifestException {
    try (GraftRuntime runtime = nodeOptions.runtime(BackendSettings.ofUser())) {
      if (json) {
        terminal.out().print(JsonWriter.write(tree(runtime.catalogue())));
      } else {
        table(runtime.catalogue()).forEach(terminal::line);
      }
    }
    return Exit.OK;
  }

  private static List<String> table(Catalogue catalogue) {
    Table table = new Table();
    table.row("NODE", "VERSION", "RUNS ON", "WHAT IT DOES");
    for (CatalogueEntry entry : catalogue.entries()) {
      String places = String.join(" ", Places.of(entry));
      table.row(entry.id(), version(entry), places, summary(entry));
    }
    return table.lines();
  }

  /** Twins of different versions are none; both are shown. */
  private static String version(CatalogueEntry entry) {
    return Stream.of(Language.values())
        .flatMap(language -> entry.in(language).stream())
        .map(node -> node.descriptor().contract().version())
        .distinct()
        .collect(Collectors.joining("/"));
  }

  private static String summary(CatalogueEntry entry) {
    return entry
        .deprecation()
        .map(deprecation -> "(deprecated) " + deprecation)
        .orElse(entry.contract().summary());
  }

  private static List<Map<String, Object>> tree(Catalogue catalogue) {
    List<Map<String, Object>> nodes = new ArrayList<>();
    for (CatalogueEntry entry : catalogue.entries()) {
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("id", entry.id());
      node.put("backends", Places.of(entry));
      List<Object> implementations = new ArrayList<>();
      entry.java().ifPresent(n -> implementations.add(DescriptorTree.of(n.descriptor())));
      entry.python().ifPresent(n -> implementations.add(DescriptorTree.of(n.descriptor())));
      node.put("implementations", implementations);
      nodes.add(node);
    }
    return nodes;
  }
}
