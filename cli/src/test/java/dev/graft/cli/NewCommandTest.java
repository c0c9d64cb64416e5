package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.cli.project.ProjectKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

/** A new project compiles as it says, and its node passes the matrix. */
@Timeout(300)
final class NewCommandTest {
  private static final Path TEMPLATES = Path.of("src/main/resources/new-project");

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @EnumSource
  void compilesAndPassesTheMatrix(ProjectKind kind) throws Exception {
    Path project = folder.resolve("My first_Nodes");
    CommandLineRun run = CommandLineRun.of("new", project.toString(), option(kind));
    assertThat(run.code()).isEqualTo(Exit.OK);
    assertThat(run.err()).isEqualTo("next: cd '" + project + "' && mvn test\n");
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(project.resolve("pom.xml").toFile());
    assertThat(pom.getElementsByTagName("artifactId").item(0).getTextContent())
        .isEqualTo("my-first_nodes");

    List<String> args =
        new ArrayList<>(
            List.of(
                "matrix",
                "--node",
                "running-total",
                "--random",
                "5",
                "-o",
                folder.resolve("reports").toString()));
    if (kind != ProjectKind.PYTHON) {
      compile(project, "src/main/java", "classes", "17");
      jar(project);
    }
    compile(project, "src/test/java", "test-classes", "25");
    Process matrix =
        ForkedGraft.of("-Xmx512m", args.toArray(String[]::new))
            .directory(project.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(matrix.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertWithMessage("%s", said).that(ForkedGraft.end(matrix)).isEqualTo(0);
    assertThat(said.contains("– no python node")).isEqualTo(kind == ProjectKind.JAVA);
    assertThat(said.contains("– no java node")).isEqualTo(kind == ProjectKind.PYTHON);
  }

  @Test
  void everyFileIsOfSomeKind() throws IOException {
    Set<String> listed = new HashSet<>();
    for (ProjectKind kind : ProjectKind.values()) {
      listed.addAll(
          Files.readAllLines(TEMPLATES.resolve(kind.name().toLowerCase(Locale.ROOT) + ".txt")));
    }
    try (Stream<Path> tree = Files.walk(TEMPLATES)) {
      assertThat(
              tree.filter(Files::isRegularFile)
                  .map(file -> TEMPLATES.relativize(file).toString())
                  .filter(name -> name.contains("/")))
          .containsExactlyElementsIn(listed);
    }
  }

  @Test
  void aTwinIsTheUsualProjectAndKnowsItsVersion() throws IOException {
    assertThat(CommandLineRun.of("new", folder.resolve("x").toString()).code()).isEqualTo(Exit.OK);

    assertThat(Files.exists(folder.resolve("x/src/main/python/running_total.py"))).isTrue();
    assertThat(Files.exists(folder.resolve("x/.gitignore"))).isTrue();
    assertThat(Files.exists(folder.resolve("x/.github/workflows/build.yml"))).isTrue();
    String pom = Files.readString(folder.resolve("x/pom.xml"));
    assertThat(pom).contains("<graft.version>" + Version.text() + "</graft.version>");
    assertThat(pom).doesNotContain("{{");
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<version>" + Version.text() + "</version>");
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    Files.writeString(folder.resolve("mine.txt"), "mine");
    CommandLineRun full = CommandLineRun.of("new", folder.toString());
    assertThat(full.err()).contains("is there already and not empty. Name a new folder");
    assertThat(full.code()).isEqualTo(Exit.REFUSED);
    assertThat(CommandLineRun.of("new", folder.resolve("mine.txt").toString()).err())
        .contains("is a file. Name a folder.");
    assertThat(CommandLineRun.of("new", folder.resolve("…").toString()).err())
        .contains("Name a folder with letters or digits.");
    CommandLineRun two =
        CommandLineRun.of("new", folder.resolve("x").toString(), "--java", "--python");
    assertThat(two.code()).isEqualTo(Exit.USAGE);
    try (Stream<Path> children = Files.list(folder)) {
      assertThat(children).hasSize(1);
    }
  }

  private static String option(ProjectKind kind) {
    return "--" + kind.name().toLowerCase(Locale.ROOT);
  }

  private static void compile(Path project, String sources, String classes, String release)
      throws IOException {
    String path = System.getProperty("java.class.path");
    List<String> args =
        new ArrayList<>(
            List.of(
                "--release",
                release,
                "-proc:full",
                "-processorpath",
                path,
                "-cp",
                path,
                "-d",
                project.resolve(classes).toString()));
    try (Stream<Path> tree = Files.walk(project.resolve(sources))) {
      tree.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(args::add);
    }
    tool("javac", args);
  }

  private static void jar(Path project) throws IOException {
    Files.createDirectories(project.resolve("target/plugins"));
    tool(
        "jar",
        List.of(
            "--create",
            "--file",
            project.resolve("target/plugins/nodes.jar").toString(),
            "-C",
            project.resolve("classes").toString(),
            "."));
  }

  private static void tool(String name, List<String> args) {
    assertWithMessage("%s %s", name, args)
        .that(
            ToolProvider.findFirst(name)
                .orElseThrow()
                .run(System.out, System.err, args.toArray(String[]::new)))
        .isEqualTo(0);
  }
}
