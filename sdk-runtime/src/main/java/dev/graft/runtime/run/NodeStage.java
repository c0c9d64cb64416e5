package dev.graft.runtime.run;

import dev.graft.node.Emitter;
import dev.graft.runtime.backend.Footprint;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.failure.NodeFailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A node that takes its items by itself. */
final class NodeStage implements Stage, Inlet {
  private static final long BATCH_BYTES = 1 << 20;

  private final OpenStage open;
  private final Lane lane;
  private final Emitter<@Nullable Object> out;
  private final Rejects rejects;
  private long taken;
  private long emitted;

  /**
   * A stage.
   *
   * @param next what takes its outputs
   */
  NodeStage(OpenStage open, RunState state, Lane lane, Emitter<@Nullable Object> next) {
    this.open = open;
    this.lane = lane;
    this.rejects = new Rejects(open.plan(), state, lane);
    this.out =
        value -> {
          if (!lane.wantsMore()) {
            return false;
          }
          emitted++;
          return next.emit(value); // false also where the lane has stopped
        };
  }

  @Override
  public Inlet inlet(int connection) {
    return this;
  }

  @Override
  public boolean take(@Nullable Object value) {
    return take(Item.of(taken, value));
  }

  private boolean take(Item item) {
    taken++;
    try {
      open.node().process(List.of(item), out);
    } catch (NodeFailureException e) {
      rejects.add(item, e);
    }
    return lane.wantsMore();
  }

  @Override
  public void takeAll(List<@Nullable Object> values) {
    if (!open.takesBatches()) {
      Inlet.super.takeAll(values);
      return;
    }
    List<Item> batch = new ArrayList<>(values.size());
    for (Object value : values) {
      batch.add(Item.of(taken + batch.size(), value));
    }
    takeItems(batch);
  }

  /** Takes items that somebody else has numbered. */
  void takeItems(List<Item> items) {
    if (!open.takesBatches()) {
      for (Item item : items) {
        if (!take(item)) {
          return;
        }
      }
      return;
    }
    int done = 0;
    while (done < items.size() && lane.wantsMore()) {
      int count = takeSome(items.subList(done, endOfBatch(items, done)));
      taken += count;
      done += count;
    }
  }

  /** What is large goes by itself: it saves little, and would all be in memory twice. */
  private static int endOfBatch(List<Item> items, int from) {
    long bytes = Footprint.of(items.get(from));
    int to = from + 1;
    while (to < items.size() && bytes < BATCH_BYTES) {
      bytes += Footprint.of(items.get(to));
      to++;
    }
    return bytes < BATCH_BYTES || to == from + 1 ? to : to - 1;
  }

  /** Takes items up to the first that fails, and says how many. */
  private int takeSome(List<Item> batch) {
    try {
      open.node().process(batch, out);
      return batch.size();
    } catch (NodeFailureException e) {
      for (int i = 0; i < batch.size(); i++) {
        if (OptionalLong.of(batch.get(i).index()).equals(e.failure().index())) {
          rejects.add(batch.get(i), e);
          return i + 1;
        }
      }
      rejects.addAll(e);
      return batch.size();
    }
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
