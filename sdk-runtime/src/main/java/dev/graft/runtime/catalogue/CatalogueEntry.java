package dev.graft.runtime.catalogue;

import dev.graft.descriptor.Deprecation;
import dev.graft.descriptor.Example;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.Language;
import dev.graft.descriptor.NodeContract;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One catalogue id with its implementations, at least one of which exists.
 *
 * @param id the catalogue id
 * @param java the Java implementation
 * @param python the Python implementation
 */
public record CatalogueEntry(
    String id,
    Optional<NodeImplementation.JavaNode> java,
    Optional<NodeImplementation.PythonNode> python) {

  /** The contract: the Java node's where there is one, else the Python node's. */
  public NodeContract contract() {
    return java.<NodeImplementation>map(n -> n)
        .or(() -> python)
        .orElseThrow()
        .descriptor()
        .contract();
  }

  /** The group that it is listed in; empty if no implementation says. */
  public String category() {
    return Stream.of(Language.values())
        .flatMap(language -> in(language).stream())
        .map(node -> node.descriptor().implementation().category())
        .filter(category -> !category.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The examples of all implementations: what one language shows must hold for both. */
  public List<Example> examples() {
    return said(Implementation::examples);
  }

  /** What any implementation asks its operator to grant. */
  public List<String> permissions() {
    return said(Implementation::permissions);
  }

  /** That it should not be used any more, if an implementation says so. */
  public Optional<Deprecation> deprecation() {
    return said(each -> each.deprecation().stream().toList()).stream().findFirst();
  }

  private <T> List<T> said(Function<Implementation, List<T>> what) {
    return Stream.of(Language.values())
        .flatMap(language -> in(language).stream())
        .flatMap(node -> what.apply(node.descriptor().implementation()).stream())
        .distinct()
        .toList();
  }

  /** The implementation in a language. */
  public Optional<NodeImplementation> in(Language language) {
    return switch (language) {
      case JAVA -> java.map(node -> node);
      case PYTHON -> python.map(node -> node);
    };
  }

  /** Whether both languages are there and promise the same. */
  public boolean areTwins() {
    return java.isPresent()
        && python.isPresent()
        && java.get().descriptor().contract().equals(python.get().descriptor().contract());
  }
}
