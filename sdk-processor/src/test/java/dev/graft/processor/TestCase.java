package dev.graft.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** One directory of inputs and what is expected of them. */
record TestCase(Path directory) {
  private static final Path RESOURCES = Path.of("src/test/resources");

  /** The cases of a kind, sorted by name. */
  static List<TestCase> all(String kind) {
    try (Stream<Path> entries = Files.list(RESOURCES.resolve(kind))) {
      return entries.sorted().map(TestCase::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether expected files are to be rewritten. */
  static boolean isUpdate() {
    return Boolean.getBoolean("golden.update");
  }

  String name() {
    return directory.getFileName().toString();
  }

  /** The Java files in a part of the case, sorted by path. */
  List<JavaFileObject> sources(String part) {
    return files(part).stream()
        .filter(file -> file.toString().endsWith(".java"))
        .map(TestCase::source)
        .toList();
  }

  /** All files in a part of the case, sorted by path. */
  List<Path> files(String part) {
    Path root = directory.resolve(part);
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.walk(root)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text file of the case; empty if there is none. */
  String text(String file) {
    Path path = directory.resolve(file);
    try {
      return Files.exists(path) ? Files.readString(path, UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a text file of the case. */
  void write(String file, String text) {
    Path path = directory.resolve(file);
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaFileObject source(Path file) {
    try {
      return JavaFileObjects.forResource(file.toUri().toURL());
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
