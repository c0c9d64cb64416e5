package dev.graft.bench;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.plan.StagePlan;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The node of a case, as programs without Graft's host are told to open it. */
final class PeerNode {
  private PeerNode() {}

  /** Where Python finds it, and its parameters. */
  static Map<String, @Nullable Object> of(BenchCase benchCase, Workplace place)
      throws IOException, ManifestException {
    PipelinePlan plan = place.plan(benchCase, BackendId.CPYTHON);
    Map<String, @Nullable Object> request = new LinkedHashMap<>();
    request.put("roots", BundledProgram.roots(place));
    request.put("node", of(plan.stages().getFirst()));
    return request;
  }

  /** The node of a stage. */
  static Map<String, @Nullable Object> of(StagePlan stage) {
    StagePlan.Candidate candidate = stage.candidates().getFirst();
    Map<String, @Nullable Object> node = new LinkedHashMap<>();
    node.put("module", module(stage.type()));
    node.put("class", candidate.node().descriptor().implementation().symbol());
    node.put("params", candidate.params());
    return node;
  }

  private static String module(String type) {
    return type.startsWith("bench-") ? "bench_nodes" : "graft.nodes." + type.replace('-', '_');
  }
}
