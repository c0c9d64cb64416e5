package dev.graft.runtime.plan;

import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.value.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the node types of a manifest mean.
 *
 * @param catalogue all nodes, those of the manifest's files included
 * @param isByClass whether only classes of the manifest's files count, under their own names
 */
record NodeTypes(Catalogue catalogue, boolean isByClass) {
  /** The node of a type. */
  Optional<CatalogueEntry> find(String type) {
    return catalogue.find(type).filter(entry -> !isByClass || isClass(entry));
  }

  /** What to say of a type that is not there. */
  String problem(String type) {
    if (!isByClass) {
      return "there is no node type \"%s\". %s".formatted(type, hint(type));
    }
    String fact =
        "there is no Python class \"%s\" in the files of this manifest, which are those of python.nodes or else of the folder nodes beside it."
            .formatted(type);
    return own(type)
        .map(
            id ->
                fact
                    + " Graft's own \"%s\" is another node with other parameters, see `graft describe %s`: to use it write a manifest of version \"1\"."
                        .formatted(id, id))
        .orElseGet(() -> fact + " " + Suggestions.hint(type, classes()));
  }

  /**
   * An old class name such as {@code CalculatorNode} is recognized, but never mapped in silence.
   */
  private String hint(String type) {
    return own(type)
        .map(
            id ->
                "The id is \"%s\" now; its parameters may have changed as well: see `graft describe %s`."
                    .formatted(id, id))
        .orElseGet(() -> Suggestions.hint(type, catalogue.ids()));
  }

  /** The id of the catalogue that looks like it. */
  private Optional<String> own(String type) {
    String plain = type.endsWith("Node") ? type.substring(0, type.length() - 4) : type;
    String kebab =
        plain.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    boolean isOther = isByClass || !kebab.equals(type);
    return Optional.of(kebab).filter(id -> isOther && catalogue.find(id).isPresent());
  }

  private List<String> classes() {
    return catalogue.entries().stream().filter(NodeTypes::isClass).map(CatalogueEntry::id).toList();
  }

  private static boolean isClass(CatalogueEntry entry) {
    return entry
        .python()
        .filter(node -> node.descriptor().implementation().symbol().equals(entry.id()))
        .isPresent();
  }
}
