package dev.graft.runtime.run;

import dev.graft.node.Emitter;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.manifest.ErrorPolicy;
import dev.graft.runtime.plan.StagePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One open node of a running chain. */
final class Stage {
  private final StagePlan plan;
  private final HostedNode node;
  private final RunState state;
  private final Emitter<@Nullable Object> out;
  private long taken;
  private long emitted;
  private long rejected;

  /**
   * A stage.
   *
   * @param next what takes its outputs: the following stage or the end of the chain
   */
  Stage(StagePlan plan, HostedNode node, RunState state, Emitter<@Nullable Object> next) {
    this.plan = plan;
    this.node = node;
    this.state = state;
    this.out =
        value -> {
          if (!state.wantsMore()) {
            return false;
          }
          emitted++;
          return next.emit(value) && state.wantsMore();
        };
  }

  /** Takes one value, and says whether more is wanted. */
  boolean take(@Nullable Object value) {
    Item item = Item.of(taken++, value);
    try {
      node.process(List.of(item), out);
    } catch (NodeFailureException e) {
      reject(item, e);
    }
    return state.wantsMore();
  }

  /** Ends its input. */
  void end() {
    try {
      node.flush(out);
    } catch (NodeFailureException e) {
      if (plan.onError() instanceof ErrorPolicy.Fail) {
        state.fail(e);
      } else {
        rejected++;
        state.event(new RunEvent.ItemRejected(e.failure()));
      }
    }
  }

  void close() {
    try {
      node.close();
    } catch (NodeFailureException e) {
      state.event(new RunEvent.CloseFailed(e.failure()));
    }
  }

  RunSummary.StageSummary summary() {
    return new RunSummary.StageSummary(
        plan.nodeId(), plan.type(), node.servedBy(), taken, emitted, rejected);
  }

  private void reject(Item item, NodeFailureException e) {
    switch (plan.onError()) {
      case ErrorPolicy.Fail fail -> state.fail(e);
      case ErrorPolicy.Skip skip -> {
        rejected++;
        state.event(new RunEvent.ItemRejected(e.failure()));
      }
      case ErrorPolicy.DeadLetter letter -> {
        rejected++;
        state.event(new RunEvent.ItemRejected(e.failure()));
        state.deadLetter(letter.file(), item, e.failure());
      }
    }
  }
}
