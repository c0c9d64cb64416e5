package dev.graft.runtime.run;

import dev.graft.node.Emitter;
import dev.graft.runtime.backend.HostedChain;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailureException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several nodes that one interpreter runs as a whole. */
final class ChainStage implements Stage, Inlet, HostedChain.Links {
  private final List<OpenStage> nodes;
  private final HostedChain chain;
  private final Lane lane;
  private final Emitter<@Nullable Object> out;
  private final List<Rejects> rejects;
  private long taken;

  /**
   * A stage of several nodes, none of which keeps dead letters: those would have to come out.
   *
   * @param next what takes the outputs of the last node
   */
  ChainStage(
      List<OpenStage> nodes,
      HostedChain chain,
      RunState state,
      Lane lane,
      Emitter<@Nullable Object> next) {
    this.nodes = nodes;
    this.chain = chain;
    this.lane = lane;
    this.out = value -> lane.wantsMore() && next.emit(value) && lane.wantsMore();
    this.rejects = nodes.stream().map(node -> new Rejects(node.plan(), state, lane)).toList();
  }

  @Override
  public Inlet inlet(int connection) {
    return this;
  }

  @Override
  public boolean take(@Nullable Object value) {
    try {
      chain.process(Item.of(taken++, value), out, this);
    } catch (NodeFailureException e) {
      failed(0, e);
    }
    return lane.wantsMore();
  }

  @Override
  public void end() {
    try {
      chain.flush(out, this);
    } catch (NodeFailureException e) {
      failed(0, e);
    }
  }

  @Override
  public boolean wantsMore() {
    return lane.wantsMore();
  }

  @Override
  public boolean failed(int link, NodeFailureException failure) {
    rejects.get(link).addEnd(failure);
    return lane.wantsMore();
  }

  @Override
  public List<RunSummary.StageSummary> summaries() {
    List<HostedChain.Traffic> traffic = chain.traffic();
    List<RunSummary.StageSummary> summaries = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      OpenStage node = nodes.get(i);
      HostedChain.Traffic items = traffic.get(i);
      summaries.add(
          new RunSummary.StageSummary(
              node.plan().nodeId(),
              node.plan().type(),
              node.node().servedBy(),
              i == 0 ? taken : items.taken(),
              items.emitted(),
              rejects.get(i).count(),
              node.recoveries().losses()));
    }
    return summaries;
  }
}
