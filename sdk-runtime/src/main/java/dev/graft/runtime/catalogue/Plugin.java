package dev.graft.runtime.catalogue;

import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeModule;
import dev.graft.runtime.limits.KnownLimitations;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.limits.LimitationsException;
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
 * A plugin: a jar, a Python file, or a folder of both.
 *
 * @param path where it is
 * @param hasPython whether it is, or has, a Python file that may define nodes
 * @param nodes the Java nodes of its jars
 * @param limitations what its jars say is known to differ
 * @param loader the classes of its jars, if it has some
 */
record Plugin(
    Path path,
    boolean hasPython,
    List<NodeImplementation.JavaNode> nodes,
    List<Limitation> limitations,
    Optional<URLClassLoader> loader)
    implements AutoCloseable {

  /** Whether a file or folder is meant to be one. */
  static boolean isOne(Path path) {
    return isJar(path) || isPython(path) || Files.isDirectory(path);
  }

  /**
   * Loads it.
   *
   * @param parent what plugins have in common
   */
  static Plugin load(Path path, ClassLoader parent) throws IOException, LimitationsException {
    boolean hasPython = hasPython(path);
    URL[] jars = urls(path);
    if (hasPython && jars.length == 0) {
      return new Plugin(path, true, List.of(), List.of(), Optional.empty());
    }
    URLClassLoader loader = new URLClassLoader(path.toString(), jars, parent);
    try {
      List<NodeImplementation.JavaNode> nodes = nodes(path, loader);
      List<Limitation> limitations = KnownLimitations.ofPlugin(loader);
      return new Plugin(path, hasPython, nodes, limitations, Optional.of(loader));
    } catch (IOException | LimitationsException | ServiceConfigurationError | LinkageError e) {
      loader.close();
      throw e;
    }
  }

  private static List<NodeImplementation.JavaNode> nodes(Path path, URLClassLoader loader)
      throws IOException {
    List<NodeImplementation.JavaNode> nodes = new ArrayList<>();
    boolean any = false;
    for (ServiceLoader.Provider<NodeModule> module :
        ServiceLoader.load(NodeModule.class, loader).stream().toList()) {
      if (loader.equals(module.type().getClassLoader())) {
        any = true;
        for (NodeFactory factory : module.get().factories()) {
          nodes.add(new NodeImplementation.JavaNode(factory, Optional.of(path)));
        }
      }
    }
    if (!any) {
      throw new IOException(
          "it has no nodes that Graft's annotation processor has seen; a library belongs into a"
              + " folder together with the plugin that needs it");
    }
    return List.copyOf(nodes);
  }

  private static URL[] urls(Path plugin) throws IOException {
    if (!Files.isDirectory(plugin)) {
      return isJar(plugin) ? new URL[] {url(plugin)} : new URL[0];
    }
    try (Stream<Path> children = Files.list(plugin)) {
      List<URL> urls = new ArrayList<>();
      for (Path jar : children.filter(Plugin::isJar).sorted().toList()) {
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
      return children.anyMatch(Plugin::isPython);
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

  @Override
  public void close() {
    try {
      if (loader.isPresent()) {
        loader.get().close();
      }
    } catch (IOException e) {
      // Nothing was written to it, so nothing is lost.
    }
  }
}
