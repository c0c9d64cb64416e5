package dev.graft.runtime.shadow;

import dev.graft.node.Emitter;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.backend.ValueCopy;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** An open node that does what it does, and tells its shadow. */
public final class ShadowedNode implements HostedNode {
  private final HostedNode control;
  private final Shadow shadow;
  private final BooleanSupplier cancelled;

  /**
   * A node with a shadow.
   *
   * @param cancelled whether nobody waits for anything any more
   */
  public ShadowedNode(HostedNode control, Shadow shadow, BooleanSupplier cancelled) {
    this.control = control;
    this.shadow = shadow;
    this.cancelled = cancelled;
  }

  /** What runs beside it. */
  public Shadow shadow() {
    return shadow;
  }

  @Override
  public ServedBy servedBy() {
    return control.servedBy();
  }

  @Override
  public void process(List<Item> batch, Emitter<@Nullable Object> out) throws NodeFailureException {
    if (shadow.wantsState()) {
      restart();
    }
    if (!shadow.takes()) {
      shadow.pass(batch.size());
      control.process(batch, out);
      return;
    }
    List<Item> items = new ArrayList<>(batch.size());
    for (Item item : batch) {
      items.add(new Item(item.index(), item.key(), ValueCopy.of(item.value())));
    }
    watched(items, out, watch -> control.process(batch, watch));
  }

  @Override
  public void flush(Emitter<@Nullable Object> out) throws NodeFailureException {
    if (shadow.comparesStates()) {
      compareStates();
    }
    if (shadow.takes()) {
      watched(List.of(), out, control::flush);
    } else {
      control.flush(out);
    }
  }

  /** Only here: between items somebody would wait for it. */
  private void compareStates() {
    try {
      shadow.offerStates(control.snapshot());
    } catch (NodeFailureException e) {
      // What has no state that can be taken has none to compare.
    }
  }

  /** A call of the node. */
  private interface Call {
    void make(Emitter<@Nullable Object> out) throws NodeFailureException;
  }

  private void watched(List<Item> items, Emitter<@Nullable Object> out, Call call)
      throws NodeFailureException {
    OutputCopies watch = new OutputCopies(out, shadow.mostBytes());
    long begin = System.nanoTime();
    Optional<NodeFailure> failure = Optional.empty();
    List<Item> taken = items;
    try {
      call.make(watch);
    } catch (NodeFailureException e) {
      failure = Optional.of(e.failure());
      taken = upTo(e.failure(), items);
      throw e;
    } finally {
      long nanos = System.nanoTime() - begin - watch.elsewhere();
      if (watch.isTooMuch()) {
        shadow.skip(Math.max(1, taken.size()));
      } else {
        shadow.offer(new Seen(taken, watch.kept(), failure, watch.isCut(), nanos));
      }
    }
  }

  /** Those after the one that failed come again in another call. */
  private static List<Item> upTo(NodeFailure failure, List<Item> items) {
    for (int i = 0; i < items.size(); i++) {
      if (failure.index().equals(OptionalLong.of(items.get(i).index()))) {
        return items.subList(0, i + 1);
      }
    }
    return items;
  }

  private void restart() {
    try {
      shadow.restart(control.snapshot());
    } catch (NodeFailureException e) {
      shadow.off("the state of the node cannot be taken: " + e.failure().headline());
    }
  }

  @Override
  public List<KeyedState> snapshot() throws NodeFailureException {
    return control.snapshot();
  }

  @Override
  public void restore(List<KeyedState> states) throws NodeFailureException {
    control.restore(states);
    shadow.restart(states);
  }

  @Override
  public Optional<Duration> ownTime() {
    return control.ownTime();
  }

  @Override
  public void close() throws NodeFailureException {
    try {
      control.close();
    } finally {
      shadow.finish(!cancelled.getAsBoolean());
    }
  }
}
