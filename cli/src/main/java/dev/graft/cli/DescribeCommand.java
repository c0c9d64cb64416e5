package dev.graft.cli;

import dev.graft.descriptor.Implementation;
import dev.graft.render.DescriptorTree;
import dev.graft.render.JsonSchemaRenderer;
import dev.graft.render.JsonWriter;
import dev.graft.render.MarkdownRenderer;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.run.GraftRuntime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code graft describe}: one node. Starts no Python. */
@Command(name = "describe", description = "Show what a node takes, emits and can be told.")
final class DescribeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private NodeOptions nodeOptions = new NodeOptions();

  @Parameters(paramLabel = "NODE", description = "The catalogue id, for example calculator.")
  private String id = "";

  @Option(names = "--json", description = "Print the descriptors and the JSON Schema.")
  private boolean json;

  DescribeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws RefusedException, ManifestException {
    try (GraftRuntime runtime = nodeOptions.runtime(BackendSettings.ofUser())) {
      CatalogueEntry entry = find(runtime);
      if (json) {
        terminal.out().print(JsonWriter.write(tree(entry)));
      } else {
        print(entry, LimitationNotes.of(runtime));
      }
    }
    return Exit.OK;
  }

  private CatalogueEntry find(GraftRuntime runtime) throws RefusedException {
    return runtime
        .catalogue()
        .find(id)
        .orElseThrow(
            () ->
                new RefusedException(
                    "there is no node \"%s\". %s".formatted(id, runtime.hint(id))));
  }

  private void print(CatalogueEntry entry, LimitationNotes notes) {
    terminal.out().print(MarkdownRenderer.render(entry.contract(), entry.examples()));
    terminal.line("\n## Runs on\n");
    implementations(entry)
        .forEach(
            node ->
                terminal.line(
                    "- %s: `%s`"
                        .formatted(
                            node.descriptor().implementation().language().text(),
                            node.descriptor().implementation().symbol())));
    entry.deprecation().ifPresent(said -> terminal.line("- deprecated: " + said));
    terminal.line("- backends: " + String.join(", ", Places.of(entry)));
    if (entry.java().isPresent() && entry.python().isPresent() && !entry.areTwins()) {
      terminal.line(
          "- the two contracts differ: `graft matrix --node " + entry.id() + "` says how");
    }
    implementations(entry).forEach(node -> packages(node.descriptor().implementation()));
    implementations(entry)
        .flatMap(node -> node.descriptor().implementation().permissions().stream())
        .distinct()
        .forEach(permission -> terminal.line("- needs the permission: `" + permission + "`"));
    implementations(entry)
        .flatMap(node -> node.descriptor().implementation().limitations().stream())
        .distinct()
        .forEach(limitation -> terminal.line("- limitation: " + limitation));
    notes.of(entry.id(), Places.backends(entry)).forEach(known -> terminal.line("- " + known));
  }

  private void packages(Implementation implementation) {
    if (!implementation.packages().isEmpty()) {
      terminal.line("- needs the packages: " + String.join(", ", implementation.packages()));
    }
    implementation
        .packagesUnless()
        .forEach(
            (param, names) ->
                terminal.line(
                    "- needs the packages, unless `%s` is given: %s"
                        .formatted(param, String.join(", ", names))));
  }

  private static Stream<NodeImplementation> implementations(CatalogueEntry entry) {
    return Stream.concat(
        entry.java().<NodeImplementation>map(node -> node).stream(),
        entry.python().<NodeImplementation>map(node -> node).stream());
  }

  private static Map<String, @Nullable Object> tree(CatalogueEntry entry) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", entry.id());
    tree.put("backends", Places.of(entry));
    List<Map<String, @Nullable Object>> descriptors =
        implementations(entry).map(node -> DescriptorTree.of(node.descriptor())).toList();
    tree.put("implementations", descriptors);
    tree.put("params_schema", JsonSchemaRenderer.tree(entry.contract()));
    return tree;
  }
}
