package dev.graft.runtime.catalogue;

import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeModule;
import dev.graft.runtime.limits.KnownLimitations;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.limits.LimitationsException;
import dev.graft.runtime.manifest.Place;
import dev.graft.runtime.manifest.Problem;
import dev.graft.runtime.manifest.PythonSpec;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Nodes that are no part of the program: in jars, in Python files, or in folders of both. Each
 * plugin with jars has a class loader of its own, so two of them may bring two versions of one
 * library; the classes of Graft, and whatever else the program has, are those of the program.
 */
public final class Plugins implements AutoCloseable {
  private static final Place PLUGINS = Place.of("--plugins");

  private final List<URLClassLoader> loaders = new ArrayList<>();
  private final List<NodeImplementation.JavaNode> nodes = new ArrayList<>();
  private final List<PythonSpec.File> python = new ArrayList<>();
  private final List<Limitation> limitations = new ArrayList<>();

  private Plugins() {}

  /**
   * Loads all plugins of some folders, in the order of their names.
   *
   * @param parent what plugins have in common
   * @param problems gets what is wrong with them; the others are loaded all the same
   */
  static Plugins load(List<Path> folders, ClassLoader parent, List<Problem> problems) {
    Plugins plugins = new Plugins();
    for (Path folder : folders) {
      for (Path plugin : plugins(folder, problems)) {
        try {
          plugins.add(plugin, parent);
        } catch (LimitationsException e) {
          problems.add(Problem.of(PLUGINS, String.valueOf(e.getMessage())));
        } catch (IOException | ServiceConfigurationError | LinkageError e) {
          problems.add(
              Problem.of(PLUGINS, "%s cannot be loaded: %s.".formatted(plugin, reason(e))));
        }
      }
    }
    return plugins;
  }

  /** No plugins. */
  static Plugins none() {
    return new Plugins();
  }

  /** The Java nodes of all plugins. */
  List<NodeImplementation.JavaNode> nodes() {
    return List.copyOf(nodes);
  }

  /** The Python files of all plugins, or the folders of them. */
  List<PythonSpec.File> python() {
    return List.copyOf(python);
  }

  /** What their jars say is known to differ. */
  List<Limitation> limitations() {
    return List.copyOf(limitations);
  }

  private void add(Path plugin, ClassLoader parent) throws IOException, LimitationsException {
    if (hasPython(plugin)) {
      python.add(new PythonSpec.File(plugin, Optional.empty(), PLUGINS));
      if (urls(plugin).length == 0) {
        return;
      }
    }
    URLClassLoader loader = new URLClassLoader(plugin.toString(), urls(plugin), parent);
    loaders.add(loader);
    boolean any = false;
    for (ServiceLoader.Provider<NodeModule> module :
        ServiceLoader.load(NodeModule.class, loader).stream().toList()) {
      if (loader.equals(module.type().getClassLoader())) {
        any = true;
        for (NodeFactory factory : module.get().factories()) {
          nodes.add(new NodeImplementation.JavaNode(factory, Optional.of(plugin)));
        }
      }
    }
    if (!any) {
      throw new IOException(
          "it has no nodes that Graft's annotation processor has seen; a library belongs into a"
              + " folder together with the plugin that needs it");
    }
    limitations.addAll(KnownLimitations.ofPlugin(loader));
  }

  private static List<Path> plugins(Path folder, List<Problem> problems) {
    if (!Files.isDirectory(folder)) {
      problems.add(
          Problem.of(
              PLUGINS,
              Files.exists(folder)
                  ? "%s is a file. Name the folder that it lies in: all plugins of a folder are taken."
                      .formatted(folder)
                  : "there is no folder %s. Check the path.".formatted(folder)));
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(path -> isJar(path) || isPython(path) || Files.isDirectory(path))
          .sorted()
          .toList();
    } catch (IOException e) {
      problems.add(Problem.of(PLUGINS, folder + " cannot be read (" + e.getMessage() + ")."));
      return List.of();
    }
  }

  private static URL[] urls(Path plugin) throws IOException {
    if (!Files.isDirectory(plugin)) {
      return isJar(plugin) ? new URL[] {url(plugin)} : new URL[0];
    }
    try (Stream<Path> children = Files.list(plugin)) {
      List<URL> urls = new ArrayList<>();
      for (Path jar : children.filter(Plugins::isJar).sorted().toList()) {
        urls.add(url(jar));
      }
      return urls.toArray(URL[]::new);
    }
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toUri().toURL();
  }

  private static boolean hasPython(Path plugin) throws IOException {
    if (!Files.isDirectory(plugin)) {
      return isPython(plugin);
    }
    try (Stream<Path> children = Files.list(plugin)) {
      return children.anyMatch(Plugins::isPython);
    }
  }

  /** What begins with an underscore is for other files to import. */
  private static boolean isPython(Path path) {
    String name = path.getFileName().toString();
    return Files.isRegularFile(path) && name.endsWith(".py") && !name.startsWith("_");
  }

  private static boolean isJar(Path path) {
    return Files.isRegularFile(path) && path.toString().endsWith(".jar");
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
  public void close() {
    for (URLClassLoader loader : loaders) {
      try {
        loader.close();
      } catch (IOException e) {
        // Nothing was written to it, so nothing is lost.
      }
    }
  }
}
