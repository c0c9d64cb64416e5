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
  void whoeverMissesOneIsToldHowToNameItsPlace() throws IOException {
    String advice =
        " `graft nodes` lists all. If it is in a file or jar of yours, name that with --nodes or --plugins, or in graft.json.\n";
    Files.writeString(
        folder.resolve("own.json"),
        """
        {"version": "1", "name": "p", "nodes": [{"id": "s", "type": "sliding-average"}]}
        """);
    assertThat(run("validate", "own.json").err()).endsWith(advice);
    assertThat(run("describe", "sliding-average").err()).endsWith(advice);
    assertThat(run("port", "sliding-average", "--to", path("nodes")).err()).endsWith(advice);
    assertThat(run("matrix", "--node", "sliding-average").err()).endsWith(advice);
    assertThat(run("matrix", "can-switch", "sliding-average").err()).endsWith(advice);
    assertThat(run("matrix", "repro", "sliding-average/one").err()).endsWith(advice);
    assertThat(run("describe", "sliding-average").err())
        .containsMatch("there is no node \"sliding-average\"\\. Of \\d+ the nearest are: ");
    assertThat(run("describe", "countr").err())
        .isEqualTo("graft: there is no node \"countr\". Did you mean \"counter\"?\n");
  }

  @Test
  void theCommandThatRenewsAReportNamesThemAgain() {
    run("matrix", "--node", "add-ten", "--random", "0", "--backend", "java", "-o", path("out"));
    CommandLineRun asked =
        run(
            "matrix",
            "can-switch",
            "shout",
            "-o",
            path("out"),
            "--nodes",
            path("nodes"),
            "--corpus",
            path("nodes"));
    assertThat(asked.err())
        .endsWith(
            "Renew it: graft matrix --node shout --random 1000 -o %s --nodes %s --corpus %s\n"
                .formatted(path("out"), path("nodes"), path("nodes")));
  }

  @Test
  void aClassThatIsNoneIsNamed() throws IOException {
    Files.writeString(
        folder.resolve("nodes/bad.py"),
        """
        class Helper:
            def process(self, item):
                return item

        class NoProcess:
            def proces(self, item):
                return item

        def process(item):
            return item
        """);
    Files.writeString(
        folder.resolve("bad.json"),
        """
        {"version": "1", "name": "p", "python": {"nodes": ["nodes/bad.py"]},
         "nodes": [{"id": "s", "type": "no-process"}]}
        """);
    String fact =
        "\"no-process\". The class NoProcess in %s is none: it has no method process.\n"
            .formatted(folder.resolve("nodes/bad.py"));
    assertThat(run("validate", "bad.json").err()).endsWith(fact);
    assertThat(run("describe", "no-process", "--nodes", path("nodes")).err()).endsWith(fact);
    assertThat(run("matrix", "--node", "no-process", "--nodes", path("nodes/bad.py")).err())
        .endsWith(fact);
  }

  @Test
  void whoeverNamesOneByItsClassIsToldItsId() throws IOException {
    Files.writeString(
        folder.resolve("class.json"),
        """
        {"version": "1", "name": "p", "nodes": [{"id": "s", "type": "ShoutNode"}, {"id": "c", "type": "CalculatorNode"}]}
        """);
    assertThat(run("validate", "class.json", "--nodes", path("nodes")).err())
        .contains("no node type \"ShoutNode\". There is one with the id \"shout\".\n");
    assertThat(run("validate", "class.json", "--nodes", path("nodes")).err())
        .contains(
            "The id is \"calculator\" now; its parameters may have changed as well: see `graft describe calculator`.");
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
  void mayBePluginsThatTheManifestNames() throws IOException {
    Path manifest =
        Files.writeString(
            folder.resolve("plugged.json"),
            """
            {"version": "1", "name": "p", "plugins": ["nodes"],
             "nodes": [{"id": "s", "type": "shout", "backend": "cpython"}]}
            """);
    String input = path("in.txt");

    assertThat(run("run", "plugged.json", "-i", input).out()).isEqualTo("\"HELLO\"\n");
    assertThat(run("run", "plugged.json", "-i", input, "--plugins", path("nodes")).out())
        .isEqualTo("\"HELLO\"\n");
    assertThat(run("validate", "plugged.json").code()).isEqualTo(Exit.OK);
    assertThat(run("graph", "plugged.json").out()).contains("shout");
    CommandLineRun record =
        run("record", "plugged.json", "--node", "s", "-i", input, "--to", path("cases"));
    assertThat(record.err())
        .endsWith(
            "next: graft matrix --node shout --plugins %s --corpus %s\n"
                .formatted(path("nodes"), path("cases")));
    run(
        "matrix",
        "--node",
        "shout",
        "--random",
        "0",
        "--plugins",
        path("nodes"),
        "-o",
        path("out"));
    CommandLineRun moved =
        run("switch", "shout", "--to", "graalpy", "--manifest", "plugged.json", "-o", path("out"));
    assertThat(moved.err()).contains("nothing was changed.");

    Files.writeString(manifest, Files.readString(manifest).replace("[\"nodes\"]", "[\"in.txt\"]"));
    assertThat(run("validate", "plugged.json").err())
        .isEqualTo(
            "graft: %s:1:43: plugins[0]: %s is a file. Name the folder that it lies in: all plugins of a folder are taken.\n"
                .formatted(manifest, input));
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
