package dev.graft.runtime.shadow;

import dev.graft.node.Emitter;
import dev.graft.runtime.backend.Footprint;
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
    if (shadow.takes()) {
      watched(List.of(), out, control::flush);
    } else {
      control.flush(out);
    }
  }

  /** A call of the node. */
  private interface Call {
    void make(Emitter<@Nullable Object> out) throws NodeFailureException;
  }

  private void watched(List<Item> items, Emitter<@Nullable Object> out, Call call)
      throws NodeFailureException {
    Watch watch = new Watch(out, shadow.mostBytes());
    long begin = System.nanoTime();
    Optional<NodeFailure> failure = Optional.empty();
    try {
      call.make(watch);
    } catch (NodeFailureException e) {
      failure = Optional.of(e.failure());
      throw e;
    } finally {
      long nanos = System.nanoTime() - begin - watch.elsewhere;
      if (watch.left < 0) {
        shadow.skip(Math.max(1, items.size()));
      } else {
        shadow.offer(new Seen(items, watch.outputs, failure, watch.cut, nanos));
      }
    }
  }

  private void restart() {
    try {
      shadow.restart(control.snapshot());
    } catch (NodeFailureException e) {
      shadow.off("the state of the node cannot be taken: " + e.failure().headline());
    }
  }

  /**
   * Copies what is emitted, as long as there is room: a call may emit without end. The time of
   * whoever takes it is not the node's.
   */
  private static final class Watch implements Emitter<@Nullable Object> {
    private final Emitter<@Nullable Object> out;
    private final List<@Nullable Object> outputs = new ArrayList<>();
    private long left;
    private boolean cut;
    private long elsewhere;

    Watch(Emitter<@Nullable Object> out, long room) {
      this.out = out;
      this.left = room;
    }

    @Override
    public boolean emit(@Nullable Object value) {
      long begin = System.nanoTime();
      keep(value);
      boolean more = out.emit(value);
      cut |= !more;
      elsewhere += System.nanoTime() - begin;
      return more;
    }

    private void keep(@Nullable Object value) {
      if (left >= 0) {
        left -= Footprint.of(value);
        outputs.add(ValueCopy.of(value));
        if (left < 0) {
          outputs.clear();
        }
      }
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
