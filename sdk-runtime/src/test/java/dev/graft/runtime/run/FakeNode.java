package dev.graft.runtime.run;

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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A node that claims to live somewhere, and fails the test if two threads use what they must not.
 */
final class FakeNode implements HostedNode {
  /** What a node does with a number. */
  enum Kind {
    MAPS,
    TWICE,
    DROPS,
    SUMS
  }

  private final int id;
  private final BackendId backend;
  private final Kind kind;
  private final long bad;

  /** Who uses the place where it lives. */
  private final AtomicReference<@Nullable Thread> user;

  private long sum;
  private int largestBatch;

  FakeNode(int id, BackendId backend, Kind kind, long bad, AtomicReference<@Nullable Thread> user) {
    this.id = id;
    this.backend = backend;
    this.kind = kind;
    this.bad = bad;
    this.user = user;
  }

  @Override
  public ServedBy servedBy() {
    return new ServedBy(backend, "fake", "none", "0");
  }

  @Override
  public void process(List<Item> batch, Emitter<@Nullable Object> out) throws NodeFailureException {
    if (backend != BackendId.CPYTHON && batch.size() != 1) {
      throw new IllegalStateException("only workers take batches");
    }
    largestBatch = Math.max(largestBatch, batch.size());
    for (Item item : batch) {
      Thread before = user.getAndSet(Thread.currentThread());
      if (before != null && !before.equals(Thread.currentThread())) {
        throw new IllegalStateException("node " + id + " is used by " + before);
      }
      long value = (Long) Objects.requireNonNull(item.value());
      if (value == bad) {
        throw failure(item.index());
      }
      take(value, out);
    }
  }

  int largestBatch() {
    return largestBatch;
  }

  private void take(long value, Emitter<@Nullable Object> out) {
    switch (kind) {
      case MAPS -> out.emit(mapped(id, value));
      case TWICE -> {
        if (out.emit(value)) {
          out.emit(mapped(id, value));
        }
      }
      case DROPS -> {
        if (value % 3 != 0) {
          out.emit(value);
        }
      }
      case SUMS -> {
        sum += value;
      }
    }
  }

  static long mapped(int id, long value) {
    return (value * 31 + id) % 1_000_003;
  }

  private NodeFailureException failure(long index) {
    return new NodeFailureException(
        new NodeFailure(
            "n" + id,
            Phase.STEP,
            OptionalLong.of(index),
            ErrorKind.INVALID,
            "Bad",
            "told to fail",
            Optional.empty()),
        new IllegalArgumentException());
  }

  @Override
  public void flush(Emitter<@Nullable Object> out) {
    if (kind == Kind.SUMS) {
      out.emit(sum % 1_000_003);
    }
  }

  @Override
  public List<KeyedState> snapshot() {
    return List.of();
  }

  @Override
  public void restore(List<KeyedState> states) {}

  @Override
  public void close() {}
}
