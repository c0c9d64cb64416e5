package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that a command is told of. */
final class NodeOptionsTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("nodes"));
    Files.writeString(
        folder.resolve("nodes/own.py"),
        """
        class ShoutNode:
            \"""Says it louder.\"""

            def process(self, item):
                return item.upper()
        """);
    Files.writeString(
        folder.resolve("p.json"),
        """
        {"version": "1", "name": "p", "nodes": [{"id": "s", "type": "shout", "backend": "cpython"}]}
        """);
    Files.writeString(
        folder.resolve("old.json"),
        """
        {"version": "v1", "metadata": {"name": "old"},
         "nodes": [{"id": "s", "node_type": "ShoutNode", "runtime_hint": "cpython"}], "connections": []}
        """);
    Files.writeString(folder.resolve("in.txt"), "hello\n");
  }

  @Test
  void areRunFromAFileOrAFolder() {
    for (String where : new String[] {"nodes", "nodes/own.py"}) {
      CommandLineRun run = run("run", "p.json", "--nodes", path(where), "-i", path("in.txt"));
      assertWithMessage("%s", run.err()).that(run.code()).isEqualTo(Exit.OK);
      assertThat(run.out()).isEqualTo("\"HELLO\"\n");
    }
  }

  @Test
  void areListedAndDescribedAndValidated() {
    assertThat(run("nodes", "--nodes", path("nodes")).out())
        .containsMatch("shout +\\S+ +graalpy cpython");
    assertThat(run("describe", "shout", "--nodes", path("nodes")).out()).contains("# shout");
    assertThat(run("validate", "p.json", "--nodes", path("nodes")).code()).isEqualTo(Exit.OK);
    assertThat(run("validate", "p.json").code()).isEqualTo(Exit.REFUSED);
  }

  @Test
  void mayBeThoseThatTheManifestNamesAsWell() throws IOException {
    Files.writeString(
        folder.resolve("named.json"),
        """
        {"version": "1", "name": "p", "python": {"nodes": ["nodes/own.py"]},
         "nodes": [{"id": "s", "type": "shout", "backend": "cpython"}]}
        """);
    Files.createDirectories(folder.resolve("copies"));
    Files.copy(folder.resolve("nodes/own.py"), folder.resolve("copies/own.py"));

    CommandLineRun same = run("run", "named.json", "--nodes", path("nodes"), "-i", path("in.txt"));
    CommandLineRun copy = run("run", "named.json", "--nodes", path("copies"), "-i", path("in.txt"));

    assertWithMessage("%s", same.err()).that(same.code()).isEqualTo(Exit.OK);
    assertThat(same.out()).isEqualTo("\"HELLO\"\n");
    assertThat(copy.err()).contains("node id \"shout\" is defined more than once: ");
  }

  @Test
  void countByTheirClassInOlderManifests() throws IOException {
    Path other = Files.createDirectories(folder.resolve("elsewhere"));
    Files.move(folder.resolve("nodes/own.py"), other.resolve("own.py"));

    CommandLineRun run = run("run", "old.json", "--nodes", other.toString(), "-i", path("in.txt"));

    assertWithMessage("%s", run.err()).that(run.code()).isEqualTo(Exit.OK);
    assertThat(run.out()).isEqualTo("\"HELLO\"\n");
  }

  @Test
  void whatIsWrongWithThemIsToldInOneLine() throws IOException {
    Files.writeString(
        folder.resolve("twice.py"),
        "class CounterNode:\n    def process(self, item):\n        return item\n");

    CommandLineRun missing = run("nodes", "--nodes", path("none"));
    CommandLineRun twice = run("nodes", "--nodes", path("twice.py"));

    assertThat(missing.code()).isEqualTo(Exit.REFUSED);
    assertThat(missing.err())
        .isEqualTo("graft: --nodes: there is no file or folder %s.\n".formatted(path("none")));
    assertThat(twice.code()).isEqualTo(Exit.REFUSED);
    assertThat(twice.err()).contains("node id \"counter\" is defined more than once: ");
    assertThat(twice.err()).contains("CounterNode in " + path("twice.py"));
  }

  private CommandLineRun run(String... arguments) {
    String[] all = arguments.clone();
    for (int i = 0; i < all.length; i++) {
      all[i] = all[i].endsWith(".json") ? path(all[i]) : all[i];
    }
    return CommandLineRun.of(all);
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }
}
