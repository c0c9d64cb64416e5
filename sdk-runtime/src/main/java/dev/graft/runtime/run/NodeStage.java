package dev.graft.runtime.run;

import dev.graft.node.Emitter;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailureException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node that takes its items by itself. */
final class NodeStage implements Stage {
  private final OpenStage open;
  private final RunState state;
  private final Emitter<@Nullable Object> out;
  private final Rejects rejects;
  private long taken;
  private long emitted;

  /**
   * A stage.
   *
   * @param next what takes its outputs: the following stage or the end of the chain
   */
  NodeStage(OpenStage open, RunState state, Emitter<@Nullable Object> next) {
    this.open = open;
    this.state = state;
    this.rejects = new Rejects(open.plan(), state);
    this.out =
        value -> {
          if (!state.wantsMore()) {
            return false;
          }
          emitted++;
          return next.emit(value) && state.wantsMore();
        };
  }

  @Override
  public boolean take(@Nullable Object value) {
    Item item = Item.of(taken++, value);
    try {
      open.node().process(List.of(item), out);
    } catch (NodeFailureException e) {
      rejects.add(item, e);
    }
    return state.wantsMore();
  }

  @Override
  public void end() {
    try {
      open.node().flush(out);
    } catch (NodeFailureException e) {
      rejects.addEnd(e);
    }
  }

  @Override
  public void close() {
    open.close(state);
  }

  @Override
  public List<RunSummary.StageSummary> summaries() {
    return List.of(
        new RunSummary.StageSummary(
            open.plan().nodeId(),
            open.plan().type(),
            open.node().servedBy(),
            taken,
            emitted,
            rejects.count(),
            open.recoveries().losses()));
  }
}
