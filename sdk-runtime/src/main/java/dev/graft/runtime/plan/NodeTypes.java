package dev.graft.runtime.plan;

import dev.graft.runtime.catalogue.Catalogue;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.MissingNode;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.value.Suggestions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the node types of a manifest mean.
 *
 * @param catalogue all nodes, those of the manifest's files included
 * @param isByClass whether only classes of the manifest's files count, under their own names
 * @param files the Python files, or folders of them, that were named
 */
record NodeTypes(Catalogue catalogue, boolean isByClass, List<Path> files) {
  private static final String OWN_JAVA = "dev.graft.nodes.";
  private static final String OWN_PYTHON = "graft.nodes.";

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
   * Whoever names a new class of their own by its name has changed nothing.
   */
  private String hint(String type) {
    return own(type)
        .map(
            id ->
                isOfGraft(id)
                    ? "The id is \"%s\" now; its parameters may have changed as well: see `graft describe %s`."
                        .formatted(id, id)
                    : "There is one with the id \"%s\".".formatted(id))
        .orElseGet(() -> MissingNode.hint(type, catalogue, files));
  }

  private boolean isOfGraft(String id) {
    return catalogue
        .find(id)
        .filter(
            entry ->
                entry.java().stream().allMatch(NodeTypes::isOfGraft)
                    && entry
                        .python()
                        .filter(node -> !node.unit().module().startsWith(OWN_PYTHON))
                        .isEmpty())
        .isPresent();
  }

  private static boolean isOfGraft(NodeImplementation.JavaNode node) {
    return node.descriptor().implementation().symbol().startsWith(OWN_JAVA);
  }

  /** The id of the catalogue that looks like it. */
  private Optional<String> own(String type) {
    String kebab = MissingNode.idOf(type);
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
