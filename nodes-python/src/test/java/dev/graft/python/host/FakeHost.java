package dev.graft.python.host;

import dev.graft.node.Emitter;
import dev.graft.python.deadline.Deadline;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.catalogue.PythonUnit;
import dev.graft.runtime.environment.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A host for tests of the pool: it has a condition, can be closed, and runs nothing. */
final class FakeHost implements PythonHost {
  volatile Condition condition = Condition.CLEAN;
  volatile boolean closed;
  volatile long interrupts;

  @Override
  public String implementation() {
    return "fake";
  }

  @Override
  public String process() {
    return "none";
  }

  @Override
  public Condition condition() {
    return condition;
  }

  @Override
  public void limit(Optional<Deadline> deadline) {}

  @Override
  public long interrupts() {
    return interrupts;
  }

  @Override
  public void cancel() {}

  @Override
  public void listen(Notice.Listener listener) {}

  @Override
  public void load(PythonUnit unit, List<Requirement> packages) {}

  @Override
  public List<?> describe(PythonUnit unit) {
    return List.of();
  }

  @Override
  public List<?> syntax(PythonUnit unit) {
    return List.of();
  }

  @Override
  public long open(NodeSpec spec) {
    return 1;
  }

  @Override
  public void process(long handle, List<Item> batch, Emitter<@Nullable Object> out) {}

  @Override
  public void flush(long handle, Emitter<@Nullable Object> out) {}

  @Override
  public Optional<Duration> ownTime(long handle) {
    return Optional.empty();
  }

  @Override
  public List<KeyedState> snapshot(long handle) {
    return List.of();
  }

  @Override
  public void restore(long handle, List<KeyedState> states) {}

  @Override
  public void closeNode(long handle) {}

  @Override
  public void close() {
    closed = true;
  }
}
