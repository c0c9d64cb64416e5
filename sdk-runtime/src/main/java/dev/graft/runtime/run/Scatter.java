package dev.graft.runtime.run;

import dev.graft.runtime.backend.Item;
import dev.graft.runtime.java.SessionKeys;
import dev.graft.runtime.queue.Ring;
import dev.graft.value.PythonKey;
import dev.graft.value.ValueException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shares out items among equal nodes. Those of one session key go to one node, in their order; of
 * nodes without state the one takes most that is fastest.
 */
final class Scatter implements Inlet {
  private final Lane lane;
  private final List<Ring> shares;
  private final Ring order;
  private final boolean keyed;
  private long taken;
  private int next;

  /**
   * Nothing is shared out yet.
   *
   * @param lane whose thread shares out
   * @param shares where the shares of each node go
   * @param order gets the place of the node of each share
   * @param keyed whether all items of a key must come to the same node
   */
  Scatter(Lane lane, List<Ring> shares, Ring order, boolean keyed) {
    this.lane = lane;
    this.shares = shares;
    this.order = order;
    this.keyed = keyed;
  }

  @Override
  public boolean take(@Nullable Object value) {
    Item item = Item.of(taken++, value);
    give(keyed ? placeOf(item) : idlest(), List.of(item));
    return lane.wantsMore();
  }

  @Override
  public void takeAll(List<@Nullable Object> values) {
    if (keyed) {
      Inlet.super.takeAll(values);
      return;
    }
    int size = Math.ceilDiv(values.size(), shares.size());
    for (int from = 0; from < values.size() && lane.wantsMore(); from += size) {
      List<Item> items = new ArrayList<>(size);
      for (Object value : values.subList(from, Math.min(values.size(), from + size))) {
        items.add(Item.of(taken++, value));
      }
      give(idlest(), items);
    }
  }

  private int placeOf(Item item) {
    try {
      return Math.floorMod(PythonKey.of(SessionKeys.of(item)).hashCode(), shares.size());
    } catch (ValueException e) {
      return 0; // the node refuses it wherever it goes
    }
  }

  private int idlest() {
    int best = next;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < shares.size() && least > 0; i++) {
      int place = (next + i) % shares.size();
      int waiting = shares.get(place).size();
      if (waiting < least) {
        least = waiting;
        best = place;
      }
    }
    next = (best + 1) % shares.size();
    return best;
  }

  private void give(int place, List<Item> items) {
    if (lane.give(shares.get(place), new Share(items))) {
      lane.give(order, place);
    }
  }
}
