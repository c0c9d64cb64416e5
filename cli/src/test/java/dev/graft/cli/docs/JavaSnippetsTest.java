package dev.graft.cli.docs;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.processor.NodeProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Java that is shown compiles. Imports are left out on pages, and so are the things that a program
 * has anyway: its manifest, its metrics.
 */
final class JavaSnippetsTest {
  private static final String IMPORTS =
      """
      package org.example.shown;

      import static dev.graft.annotation.Node.Effects.NONE;

      import dev.graft.annotation.*;
      import dev.graft.node.*;
      import dev.graft.python.bundle.*;
      import dev.graft.nodes.host.*;
      import dev.graft.runtime.backend.*;
      import dev.graft.runtime.manifest.*;
      import dev.graft.runtime.observe.*;
      import dev.graft.runtime.run.*;
      import dev.graft.testkit.*;
      import io.micrometer.core.instrument.MeterRegistry;
      import java.math.BigInteger;
      import java.nio.file.Path;
      import java.util.*;
      import java.util.stream.Stream;
      import org.jspecify.annotations.Nullable;
      import org.junit.jupiter.api.*;

      """;

  private static final String STATEMENTS =
      """
      class Shown {
        void run(Path file, Path cacheDirectory, ClassLoader loader, MeterRegistry registry,
            ItemSource source) throws Exception {
          STATEMENTS;
        }
      }
      """;

  @TempDir Path folder = Path.of("");

  @TestFactory
  Stream<DynamicTest> everySnippetCompiles() throws IOException {
    List<Page.Snippet> snippets =
        Page.all().stream().flatMap(page -> page.snippets("java").stream()).toList();
    assertThat(snippets.size()).isAtLeast(8);
    return snippets.stream()
        .map(
            snippet ->
                DynamicTest.dynamicTest(
                    snippet.place(), () -> assertThat(problems(snippet.text())).isEmpty()));
  }

  @Test
  void whatDoesNotCompileIsFound() throws IOException {
    assertThat(problems("Pipeline pipeline = Pipeline.loads(file);").orElseThrow())
        .contains("cannot find symbol");
  }

  private Optional<String> problems(String text) throws IOException {
    boolean declares = text.lines().anyMatch(line -> line.matches("(public )?(final )?class .*"));
    String body = declares ? text : STATEMENTS.replace("STATEMENTS;", text);
    String name = declares ? body.replaceAll("(?s).*?\\bclass (\\w+).*", "$1") : "Shown";
    // A page that shows a whole file has its own imports.
    boolean whole = text.startsWith("package ");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(folder));
      StringWriter messages = new StringWriter();
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              messages,
              files,
              null,
              List.of("-Xlint:none", "-nowarn"),
              null,
              List.of(new Source(name, whole ? body : IMPORTS + body)));
      task.setProcessors(List.of(new NodeProcessor()));
      return task.call() ? Optional.empty() : Optional.of(messages.toString());
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + JavaFileObject.Kind.SOURCE.extension), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
