package dev.graft.compat.report;

import dev.graft.compat.handover.HandOver;
import dev.graft.compat.handover.HandOverPair;
import java.util.List;

/** How state moves in this run, in one sentence. */
public final class HandOverCounts {
  private HandOverCounts() {}

  public static String of(CompatReport report) {
    List<HandOver> stateful =
        report.nodes().stream()
            .map(NodeRow::handOver)
            .filter(each -> !(each instanceof HandOver.Stateless))
            .toList();
    long untried = stateful.stream().filter(HandOver.NotTried.class::isInstance).count();
    List<HandOverPair> pairs =
        stateful.stream()
            .filter(HandOver.Tried.class::isInstance)
            .map(HandOver.Tried.class::cast)
            .flatMap(each -> each.pairs().stream())
            .toList();
    return "Hand-over: %s with state, %d not tried; %d of %s good."
        .formatted(
            Counted.of(stateful.size(), "node"),
            untried,
            pairs.stream().filter(HandOverPair::passes).count(),
            Counted.of(pairs.size(), "pair"));
  }
}
