package dev.graft.runtime.recovery;

import dev.graft.node.Emitter;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import dev.graft.runtime.failure.NodeFailureException.Aftermath;
import dev.graft.runtime.failure.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Counts and sums its items, emits two outputs for each, and fails where a script says so. */
final class ScriptedNode implements HostedNode {
  private final Script script;
  private final BackendId backend;
  private boolean gone;
  private long count;
  private long sum;

  ScriptedNode(Script script, BackendId backend) {
    this.script = script;
    this.backend = backend;
  }

  @Override
  public ServedBy servedBy() {
    return new ServedBy(backend, "scripted", "node " + script.opened(), "0");
  }

  @Override
  public void process(List<Item> batch, Emitter<@Nullable Object> out) throws NodeFailureException {
    for (Item item : batch) {
      script.taken(item.index());
      count++;
      sum += (long) Objects.requireNonNull(item.value());
      fail(item.index() + " before", Phase.STEP, OptionalLong.of(item.index()));
      if (!out.emit("%s: %d, %d".formatted(item.value(), count, sum))) {
        return;
      }
      fail(item.index() + " between", Phase.STEP, OptionalLong.of(item.index()));
      if (!out.emit(item.value() + " again")) {
        return;
      }
      fail(item.index() + " after", Phase.STEP, OptionalLong.of(item.index()));
    }
  }

  @Override
  public void flush(Emitter<@Nullable Object> out) throws NodeFailureException {
    fail("flush", Phase.END, OptionalLong.empty());
    out.emit("count " + count);
    fail("flush between", Phase.END, OptionalLong.empty());
    out.emit("sum " + sum);
  }

  @Override
  public List<KeyedState> snapshot() throws NodeFailureException {
    script.saved();
    fail("snapshot", Phase.SNAPSHOT, OptionalLong.empty());
    return script.stateless()
        ? List.of()
        : List.of(new KeyedState(null, Map.of("count", count, "sum", sum)));
  }

  @Override
  public void restore(List<KeyedState> states) throws NodeFailureException {
    fail("restore", Phase.RESTORE, OptionalLong.empty());
    count = (long) Objects.requireNonNull(states.getFirst().fields().get("count"));
    sum = (long) Objects.requireNonNull(states.getFirst().fields().get("sum"));
  }

  /** A nanosecond for each item. */
  @Override
  public Optional<Duration> ownTime() {
    return Optional.of(Duration.ofNanos(count));
  }

  @Override
  public void close() {
    gone = true;
  }

  private void fail(String place, Phase phase, OptionalLong index) throws NodeFailureException {
    if (gone) {
      throw new IllegalStateException("a node that is gone was called");
    }
    Optional<Script.Fault> fault = script.next(place);
    if (fault.isPresent()) {
      Script.Fault what = fault.orElseThrow();
      gone = what.aftermath() == Aftermath.HOST_LOST;
      NodeFailure failure =
          new NodeFailure("it", phase, index, what.kind(), what.type(), "struck", Optional.empty());
      throw new NodeFailureException(failure, null, what.aftermath());
    }
  }
}
