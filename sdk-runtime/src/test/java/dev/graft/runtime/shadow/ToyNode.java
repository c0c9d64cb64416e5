package dev.graft.runtime.shadow;

import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.Phase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Emits the running sum of its items; what is done wrong can be chosen. */
final class ToyNode implements HostedNode {
  /** What a node does with an item before it adds it. */
  interface Habit {
    long of(long item) throws InterruptedException;
  }

  private final BackendId backend;
  private final Habit habit;
  private long sum;
  private boolean closed;

  ToyNode(BackendId backend, Habit habit) {
    this.backend = backend;
    this.habit = habit;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public ServedBy servedBy() {
    return new ServedBy(backend, "toy", "none", "0");
  }

  @Override
  public void process(List<Item> batch, Emitter<@Nullable Object> out) throws NodeFailureException {
    for (Item item : batch) {
      try {
        sum += habit.of((Long) Objects.requireNonNull(item.value()));
      } catch (IllegalArgumentException | InterruptedException e) {
        throw new NodeFailureException(
            new NodeFailure(
                "toy",
                Phase.STEP,
                OptionalLong.of(item.index()),
                ErrorKind.INVALID,
                "Bad",
                String.valueOf(e.getMessage()),
                Optional.empty()),
            e);
      }
      if (!out.emit(sum)) {
        return;
      }
    }
  }

  @Override
  public void flush(Emitter<@Nullable Object> out) {
    out.emit(-sum);
  }

  @Override
  public List<KeyedState> snapshot() {
    return List.of(new KeyedState(null, Map.of("sum", sum)));
  }

  @Override
  public void restore(List<KeyedState> states) {
    sum = (Long) Objects.requireNonNull(states.getFirst().fields().get("sum"));
  }

  @Override
  public void close() {
    closed = true;
  }
}
