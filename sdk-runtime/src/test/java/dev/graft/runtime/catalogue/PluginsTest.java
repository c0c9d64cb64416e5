package dev.graft.runtime.catalogue;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.registry.DuplicateNodeException;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.limits.CompatInfo;
import dev.graft.runtime.limits.KnownLimitations;
import dev.graft.runtime.limits.Limitation;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.ItemSource;
import dev.graft.runtime.run.Pipeline;
import dev.graft.runtime.run.RunOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes in jars that are no part of the program. */
final class PluginsTest {
  @TempDir Path folder = Path.of("");
  private String limitations = "";

  @Test
  void aJarIsAPluginAndSoIsAFolderOfJars() throws Exception {
    jar("p/one.jar", "one", "\"one\"");
    jar("p/two/nodes.jar", "two", "lib.Word.TEXT");
    jar("p/two/lib.jar", "", "");

    assertThat(run("one")).containsExactly("one");
    assertThat(run("two")).containsExactly("two's own library");
  }

  @Test
  void eachHasItsOwnVersionOfALibrary() throws Exception {
    jar("p/two/nodes.jar", "two", "lib.Word.TEXT");
    jar("p/two/lib.jar", "", "");
    jar("p/three/nodes.jar", "three", "lib.Word.TEXT");
    jar("p/three/lib.jar", "", "another version");

    assertThat(run("two")).containsExactly("two's own library");
    assertThat(run("three")).containsExactly("another version");
  }

  @Test
  void aNodeThatIsThereTwiceIsTold() throws Exception {
    jar("p/a.jar", "one", "1");
    jar("p/b.jar", "one", "2");

    assertThat(refused())
        .containsExactly(
            "--plugins: node id \"one\" is defined more than once: plugin.one.Module in %s and plugin.one.Module in %s."
                    .formatted(folder.resolve("p/a.jar"), folder.resolve("p/b.jar"))
                + " Rename one of them, or leave one out.");
  }

  @Test
  void allThatIsWrongIsTold() throws Exception {
    Files.createDirectories(folder.resolve("p"));
    jar("p/lib.jar", "", "");
    Files.writeString(folder.resolve("p/text.jar"), "no jar");
    jar("p/good.jar", "good", "1");

    List<String> problems = refused();

    assertThat(problems).hasSize(2);
    assertThat(problems.get(0))
        .isEqualTo(
            "--plugins: %s cannot be loaded: it has no nodes that Graft's annotation processor has seen; a library belongs into a folder together with the plugin that needs it."
                .formatted(folder.resolve("p/lib.jar")));
    assertThat(problems.get(1)).contains("text.jar cannot be loaded");
  }

  @Test
  void whatItsJarSaysIsKnownToDifferIsKnown() throws Exception {
    limitations =
        """
        {"limitations": [{"id": "ONE-ROUNDS", "title": "it rounds", "kind": "bug",
          "issue": "https://example.org/1", "backends": {"java": "*"}, "cases": ["one/*"],
          "signature": "DIFF/float/*", "reason": "for the test",
          "since": "2026-01-01", "review": "2027-01-01"}]}
        """;
    jar("p/one.jar", "one", "1");

    try (GraftRuntime runtime = runtime()) {
      assertThat(runtime.limitations().stream().map(Limitation::id)).contains("ONE-ROUNDS");
      assertThat(
              CompatInfo.among(runtime.limitations(), "one", BackendId.JAVA).limitations().stream()
                  .map(Limitation::title))
          .containsExactly("it rounds");
    }
    assertThat(KnownLimitations.of(getClass().getClassLoader()).stream().map(Limitation::id))
        .doesNotContain("ONE-ROUNDS");
  }

