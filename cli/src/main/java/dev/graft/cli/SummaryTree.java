package dev.graft.cli;

import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.run.RunEvent;
import dev.graft.runtime.run.RunFailedException;
import dev.graft.runtime.run.RunSummary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The summary of a run, for a program. */
final class SummaryTree {
  private static final double SECOND = 1e9;

  private SummaryTree() {}

  /** Maps, lists, texts and numbers. */
  static Map<String, @Nullable Object> of(
      RunSummary summary, Optional<RunFailedException> failure, boolean interrupted) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("name", summary.name());
    tree.put("result", failure.isPresent() ? "failed" : interrupted ? "interrupted" : "done");
    tree.put("failure", failure.map(SummaryTree::failure).orElse(null));
    tree.put("items", summary.items());
    tree.put("outputs", summary.outputs());
    tree.put("seconds", summary.nanos() / SECOND);
    tree.put("nodes", summary.stages().stream().map(SummaryTree::node).toList());
    if (!summary.shadows().isEmpty()) {
      tree.put("shadows", summary.shadows().stream().map(ShadowText::tree).toList());
    }
    summary.profile().ifPresent(profile -> tree.put("profile", ProfileTree.of(profile)));
    tree.put("events", summary.events().stream().map(RunEvent::text).toList());
    return tree;
  }

  private static Map<String, @Nullable Object> failure(RunFailedException e) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("message", e.getMessage());
    Optional<NodeFailure> node = e.failure();
    tree.put("node", node.map(NodeFailure::nodeId).orElse(null));
    tree.put("kind", node.map(failure -> failure.kind().text()).orElse(null));
    tree.put(
        "item",
        node.filter(failure -> failure.index().isPresent())
            .map(failure -> failure.index().getAsLong())
            .orElse(null));
    return tree;
  }

  private static Map<String, @Nullable Object> node(RunSummary.StageSummary stage) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("id", stage.nodeId());
    tree.put("type", stage.type());
    tree.put("backend", stage.servedBy().backend().text());
    tree.put("implementation", stage.servedBy().implementation());
    tree.put("taken", stage.taken());
    tree.put("emitted", stage.emitted());
    tree.put("rejected", stage.rejected());
    tree.put("lost_hosts", stage.losses().count());
    return tree;
  }
}
