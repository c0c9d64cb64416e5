package dev.graft.python.describe;

import dev.graft.descriptor.NodeDescriptor;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.PythonSourceException;
import dev.graft.runtime.catalogue.PythonUnit;
import dev.graft.runtime.descriptor.DescriptorReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the Python side says about a source text. */
final class DescribedItems {
  private DescribedItems() {}

  /**
   * The nodes.
   *
   * @throws PythonSourceException if some item is a problem; it names all of them
   */
  static List<PythonNode> nodes(PythonUnit unit, List<?> items) throws PythonSourceException {
    List<PythonNode> nodes = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Object item : items) {
      if (!(item instanceof Map<?, ?> tree)) {
        throw new IllegalArgumentException("a description is no dict");
      }
      DeclaredParams.of(tree).stream()
          .flatMap(params -> params.problems().stream())
          .forEach(problem -> problems.add(unit.path() + ":" + problem));
      if (tree.get("error") instanceof Map<?, ?> error) {
        problems.add(
            "%s:%s:%s: %s"
                .formatted(
                    unit.path(), error.get("line"), error.get("column"), error.get("message")));
      } else if (tree.containsKey("contract")) {
        NodeDescriptor descriptor = DescriptorReader.read(tree);
        nodes.add(new PythonNode(descriptor, unit));
      }
    }
    if (!problems.isEmpty()) {
      throw new PythonSourceException(problems);
    }
    return nodes;
  }
}
