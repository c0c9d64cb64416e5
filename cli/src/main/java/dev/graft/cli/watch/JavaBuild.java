package dev.graft.cli.watch;

import dev.graft.processor.NodeProcessor;
import dev.graft.registry.NodeModule;
import dev.graft.runtime.catalogue.NodeImplementation.JavaNode;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles the Java nodes of a project into a folder of its own, each time only what changed, and
 * loads them by a class loader that nobody has used before.
 */
public final class JavaBuild implements AutoCloseable {
  private static final String SERVICES = "META-INF/services/" + NodeModule.class.getName();

  private final List<Path> folders;
  private final List<Path> libraries;
  private final Path out;
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files =
      compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
  private final List<URLClassLoader> loaders = new ArrayList<>();
  private Sources compiled = Sources.none();
  private List<JavaNode> nodes = List.of();

  /** The list of the nodes, as the last compilation of all wrote it. */
  private Optional<ModuleFiles> module = Optional.empty();

  /**
   * Of some folders.
   *
   * @param folders of sources
   * @param libraries jars and folders of classes that they need besides Graft
   */
  public JavaBuild(List<Path> folders, List<Path> libraries) throws IOException {
    this.folders = List.copyOf(folders);
    this.libraries = List.copyOf(libraries);
    this.out = Files.createTempDirectory("graft-watch");
  }

  /**
   * The nodes as their sources are now.
   *
   * @throws BuildFailedException if they do not compile
   */
  public List<JavaNode> nodes() throws BuildFailedException, IOException {
    Sources now = Sources.in(folders);
    if (now.equals(compiled)) {
      return nodes;
    }
    SortedSet<Path> changed = now.since(compiled);
    boolean all = changed.size() == now.texts().size();
    if (all) {
      empty();
    }
    if (!changed.isEmpty()) {
      compile(changed);
    }
    if (all) {
      module = ModuleFiles.read(out, SERVICES);
    } else if (module.isPresent()) {
      module.get().write();
    }
    nodes = load();
    compiled = now;
    return nodes;
  }

  private void compile(SortedSet<Path> changed) throws BuildFailedException {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null, files, said, options(), null, files.getJavaFileObjectsFromPaths(changed));
    task.setProcessors(List.of(new NodeProcessor()));
    if (!task.call()) {
      throw new BuildFailedException(CompilerText.of(said.getDiagnostics()));
    }
  }

  private List<String> options() {
    List<String> path = new ArrayList<>();
    path.add(out.toString());
    libraries.forEach(each -> path.add(each.toString()));
    path.add(System.getProperty("java.class.path"));
    return List.of(
        "-d",
        out.toString(),
        "-classpath",
        String.join(File.pathSeparator, path),
        "-proc:full",
        "-nowarn",
        "-Xlint:none");
  }

  private List<JavaNode> load() throws IOException {
    List<URL> urls = new ArrayList<>();
    urls.add(out.toUri().toURL());
    for (Path library : libraries) {
      urls.add(library.toUri().toURL());
    }
    URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), JavaBuild.class.getClassLoader());
    closeLoaders();
    loaders.add(loader);
    List<JavaNode> found = new ArrayList<>();
    for (ServiceLoader.Provider<NodeModule> each :
        ServiceLoader.load(NodeModule.class, loader).stream().toList()) {
      if (loader.equals(each.type().getClassLoader())) {
        each.get().factories().forEach(factory -> found.add(new JavaNode(factory)));
      }
    }
    return List.copyOf(found);
  }

  private void empty() throws IOException {
    try (Stream<Path> all = Files.walk(out)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!each.equals(out)) {
          Files.delete(each);
        }
      }
    }
  }

  private void closeLoaders() throws IOException {
    for (URLClassLoader loader : loaders) {
      loader.close();
    }
    loaders.clear();
  }

  @Override
  public void close() throws IOException {
    closeLoaders();
    files.close();
    empty();
    Files.deleteIfExists(out);
  }
}
