package dev.graft.python.describe;

import dev.graft.python.source.BundledFiles;
import dev.graft.runtime.catalogue.NodeImplementation.PythonNode;
import dev.graft.runtime.catalogue.PythonSourceException;
import dev.graft.runtime.catalogue.PythonUnit;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The index of the nodes that come with Graft: their files, and what these describe. */
final class NodeIndex {
  /** Where it is, as a resource. */
  static final String RESOURCE = "META-INF/graft/python-nodes.json";

  private static final String PACKAGE = "graft.nodes";
  private static final String FOLDER = "graft/nodes/";

  private NodeIndex() {}

  /** The units of a set of files that may define nodes. */
  static List<PythonUnit> units(BundledFiles files) {
    List<PythonUnit> units = new ArrayList<>();
    files
        .texts()
        .forEach(
            (path, text) -> {
              String name = path.substring(path.lastIndexOf('/') + 1);
              if (path.equals(FOLDER + name) && !name.startsWith("_")) {
                String module = PACKAGE + "." + name.replaceFirst("\\.py$", "");
                units.add(unit(module, path, text));
              }
            });
    return units;
  }

  private static PythonUnit unit(String module, String path, String text) {
    return new PythonUnit(module, path, text, Optional.of(PACKAGE), List.of(), Map.of());
  }

  /** One line of the index. */
  static String line(PythonUnit unit, List<?> items) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("file", unit.path());
    entry.put("module", unit.module());
    entry.put("sha256", unit.hash());
    entry.put("nodes", items);
    return TypedJson.write(entry);
  }

  /** The nodes of an index. */
  static List<PythonNode> read(String lines, BundledFiles files) {
    List<PythonNode> nodes = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      try {
        if (TypedJson.read(line, RESOURCE) instanceof Map<?, ?> entry
            && entry.get("file") instanceof String path
            && entry.get("module") instanceof String module
            && entry.get("nodes") instanceof List<?> items) {
          String text = files.texts().getOrDefault(path, "");
          nodes.addAll(DescribedItems.nodes(unit(module, path, text), items));
        } else {
          throw new IllegalStateException(RESOURCE + " is not an index: " + line);
        }
      } catch (JsonFormatException | PythonSourceException e) {
        throw new IllegalStateException(RESOURCE + " is broken: " + e.getMessage(), e);
      }
    }
    return nodes;
  }
}
