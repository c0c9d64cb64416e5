package dev.graft.runtime.run;

import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.manifest.ErrorPolicy;
import dev.graft.runtime.plan.StagePlan;

/** The items on which one node failed: what happens to them, and how many there were. */
final class Rejects {
  private final StagePlan plan;
  private final RunState state;
  private long count;

  Rejects(StagePlan plan, RunState state) {
    this.plan = plan;
    this.state = state;
  }

  /** A failure on an item. */
  void add(Item item, NodeFailureException e) {
    if (!state.isCancelled() && plan.onError() instanceof ErrorPolicy.DeadLetter letter) {
      state.deadLetter(letter.file(), item, e.failure());
    }
    addEnd(e);
  }

  /** A failure at the end of the input, where there is no item to keep. */
  void addEnd(NodeFailureException e) {
    if (state.isCancelled()) {
      return; // a call that was stopped for that reason is no fault of the node
    }
    if (plan.onError() instanceof ErrorPolicy.Fail) {
      state.fail(e);
    } else {
      count++;
      state.event(new RunEvent.ItemRejected(e.failure()));
      if (e.endsNode()) {
        state.fail(e);
      }
    }
  }

  long count() {
    return count;
  }
}