  @Test
  void aFileOfLimitationsThatIsNotGoodIsTold() throws Exception {
    limitations = "{\"limitations\": [{\"id\": \"X\"}]}";
    jar("p/one.jar", "one", "1");

    List<String> problems = refused();

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst()).contains("one.jar!/META-INF/graft/limitations.json");
    assertThat(problems.getFirst()).contains("limitation X: \"kind\" is missing.");
  }

  @Test
  void aFolderThatIsNotThereIsTold() {
    assertThat(refused())
        .containsExactly(
            "--plugins: there is no folder %s. Check the path; if a build makes it, build first."
                .formatted(folder.resolve("p")));
  }

  @Test
  void aFileIsNoFolderOfPlugins() throws Exception {
    Files.writeString(folder.resolve("p"), "");
    assertThat(refused())
        .containsExactly(
            "--plugins: %s is a file. Name the folder that it lies in: all plugins of a folder are taken."
                .formatted(folder.resolve("p")));
  }

  @Test
  void aManifestNamesFoldersOfThem() throws Exception {
    jar("p/one.jar", "one", "\"one\"");
    jar("q/two.jar", "two", "2L");

    List<@Nullable Object> outputs = new ArrayList<>();
    Path file = manifest("{'plugins': ['p', 'q'], 'type': 'one'}");
    try (Pipeline pipeline = Pipeline.load(file).open(settings(), RunOptions.DEFAULT)) {
      pipeline.run(ItemSource.of(List.of(1L).iterator()), outputs::add);
    }
    assertThat(outputs).containsExactly("one");
    assertThat(run(runtime("q"), manifest("{'plugins': ['p'], 'type': 'two'}")))
        .containsExactly(2L);
  }

  @Test
  void onePluginIsOneHoweverManyNameIt() throws Exception {
    jar("p/one.jar", "one", "\"one\"");
    Path first = manifest("{'plugins': ['p', './p'], 'type': 'one'}");
    Path second = manifest("{'plugins': ['p'], 'type': 'one'}");

    try (GraftRuntime runtime = runtime("./p")) {
      Object named = runtime.plan(ManifestReader.read(first)).stages().getFirst().candidates();
      assertThat(runtime.plan(ManifestReader.read(second)).stages().getFirst().candidates())
          .isEqualTo(named);
    }
    jar("q/copy.jar", "one", "\"one\"");
    try (GraftRuntime runtime = runtime("q")) {
      assertThat(refused(runtime, second))
          .containsExactly(
              "%s:2:13: plugins[0]: node id \"one\" is defined more than once: plugin.one.Module in %s and plugin.one.Module in %s. Rename one of them, or leave one out."
                  .formatted(second, folder.resolve("q/copy.jar"), folder.resolve("p/one.jar")));
    }
  }

  @Test
  void allThatIsWrongWithThoseOfAManifestIsToldWithItsPlace() throws Exception {
    jar("p/one.jar", "one", "1");
    Path bad = Files.createDirectories(folder.resolve("bad"));
    Files.writeString(bad.resolve("text.jar"), "no jar");
    Path file = manifest("{'plugins': ['none', 'p/one.jar', 'bad'], 'type': 'one'}");

    try (GraftRuntime runtime = GraftRuntime.create(settings())) {
      List<String> problems = refused(runtime, file);

      assertThat(problems).hasSize(3);
      assertThat(problems.get(0))
          .isEqualTo(
              "%s:2:13: plugins[0]: there is no folder %s. Check the path; if a build makes it, build first."
                  .formatted(file, folder.resolve("none")));
      assertThat(problems.get(1))
          .isEqualTo(
              "%s:2:21: plugins[1]: %s is a file. Name the folder that it lies in: all plugins of a folder are taken."
                  .formatted(file, folder.resolve("p/one.jar")));
      assertThat(problems.get(2)).startsWith(file + ":2:34: plugins[2]: " + bad);
    }
  }

  @Test
  void whatThoseOfAManifestSayIsKnownToDifferIsKnownOnceThereIsAPlan() throws Exception {
    limitations =
        """
        {"limitations": [{"id": "ONE-ROUNDS", "title": "it rounds", "kind": "bug",
          "issue": "https://example.org/1", "backends": {"java": "*"}, "cases": ["one/*"],
          "signature": "DIFF/float/*", "reason": "for the test",
          "since": "2026-01-01", "review": "2027-01-01"}]}
        """;
    jar("p/one.jar", "one", "1");
    try (GraftRuntime runtime = GraftRuntime.create(settings())) {
      runtime.plan(ManifestReader.read(manifest("{'plugins': ['p'], 'type': 'one'}")));

      assertThat(runtime.limitations().stream().map(Limitation::id)).contains("ONE-ROUNDS");
    }
  }

  @Test
  void aPluginMakesRoomForTheSourcesThatItWasMadeOf() throws Exception {
    jar("p/one.jar", "one", "1");
    try (GraftRuntime old = runtime();
        GraftRuntime none = GraftRuntime.create(settings())) {
      NodeImplementation.JavaNode plugged =
          old.catalogue().find("one").orElseThrow().java().orElseThrow();
      NodeImplementation.JavaNode made = new NodeImplementation.JavaNode(plugged.factory());

      Catalogue newer = old.catalogue().withNewer(List.of(made));

      assertThat(newer.find("one").orElseThrow().java()).hasValue(made);
      NodeImplementation.JavaNode other =
          new NodeImplementation.JavaNode(plugged.factory(), plugged.plugin());
      assertThrows(
          DuplicateNodeException.class,
          () -> none.catalogue().with(made).withNewer(List.of(other)));
    }
  }

  /** A pipeline of one node. */
  private Path manifest(String plugins) throws IOException {
    int type = plugins.indexOf(", 'type': ");
    return Files.writeString(
        Files.createTempFile(folder, "p", ".json"),
        """
        {'version': '1', 'name': 'x',
        %s, 'nodes': [{'id': 'n', %s]}
        """
            .formatted(plugins.substring(1, type), plugins.substring(type + 2))
            .replace('\'', '"'));
  }

  private static List<String> refused(GraftRuntime runtime, Path manifest)
      throws ManifestException {
    Manifest read = ManifestReader.read(manifest);
    return assertThrows(ManifestException.class, () -> runtime.plan(read)).messages();
  }

  private BackendSettings settings() {
    return new BackendSettings(folder, Optional.empty());
  }

  private List<String> refused() {
    return assertThrows(ManifestException.class, () -> runtime().close()).messages();
  }

  private GraftRuntime runtime() throws ManifestException {
    return runtime("p");
  }

  private GraftRuntime runtime(String plugins) throws ManifestException {
    return GraftRuntime.create(
        settings(), new NodeSources(List.of(), List.of(folder.resolve(plugins))));
  }

  private List<@Nullable Object> run(String type) throws Exception {
    return run(runtime(), manifest("{'plugins': [], 'type': '%s'}".formatted(type)));
  }

  private static List<@Nullable Object> run(GraftRuntime runtime, Path manifest) throws Exception {
    List<@Nullable Object> outputs = new ArrayList<>();
    try (runtime) {
      runtime
          .open(runtime.plan(ManifestReader.read(manifest)))
          .run(ItemSource.of(List.of(1L).iterator()), outputs::add);
    }
    return outputs;
  }

  /** A jar with a node that emits an expression of Java; without a name, a library. */
  private void jar(String path, String name, String expression) throws IOException {
    Path sources = Files.createTempDirectory(folder, "src");
    Path classes = Files.createTempDirectory(folder, "classes");
    String word = expression.isEmpty() || !name.isEmpty() ? "two's own library" : expression;
    Path library = write(sources, "lib/Word.java", LIBRARY.replace("WORD", word));
    if (name.isEmpty()) {
      compile(classes, library);
    } else {
      Path libraryClasses = Files.createTempDirectory(folder, "lib");
      compile(libraryClasses, library);
      Path module =
          write(sources, "Module.java", MODULE.replace("NAME", name).replace("VALUE", expression));
      compile(classes, libraryClasses, module);
      write(
          classes,
          "META-INF/services/dev.graft.registry.NodeModule",
          "plugin." + name + ".Module\n");
    }
    if (!limitations.isEmpty()) {
      write(classes, KnownLimitations.RESOURCE, limitations);
    }
    Path jar = folder.resolve(path);
    Files.createDirectories(jar.resolveSibling("."));
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
  }

  private static Path write(Path root, String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, text);
  }

  private static void compile(Path target, Path source) {
    compile(target, target, source);
  }

  private static void compile(Path target, Path library, Path source) {
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                target.toString(),
                "-cp",
                library
                    + System.getProperty("path.separator")
                    + System.getProperty("java.class.path"),
                source.toString());
    assertWithMessage("compiles").that(code).isEqualTo(0);
  }

  private static final String LIBRARY =
      """
      package lib;
      public final class Word {
        public static final String TEXT = new String("WORD");
      }
      """;

  private static final String MODULE =
      """
      package plugin.NAME;

      import dev.graft.descriptor.*;
      import dev.graft.node.*;
      import dev.graft.params.ParamReader;
      import dev.graft.registry.*;
      import java.util.*;

      public final class Module implements NodeModule {
        public String name() { return "plugin"; }

        public List<NodeFactory> factories() { return List.of(new Factory()); }

        private static final class Factory implements NodeFactory {
          public NodeDescriptor descriptor() {
            return new NodeDescriptor(
                new NodeContract(
                    "NAME", "1.0", "A node of a plugin.", List.of(),
                    List.of(PortDescriptor.in(ValueType.Scalar.ANY)),
                    List.of(PortDescriptor.out(ValueType.Scalar.ANY)),
                    StateDescriptor.NONE, Purity.PURE),
                Implementation.java("plugin.NAME.Module"));
          }

          public NodeInstance create(ParamReader params) {
            params.finish();
            return new NodeInstance() {
              public void open(NodeContext context) {}
              public void process(Object item, Emitter<Object> out) { out.emit(VALUE); }
              public void flush(Emitter<Object> out) {}
              public Map<String, Object> snapshot() { return Map.of(); }
              public void restore(Map<String, ? extends Object> state) {}
              public void close() {}
            };
          }
        }
      }
      """;
}
