package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests of the older system run with the classes of their user, and with nothing else. */
final class OlderManifestTest {
  private static final String MANIFEST =
      """
      {"version": "v1", "metadata": {"name": "calc", "created_at": "2020-01-01"},
       "nodes": [
         {"id": "scale", "node_type": "CalculatorNode", "params": {"factor": 3}, "runtime_hint": "rustpython"},
         {"id": "count", "node_type": "Count", "runtime_hint": "HINT"}],
       "connections": [{"from": "scale", "to": "count"}]MORE}
      """;

  @TempDir Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("nodes"));
    Files.writeString(
        folder.resolve("nodes/calc.py"),
        """
        from old_sdk.core.node import Node

        class CalculatorNode(Node):
            def __init__(self, factor=1, **kwargs):
                super().__init__(**kwargs)
                self.factor = factor

            def process(self, data):
                return data * self.factor
        """);
    Files.writeString(
        folder.resolve("nodes/count.py"),
        """
        class Count:
            seen = 0

            def process(self, data):
                self.seen += 1
                return {"value": data, "seen": self.seen}
        """);
    Files.writeString(folder.resolve("in.jsonl"), "5\n7\n");
  }

  @Test
  void runsWithTheClassesOfItsUser() throws IOException {
    CommandLineRun run =
        run("auto", ",\n \"python\": {\"aliases\": {\"old_sdk\": \"graft.compat\"}}");

    assertThat(run.out()).isEqualTo("{\"value\":15,\"seen\":1}\n{\"value\":21,\"seen\":2}\n");
    assertThat(run.err()).contains("calc: 2 items in");
    assertThat(run.code()).isEqualTo(Exit.OK);
  }

  @Test
  void aHintForCPythonIsAWorker() throws IOException {
    CommandLineRun run =
        run(
            "cpython",
            ",\n \"python\": {\"nodes\": [\"nodes\"], \"aliases\": {\"old_sdk\": \"graft.compat\"}}");

    assertThat(run.code()).isEqualTo(Exit.OK);
    assertThat(run.err()).contains("CPython 3.12");
  }

  @Test
  void nodesOfTheCatalogueDoNotStandIn() throws IOException {
    Files.delete(folder.resolve("nodes/calc.py"));
    CommandLineRun run = run("cpyton", "");
    assertThat(run.err())
        .contains(
            "old.json:4:58: nodes[1].runtime_hint: must be \"auto\", \"rustpython\", \"cpython\" or"
                + " \"cpython_wasm\", got \"cpyton\". Did you mean \"cpython\"?");
    CommandLineRun refused = run("auto", "");

    assertThat(refused.code()).isEqualTo(Exit.REFUSED);
    assertThat(refused.err())
        .contains(
            "old.json:3:33: nodes[0].node_type: there is no Python class \"CalculatorNode\" in the"
                + " files of this manifest, which are those of python.nodes or else of the folder"
                + " nodes beside it. Graft's own \"calculator\" is another node with other"
                + " parameters, see `graft describe calculator`: to use it write a manifest of"
                + " version \"1\".");
    Files.writeString(
        folder.resolve("other.json"),
        """
        {"version": "v1", "nodes": [
          {"id": "a", "node_type": "calculator", "params": {"operation": "add"}},
          {"id": "b", "node_type": "Cuont", "host": "far", "capabilities": {}}]}
        """);
    CommandLineRun other = CommandLineRun.of("validate", folder + "/other.json");
    assertThat(other.err()).contains("other.json:3:37: nodes[1].host: nodes run on this machine.");
    assertThat(other.err()).contains("other.json:3:52: nodes[1].capabilities: nothing looks at");
    Files.writeString(
        folder.resolve("other.json"),
        """
        {"version": "v1", "nodes": [
          {"id": "a", "node_type": "calculator", "params": {"operation": "add"}},
          {"id": "b", "node_type": "Cuont"}]}
        """);
    CommandLineRun names = CommandLineRun.of("validate", folder + "/other.json");
    assertThat(names.err()).contains("Graft's own \"calculator\" is another node");
    assertThat(names.err()).contains("Did you mean \"Count\"?");
  }

  private CommandLineRun run(String hint, String more) throws IOException {
    Path manifest =
        Files.writeString(
            folder.resolve("old.json"), MANIFEST.replace("HINT", hint).replace("MORE", more));
    return CommandLineRun.of(
        "run", manifest.toString(), "-i", folder.resolve("in.jsonl").toString());
  }
}
