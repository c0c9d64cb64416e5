package dev.graft.cli.mutants;

import dev.graft.processor.NodeProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles wrong ports against the right nodes, with the processor that makes their factories. */
public final class InMemoryCompiler implements AutoCloseable {
  private static final List<String> OPTIONS = List.of("-proc:full", "-nowarn", "-Xlint:none");

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final JavaFileManager files =
      compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);

  /**
   * The class files, by class name.
   *
   * @param sources file names, as {@link NativeSources} has them, and texts
   */
  public Map<String, byte[]> compile(Map<String, String> sources) {
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((file, text) -> units.add(new Source(file, text)));
    Outputs outputs = new Outputs(files);
    StringWriter messages = new StringWriter();
    JavaCompiler.CompilationTask task =
        compiler.getTask(messages, outputs, null, OPTIONS, null, units);
    task.setProcessors(List.of(new NodeProcessor()));
    if (!task.call()) {
      throw new IllegalStateException("a wrong port must compile: " + messages);
    }
    Map<String, byte[]> classes = new HashMap<>();
    outputs.classes.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return classes;
  }

  @Override
  public void close() throws IOException {
    files.close();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String file, String text) {
      super(
          URI.create("string:///" + NativeSources.root(file).replace('.', '/') + '/' + file),
          Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Keeps what is written; what is read comes from the class path. */
  private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

    Outputs(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      if (kind == JavaFileObject.Kind.CLASS) {
        classes.put(name, bytes);
      }
      return new Written(name, kind, bytes);
    }

    @Override
    public FileObject getFileForOutput(
        Location location, String packageName, String name, FileObject sibling) {
      return new Written(name, JavaFileObject.Kind.OTHER, new ByteArrayOutputStream());
    }
  }

  private static final class Written extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes;

    Written(String name, Kind kind, ByteArrayOutputStream bytes) {
      super(URI.create("mem:///" + name.replace('.', '/') + kind.extension), kind);
      this.bytes = bytes;
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
