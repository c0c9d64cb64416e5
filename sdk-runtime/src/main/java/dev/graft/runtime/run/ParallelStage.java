package dev.graft.runtime.run;

import dev.graft.runtime.run.RunSummary.Losses;
import dev.graft.runtime.run.RunSummary.StageSummary;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** A node that is there several times. */
final class ParallelStage implements Stage {
  private final Scatter scatter;
  private final List<NodeStage> nodes;

  ParallelStage(Scatter scatter, List<NodeStage> nodes) {
    this.scatter = scatter;
    this.nodes = List.copyOf(nodes);
  }

  @Override
  public Inlet inlet(int connection) {
    return scatter;
  }

  /** Each node ends in its own lane. */
  @Override
  public void end() {}

  @Override
  public List<StageSummary> summaries() {
    List<StageSummary> each = nodes.stream().flatMap(node -> node.summaries().stream()).toList();
    StageSummary first = each.getFirst();
    return List.of(
        new StageSummary(
            first.nodeId(),
            first.type(),
            first.servedBy(),
            each.stream().mapToLong(StageSummary::taken).sum(),
            each.stream().mapToLong(StageSummary::emitted).sum(),
            each.stream().mapToLong(StageSummary::rejected).sum(),
            losses(each.stream().map(StageSummary::losses).toList())));
  }

  private static Losses losses(List<Losses> each) {
    return new Losses(
        each.stream().mapToLong(Losses::count).sum(),
        each.stream().mapToLong(Losses::restarts).sum(),
        each.stream().mapToLong(Losses::repeated).sum(),
        each.stream().map(Losses::p99).max(Comparator.naturalOrder()).orElse(Duration.ZERO));
  }
}
