package dev.graft.runtime.run;

import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.manifest.ErrorPolicy;
import dev.graft.runtime.plan.StagePlan;
import java.util.Optional;

/** The items on which one node failed: what happens to them, and how many there were. */
final class Rejects {
  private final StagePlan plan;
  private final RunState state;
  private final Lane lane;
  private long count;

  /**
   * None yet.
   *
   * @param lane where the node is; it stops if a failure ends the run
   */
  Rejects(StagePlan plan, RunState state, Lane lane) {
    this.plan = plan;
    this.state = state;
    this.lane = lane;
  }

  /** A failure on an item. */
  void add(Item item, NodeFailureException e) {
    add(Optional.of(item), e);
  }

  /** A failure after which it is not known what became of several items: the run ends. */
  void addAll(NodeFailureException e) {
    if (!state.isCancelled()) {
      lane.fail(e);
    }
  }

  /** A failure at the end of the input, of one session or several; there is no item to keep. */
  void addEnd(NodeFailureException e) {
    add(Optional.empty(), e);
    e.others().forEach(other -> add(Optional.empty(), other));
  }

  private void add(Optional<Item> item, NodeFailureException e) {
    if (state.isCancelled()) {
      return; // a call that was stopped for that reason is no fault of the node
    }
    if (plan.onError() instanceof ErrorPolicy.DeadLetter letter) {
      try {
        state.deadLetter(letter.file(), item, e.failure());
      } catch (RunFailedException unwritten) {
        lane.fail(unwritten);
      }
    }
    if (plan.onError() instanceof ErrorPolicy.Fail) {
      lane.fail(e);
    } else {
      count++;
      state.event(new RunEvent.ItemRejected(e.failure()));
      if (e.endsNode()) {
        lane.fail(e);
      }
    }
  }

  long count() {
    return count;
  }
}
