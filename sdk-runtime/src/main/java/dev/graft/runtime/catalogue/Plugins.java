package dev.graft.runtime.catalogue;

import dev.graft.registry.DuplicateNodeException;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.limits.LimitationsException;
import dev.graft.runtime.manifest.Place;
import dev.graft.runtime.manifest.PluginFolder;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.manifest.PythonSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;

/**
 * Nodes that are no part of the program: in jars, in Python files, or in folders of both. Each
 * plugin with jars has a class loader of its own, so two of them may bring two versions of one
 * library; the classes of Graft, and whatever else the program has, are those of the program.
 *
 * <p>A plugin is loaded once, however many name it: a node of it is the same for all of them. Safe
 * for several threads.
 */
public final class Plugins implements AutoCloseable {
  private final ClassLoader parent;
  private final Map<Path, Plugin> loaded = new LinkedHashMap<>();

  /**
   * None yet.
   *
   * @param parent what plugins have in common
   */
  Plugins(ClassLoader parent) {
    this.parent = parent;
  }

  /**
   * A plugin of a folder.
   *
   * @param plugin the plugin
   * @param place where the folder is named
   */
  record Found(Plugin plugin, Place place) {
    /** A catalogue with its Java nodes. */
    Catalogue addTo(Catalogue catalogue, List<Problem> problems) {
      Catalogue result = catalogue;
      for (NodeImplementation.JavaNode node : plugin.nodes()) {
        try {
          result = result.with(node);
        } catch (DuplicateNodeException e) {
          problems.add(Problem.of(place, String.valueOf(e.getMessage())));
        }
      }
      return result;
    }

    /** Its Python file, or the folder of them, if it has any. */
    Optional<PythonSpec.File> python() {
      return plugin.hasPython()
          ? Optional.of(new PythonSpec.File(plugin.path(), Optional.empty(), place))
          : Optional.empty();
    }
  }

  /**
   * All plugins of some folders, in the order of their names.
   *
   * @param problems gets what is wrong with them; the others are loaded all the same
   */
  synchronized List<Found> load(List<PluginFolder> folders, List<Problem> problems) {
    List<Found> found = new ArrayList<>();
    for (PluginFolder folder : folders) {
      for (Path path : plugins(folder, problems)) {
        try {
          found.add(new Found(loaded(path), folder.place()));
        } catch (LimitationsException e) {
          problems.add(Problem.of(folder.place(), String.valueOf(e.getMessage())));
        } catch (IOException | ServiceConfigurationError | LinkageError e) {
          problems.add(
              Problem.of(folder.place(), "%s cannot be loaded: %s.".formatted(path, reason(e))));
        }
      }
    }
    return found;
  }

  /** What the jars of all that was loaded say is known to differ. */
  synchronized List<Limitation> limitations() {
    return loaded.values().stream().flatMap(plugin -> plugin.limitations().stream()).toList();
  }

  private Plugin loaded(Path path) throws IOException, LimitationsException {
    Path key = path.toAbsolutePath().normalize();
    Plugin known = loaded.get(key);
    if (known != null) {
      return known;
    }
    Plugin plugin = Plugin.load(path, parent);
    loaded.put(key, plugin);
    return plugin;
  }

  private static List<Path> plugins(PluginFolder folder, List<Problem> problems) {
    Path path = folder.path();
    if (!Files.isDirectory(path)) {
      problems.add(
          Problem.of(
              folder.place(),
              Files.exists(path)
                  ? "%s is a file. Name the folder that it lies in: all plugins of a folder are taken."
                      .formatted(path)
                  : "there is no folder %s. Check the path; if a build makes it, build first."
                      .formatted(path)));
      return List.of();
    }
    try (Stream<Path> children = Files.list(path)) {
      return children.filter(Plugin::isOne).sorted().toList();
    } catch (IOException e) {
      problems.add(Problem.of(folder.place(), path + " cannot be read (" + e.getMessage() + ")."));
      return List.of();
    }
  }

  private static String reason(Throwable e) {
    Throwable cause =
        e instanceof ServiceConfigurationError && e.getCause() != null ? e.getCause() : e;
    String message = String.valueOf(cause.getMessage());
    return cause instanceof IOException || cause instanceof ServiceConfigurationError
        ? message
        : cause.getClass().getSimpleName() + ": " + message;
  }

  @Override
  public synchronized void close() {
    loaded.values().forEach(Plugin::close);
    loaded.clear();
  }
}
