package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrix over the nodes of the SDK, on all backends, as a user runs it. */
final class MatrixCommandTest {
  @TempDir Path folder = Path.of("");

  @Test
  void explainsEveryDifferenceAndWritesThePagesOfTheDocs() throws IOException {
    CommandLineRun run =
        CommandLineRun.of("matrix", "--random", "6", "--output", folder.toString());

    assertWithMessage("%s%s", run.out(), run.err()).that(run.code()).isEqualTo(0);
    for (String report : new String[] {"report.html", "report.json", "report.md", "junit.xml"}) {
      assertThat(Files.exists(folder.resolve(report))).isTrue();
    }
    assertPagesAreCurrent(folder.resolve("nodes"));
  }

  private static void assertPagesAreCurrent(Path made) throws IOException {
    Path pages = Path.of("..", "docs", "nodes");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(pages);
      for (Path page : files(pages)) {
        Files.delete(page);
      }
      for (Path page : files(made)) {
        Files.copy(page, pages.resolve(page.getFileName()));
      }
    }
    assertThat(names(pages)).isEqualTo(names(made));
    for (Path page : files(made)) {
      assertThat(Files.readString(pages.resolve(page.getFileName())))
          .isEqualTo(Files.readString(page));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    return files(folder).stream().map(file -> String.valueOf(file.getFileName())).toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void refusesANodeThatIsNotThere() {
    CommandLineRun run =
        CommandLineRun.of("matrix", "--node", "calclator", "--output", folder.toString());

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("calclator");
  }

  @Test
  void refusesAPartThatIsNone() {
    CommandLineRun run = matrix("--shard", "4/3");

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("\"4/3\" is no part of a whole");
  }

  @Test
  void refusesToGoOnFromARunThatWasNot() {
    assertThat(matrix("--failed-last").err()).contains("has no run that ended");
    String folder = this.folder.toString();
    CommandLineRun freeze = CommandLineRun.of("matrix", "freeze", "--output", folder);
    assertThat(freeze.code()).isEqualTo(64);
    assertThat(freeze.err()).contains("there was no run");
    CommandLineRun merge = CommandLineRun.of("matrix", "merge", folder, "--output", folder);
    assertThat(merge.code()).isEqualTo(64);
    assertThat(merge.err()).contains("no results of graft matrix are there");
  }

  @Test
  void refusesARevisionThatGitDoesNotKnow() {
    CommandLineRun run = matrix("--changed", "no-such-revision");

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).contains("git cannot say what changed");
  }

  @Test
  void aNodeIsPlayedOnceUnlessItIsAskedForAgain() {
    String[] options = {"--node", "double", "--backend", "java"};
    assertThat(matrix(options).out()).doesNotContain("earlier run");
    assertThat(matrix(options).out()).contains("of the results are those of an earlier run");
    String[] again = Arrays.copyOf(options, options.length + 1);
    again[options.length] = "--fresh";
    assertThat(matrix(again).out()).doesNotContain("earlier run");
  }

  private CommandLineRun matrix(String... options) {
    List<String> line = new ArrayList<>(List.of("matrix", "--output", folder.toString()));
    line.addAll(List.of(options));
    return CommandLineRun.of(line.toArray(new String[0]));
  }
}
