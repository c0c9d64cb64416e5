package dev.graft.bench;

import dev.graft.node.Emitter;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.NodeOpening;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.manifest.ManifestException;
import dev.graft.runtime.plan.PipelinePlan;
import dev.graft.runtime.plan.StagePlan;
import dev.graft.runtime.run.GraftRuntime;
import dev.graft.runtime.run.SystemContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nodes of a group, open on one backend, and called as a pipeline calls them. */
final class OpenGroup implements AutoCloseable {
  private final Group group;
  private final BackendSession session;
  private final List<HostedNode> nodes = new ArrayList<>();
  private final List<@Nullable Object> outputs = new ArrayList<>();
  private long calls;

  private OpenGroup(Group group, BackendSession session) {
    this.group = group;
    this.session = session;
  }

  /** Opens the nodes in a session of their own: a new interpreter where the backend has one. */
  static OpenGroup open(GraftRuntime runtime, Group group, BackendId backend)
      throws ManifestException, HostingRefusedException, NodeFailureException {
    PipelinePlan plan = BenchPlans.of(runtime, group, backend);
    OpenGroup open = new OpenGroup(group, runtime.backend(backend).openSession());
    for (StagePlan stage : plan.stages()) {
      StagePlan.Candidate candidate = stage.candidates().getFirst();
      open.nodes.add(
          open.session.open(
              new NodeOpening(
                  stage.nodeId(),
                  candidate.node(),
                  candidate.params(),
                  SystemContext.of(stage.nodeId()))));
    }
    return open;
  }

  /** Gives the input to the first node, and returns what the last one emits. */
  List<@Nullable Object> call() throws NodeFailureException {
    calls++;
    outputs.clear();
    give(0, group.input());
    return outputs;
  }

  private boolean give(int index, @Nullable Object value) throws NodeFailureException {
    if (index == nodes.size()) {
      outputs.add(value);
      return true;
    }
    List<@Nullable Object> emitted = new ArrayList<>(1);
    Emitter<@Nullable Object> collect = emitted::add;
    nodes.get(index).process(List.of(Item.of(calls, value)), collect);
    for (Object each : emitted) {
      give(index + 1, each);
    }
    return true;
  }

  /**
   * Calls once and compares what comes out, by type and value, with what must.
   *
   * @throws IllegalStateException if it is something else
   */
  void verify() throws NodeFailureException {
    List<@Nullable Object> seen = new ArrayList<>(call());
    List<@Nullable Object> expected = group.expected(calls);
    if (!seen.equals(expected)) {
      throw new IllegalStateException(
          "group %s, call %d: expected %s, got %s"
              .formatted(group.id(), calls, expected, seen));
    }
  }

  /** Who runs the nodes. */
  String implementation() {
    return nodes.getFirst().servedBy().implementation();
  }

  @Override
  public void close() throws NodeFailureException {
    for (HostedNode node : nodes) {
      node.close();
    }
    session.close();
  }
}
