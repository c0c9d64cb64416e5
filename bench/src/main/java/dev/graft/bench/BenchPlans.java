package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.catalogue.CatalogueEntry;
import dev.graft.runtime.manifest.Manifest;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.manifest.ManifestReader;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.run.GraftRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Plans for the groups. Nodes that the SDK does not have come from a file, as a user's would. */
final class BenchPlans {
  /** The Python nodes that this module brings. */
  static final List<String> OWN = List.of("add-value", "transform");

  private BenchPlans() {}

  /** Whether a backend can host all nodes of a group. */
  static boolean canHost(GraftRuntime runtime, Group group, BackendId backend) {
    return group.nodes().stream()
        .allMatch(
            node ->
                OWN.contains(node.type())
                    ? backend != BackendId.JAVA
                    : runtime
                        .catalogue()
                        .find(node.type())
                        .map((CatalogueEntry entry) -> entry.in(backend.language()).isPresent())
                        .orElse(false));
  }

  /** The plan of a group on a backend. */
  static PipelinePlan of(GraftRuntime runtime, Group group, BackendId backend)
      throws ManifestException {
    StringBuilder nodes = new StringBuilder();
    for (Group.Node node : group.nodes()) {
      nodes.append(nodes.isEmpty() ? "" : ",");
      nodes.append(
          "{\"id\":\"%s\",\"type\":\"%s\",\"params\":%s,\"backend\":\"%s\"}"
              .formatted(node.type(), node.type(), node.params(), backend));
    }
    boolean own = group.nodes().stream().anyMatch(node -> OWN.contains(node.type()));
    Path folder = own ? ownNodes() : Path.of("");
    String python = own ? "\"python\":{\"nodes\":[\"nodes.py\"]}," : "";
    Manifest manifest =
        ManifestReader.read(
            "{\"version\":\"1\",\"name\":\"bench\",%s\"nodes\":[%s]}".formatted(python, nodes),
            "bench",
            folder);
    return runtime.plan(manifest);
  }

  /** The folder with this module's Python nodes, as a user would have one. */
  static Path ownNodes() {
    try (InputStream in =
        Objects.requireNonNull(BenchPlans.class.getResourceAsStream("nodes.py"))) {
      Path folder = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "graft-bench"));
      Files.write(folder.resolve("nodes.py"), in.readAllBytes());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
