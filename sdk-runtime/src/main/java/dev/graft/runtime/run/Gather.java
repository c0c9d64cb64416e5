package dev.graft.runtime.run;

import dev.graft.node.Emitter;
import dev.graft.runtime.queue.Ring;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the outputs of equal nodes in the order of their inputs. */
final class Gather implements Feed {
  private static final int BATCH = 64;
  private static final int NONE = -1;

  private final Lane lane;
  private final List<Ring> outputs;
  private final Ring order;
  private final Emitter<@Nullable Object> next;
  private final List<@Nullable Object> batch = new ArrayList<>(BATCH);

  /** The node whose share is being emitted. */
  private int place = NONE;

  /** How many nodes were emptied after the last share: what they emit at the end comes then. */
  private int emptied;

  /**
   * Nothing is gathered yet.
   *
   * @param lane whose thread gathers
   * @param outputs the outputs of each node, {@link Share.Mark#END} after those of a share
   * @param order the place of the node of each share
   * @param next what takes the outputs
   */
  Gather(Lane lane, List<Ring> outputs, Ring order, Emitter<@Nullable Object> next) {
    this.lane = lane;
    this.outputs = outputs;
    this.order = order;
    this.next = next;
  }

  @Override
  public boolean pump() {
    if (place != NONE) {
      return pumpShare(outputs.get(place));
    } else if (order.drain(batch, 1) == 1) {
      place = batch.getFirst() instanceof Integer known ? known : NONE;
      batch.clear();
      return true;
    } else if (order.isFinished() && emptied < outputs.size()) {
      return pumpEnd(outputs.get(emptied));
    }
    return false;
  }

  private boolean pumpShare(Ring ring) {
    if (ring.isFinished()) {
      lane.stopTaking(); // the node failed in the middle of its share
      return true;
    }
    // One by one: what follows the end of the share is not its turn yet.
    for (int i = 0; i < BATCH && ring.drain(batch, 1) == 1; i++) {
      Object value = batch.removeFirst();
      if (value == Share.Mark.END) {
        place = NONE;
        return true;
      } else if (!next.emit(value)) {
        return true;
      }
    }
    return true;
  }

  private boolean pumpEnd(Ring ring) {
    if (ring.drain(batch, BATCH) > 0) {
      for (Object value : batch) {
        next.emit(value);
      }
      batch.clear();
      return true;
    } else if (ring.isFinished()) {
      emptied++;
      return true;
    }
    return false;
  }

  @Override
  public boolean isReady() {
    if (place != NONE) {
      return isReady(outputs.get(place));
    }
    return order.isReady()
        || (order.isFinished() && emptied < outputs.size() && isReady(outputs.get(emptied)));
  }

  private static boolean isReady(Ring ring) {
    return ring.isReady() || ring.isFinished();
  }

  @Override
  public boolean isFinished() {
    return place == NONE && order.isFinished() && emptied == outputs.size();
  }

  @Override
  public void refuse() {
    order.refuse();
    outputs.forEach(Ring::refuse);
  }
}
