package dev.graft.testkit;

import dev.graft.compat.run.CompatOptions;
import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.catalogue.NodeSources;
import dev.graft.runtime.limits.Glob;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one run tries.
 *
 * @param nodes their ids
 * @param options for the matrix
 * @param reason why there are no nodes, where there are none
 */
record Chosen(List<String> nodes, CompatOptions options, String reason) {
  private static final String SDK = "dev.graft.nodes.";

  static Chosen of(
      List<String> patterns, Catalogue catalogue, NodeSources sources, CompatOptions options) {
    List<String> own =
        catalogue.entries().stream()
            .filter(entry -> isOwn(entry, sources))
            .map(CatalogueEntry::id)
            .filter(id -> patterns.isEmpty() || any(patterns, id))
            .toList();
    if (own.isEmpty()) {
      throw new NodeMatrixException(
          patterns.isEmpty()
              ? "There is no node of your own to test. Give a class @Node and build it with"
                  + " graft-sdk-processor, or name Python files with withPython(…)."
              : "None of your own nodes is called %s. There are: %s."
                  .formatted(
                      String.join(" or ", patterns),
                      catalogue.entries().stream()
                          .filter(entry -> isOwn(entry, sources))
                          .map(CatalogueEntry::id)
                          .toList()));
    }
    Optional<String> node = RepeatCommand.NODE.given();
    List<String> chosen =
        node.map(pattern -> own.stream().filter(id -> new Glob(pattern).matches(id)).toList())
            .orElse(own);
    return new Chosen(
        chosen,
        RepeatCommand.applyTo(options.selecting(every -> every.withNodes(chosen))),
        node.map(pattern -> "none of these nodes is called " + pattern).orElse(""));
  }

  private static boolean any(List<String> patterns, String id) {
    return patterns.stream().anyMatch(pattern -> new Glob(pattern).matches(id));
  }

  private static boolean isOwn(CatalogueEntry entry, NodeSources sources) {
    boolean java =
        entry
            .java()
            .filter(node -> !node.descriptor().implementation().symbol().startsWith(SDK))
            .isPresent();
    return java || entry.python().filter(node -> isIn(node, sources)).isPresent();
  }

  private static boolean isIn(NodeImplementation.PythonNode node, NodeSources sources) {
    Path file = Path.of(node.unit().path()).toAbsolutePath().normalize();
    return sources.files().stream()
        .anyMatch(place -> file.startsWith(place.toAbsolutePath().normalize()));
  }
}
