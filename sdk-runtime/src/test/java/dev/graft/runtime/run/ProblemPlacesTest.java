package dev.graft.runtime.run;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.backend.BackendSettings;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.manifest.Problem;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the planner finds out stands at a line and a column, too. */
final class ProblemPlacesTest {
  private static final String NODES =
      """
      version: "1"
      name: x
      nodes:
        - id: a
          type: sums
          permissions: [native, "host:no.such.Type"]
          limits: {cpu_s: 1}
        - id: b
          type: sum
        - {id: c, type: sums, params: {n: -1, m: {k: 2}}, backend: cpython}
        - id: d
          params: {n: -1}
          type: sums
          isolated: true
          parallelism: 2
        - {id: loose, type: sums}
      connections:
        - {from: a, to: b}
        - {from: b, to: c}
        - {from: a, to: b}
        - {from: c, to: d}
      python:
        nodes: [no.py]
        environments: {e: {venv: no}}
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void everyProblemStandsSomewhere() throws ManifestException {
    ManifestException e = refused(read(NODES.substring(0, NODES.indexOf("python:"))));

    assertThat(e.messages())
        .containsExactly(
            "m.yaml:6:27: nodes[0].permissions[1]: there is no class \"no.such.Type\" on the class"
                + " path. Correct its name or add its jar.",
            "m.yaml:7:13: nodes[0].limits: only a worker process can be limited, and this node may"
                + " run on java. Remove it.",
            "m.yaml:9:11: nodes[1].type: there is no node type \"sum\". Did you mean \"sums\"?",
            "m.yaml:10:62: nodes[2].backend: type \"sums\" has no implementation for cpython. It"
                + " runs on: java. If there is one in a file of yours, name that in \"python.nodes\" or with --nodes.",
            "m.yaml:12:17: nodes[3].params.n: must be at least 0, got -1.",
            "m.yaml:16:5: nodes[4]: is in no connection. Connect it, or remove it.",
            "m.yaml:20:5: connections[2]: \"a\" is connected to \"b\" already. Remove one of the"
                + " two.")
        .inOrder();
  }

  @Test
  void filesAndEnvironmentsStandWhereTheManifestNamesThem() throws ManifestException {
    ManifestException e = refused(read(NODES));

    assertThat(e.problems().stream().map(Problem::position).filter(Optional::isPresent).toList())
        .hasSize(e.problems().size());
    assertThat(e.messages().getFirst()).startsWith("m.yaml:23:");
  }

  @Test
  void whatAProgramMadeStandsNowhere() throws ManifestException {
    Manifest read = read(NODES.substring(0, NODES.indexOf("python:")));
    ManifestException e =
        refused(
            new Manifest(
                read.name(),
                read.nodes(),
                read.connections(),
                read.python(),
                read.onError(),
                read.directory()));

    assertThat(e.messages())
        .containsAtLeast(
            "node \"a\": limits: only a worker process can be limited, and this node may run on"
                + " java. Remove it.",
            "node \"b\": there is no node type \"sum\". Did you mean \"sums\"?",
            "node \"d\": params.n: must be at least 0, got -1.",
            "connections[2]: \"a\" is connected to \"b\" already. Remove one of the two.");
  }

  private Manifest read(String yaml) throws ManifestException {
    return ManifestReader.read(yaml, "m.yaml", folder);
  }

  private ManifestException refused(Manifest manifest) {
    try (GraftRuntime runtime =
        GraftRuntime.create(
            new BackendSettings(folder, Optional.empty()), getClass().getClassLoader())) {
      return assertThrows(ManifestException.class, () -> runtime.plan(manifest));
    }
  }
}
