package dev.graft.bench.compile;

import dev.graft.annotation.Node;
import dev.graft.bench.files.FolderRemoval;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/**
 * Calls the compiler of this JVM, as a build does: everything that it writes goes to a folder.
 *
 * @param folder where it writes; emptied before each call
 */
record Compiler(Path folder) {
  private static final String SOURCES = "sources";
  private static final String CLASSES = "classes";

  /**
   * What a compilation took.
   *
   * @param wall nanoseconds that passed
   * @param processor nanoseconds that its thread ran, which is the only one but for the collector's
   */
  record Cost(long wall, long processor) {}

  /** What the compiler takes, annotation processor included. */
  Cost withProcessor(List<SourceText> sources) throws IOException {
    return compile(sources, true);
  }

  /** What the compiler takes for classes that are there already. */
  Cost without(List<SourceText> sources) throws IOException {
    return compile(sources, false);
  }

  private Cost compile(List<SourceText> sources, boolean processor) throws IOException {
    if (Files.exists(folder)) {
      Files.walkFileTree(folder, new FolderRemoval());
    }
    Path classes = Files.createDirectories(folder.resolve(CLASSES));
    Path written = Files.createDirectories(folder.resolve(SOURCES));
    System.gc(); // neither pays for what the other left
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long startProcessor = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(problems, Locale.ROOT, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath());
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(written));
      List<String> options = processor ? List.of() : List.of("-proc:none");
      JavaCompiler.CompilationTask task =
          compiler.getTask(null, files, problems, options, null, sources);
      if (processor) {
        task.setProcessors(processors());
      }
      boolean good = task.call();
      long wall = System.nanoTime() - start;
      Cost cost = new Cost(wall, threads.getCurrentThreadCpuTime() - startProcessor);
      if (!good || !problems.getDiagnostics().isEmpty()) {
        throw new IOException("the compiler says: " + problems.getDiagnostics());
      }
      return cost;
    }
  }

  /** Graft's processor, as new as for any compilation, but loaded by this JVM and so warm. */
  private static List<Processor> processors() {
    return ServiceLoader.load(Processor.class).stream()
        .filter(each -> each.type().getName().startsWith("dev.graft."))
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** What nodes need, and not the rest of this JVM's class path, which holds GraalPy. */
  private static List<Path> classPath() throws IOException {
    List<Path> paths = new ArrayList<>();
    for (Class<?> needed : List.of(Node.class, NullMarked.class)) {
      try {
        paths.add(Path.of(needed.getProtectionDomain().getCodeSource().getLocation().toURI()));
      } catch (URISyntaxException e) {
        throw new IOException(e);
      }
    }
    return paths;
  }

  /** The source files that the last call wrote. */
  List<SourceText> writtenSources() throws IOException {
    List<SourceText> sources = new ArrayList<>();
    for (var file : filesBelow(SOURCES).entrySet()) {
      String name = file.getKey().replace(".java", "").replace('/', '.');
      sources.add(new SourceText(name, Files.readString(file.getValue())));
    }
    return sources;
  }

  /** The class files that the last call wrote, by name. */
  SortedMap<String, byte[]> classFiles() throws IOException {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    for (var file : filesBelow(CLASSES).entrySet()) {
      if (file.getKey().endsWith(".class")) {
        classes.put(file.getKey(), Files.readAllBytes(file.getValue()));
      }
    }
    return classes;
  }

  private SortedMap<String, Path> filesBelow(String name) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    Path root = folder.resolve(name);
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(root.relativize(file).toString().replace('\\', '/'), file));
    }
    return files;
  }
}
