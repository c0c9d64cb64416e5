package dev.graft.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Compiles as a careful user would: every warning of the compiler is an error. */
final class Compilations {
  private static final List<String> STRICT =
      List.of("--release", "17", "-Xlint:all,-processing", "-Werror");

  private Compilations() {}

  /** Compiles with the processor and others beside it. */
  static Compilation compile(
      Collection<JavaFileObject> sources, List<String> options, Processor... others) {
    List<Processor> processors = new ArrayList<>(List.of(others));
    processors.add(new NodeProcessor());
    List<String> all = new ArrayList<>(STRICT);
    all.addAll(options);
    return Compiler.javac().withProcessors(processors).withOptions(all).compile(sources);
  }

  /** What was written, classes left out, by path. */
  static SortedMap<String, String> written(Compilation compilation) {
    SortedMap<String, String> files = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() != JavaFileObject.Kind.CLASS) {
        files.put(path(file), content(file));
      }
    }
    return files;
  }

  private static String path(JavaFileObject file) {
    String path = file.toUri().getPath();
    for (StandardLocation location : StandardLocation.values()) {
      String root = "/" + location.name() + "/";
      if (path.startsWith(root)) {
        return path.substring(root.length());
      }
    }
    return path;
  }

  private static String content(JavaFileObject file) {
    try {
      return file.getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
