package dev.graft.compat.code;

import dev.graft.runtime.backend.Backend;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.catalogue.NodeImplementation;
import dev.graft.runtime.catalogue.PythonUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which nodes run code of some source files. A node is known by the files of all classes or modules
 * that it may run, and by its case files; what hosts nodes is code of all of them.
 */
public final class ChangedCode {
  private static final String CLASS = ".class";

  private final JavaCode java = new JavaCode();
  private final List<String> changed;
  private final boolean changesAll;

  /**
   * What was changed.
   *
   * @param changed the paths of source files, with slashes
   * @param all the nodes of the catalogue, changed or not
   */
  public ChangedCode(List<String> changed, Collection<CatalogueEntry> all) {
    this.changed = changed;
    Set<String> ofNodes =
        all.stream()
            .flatMap(entry -> entry.python().stream())
            .map(node -> node.unit().path())
            .collect(Collectors.toSet());
    Set<String> hosts =
        CodePlace.names(Backend.class).stream()
            .filter(name -> name.endsWith(CLASS))
            .map(name -> source(name.substring(0, name.length() - CLASS.length())))
            .collect(Collectors.toSet());
    this.changesAll =
        changed.stream().anyMatch(path -> endsWithAny(path, hosts) || isSupport(path, ofNodes));
  }

  /** Python beside the nodes that come with the SDK, which any of them may import. */
  private static boolean isSupport(String path, Set<String> ofNodes) {
    return path.contains("/python/graft/")
        && path.endsWith(".py")
        && ofNodes.stream().noneMatch(file -> isFile(path, file));
  }

  /** Whether what a node does may have changed. */
  public boolean concerns(CatalogueEntry entry) {
    return changesAll
        || entry.java().filter(this::concerns).isPresent()
        || entry.python().filter(node -> concerns(node.unit())).isPresent()
        || changed.stream().anyMatch(path -> isCase(path, entry.id()));
  }

  private boolean concerns(NodeImplementation.JavaNode node) {
    Set<String> sources =
        java.classes(node.factory().getClass(), "").keySet().stream()
            .map(ChangedCode::source)
            .collect(Collectors.toSet());
    return changed.stream().anyMatch(path -> endsWithAny(path, sources));
  }

  private boolean concerns(PythonUnit unit) {
    return Stream.concat(
            Stream.of(unit.path()), PythonCode.files(unit).keySet().stream().map(Object::toString))
        .anyMatch(file -> changed.stream().anyMatch(path -> isFile(path, file)));
  }

  /** The name of one is the end of the other: one of them may begin further up. */
  private static boolean isFile(String path, String file) {
    String other = file.replace('\\', '/');
    return path.equals(other) || path.endsWith("/" + other) || other.endsWith("/" + path);
  }

  private static boolean isCase(String path, String node) {
    return path.endsWith(".json") && path.contains("/" + node + "/");
  }

  private static boolean endsWithAny(String path, Set<String> sources) {
    String rest = path;
    for (int slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/')) {
      if (sources.contains(rest)) {
        return true;
      }
      rest = rest.substring(slash + 1);
    }
    return sources.contains(rest);
  }

  /** The source file of a class: it has the name of the outermost one. */
  private static String source(String className) {
    int dollar = className.indexOf('$');
    return (dollar > 0 ? className.substring(0, dollar) : className) + ".java";
  }
}
