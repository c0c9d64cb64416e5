package dev.graft.runtime.shadow;

import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.backend.ValueCopy;
import dev.graft.runtime.failure.NodeFailure;
import dev.graft.runtime.failure.NodeFailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The other implementation of a node. Whatever passes its borders is held until the call after it
 * is done, because a pipeline would have given it to others; and now and then its state is taken
 * out of it and given to a new one, as if the program had ended there. Both are what a pipeline
 * that goes well does not show.
 *
 * <p>Used by the thread of the shadow, but for {@link #isLate}.
 */
final class Candidate implements AutoCloseable {
  /** After so many calls a new one goes on for the first time, and each time so much later. */
  private static final int RARER = 4;

  private final Shadow.Opening opening;
  private HostedNode node;
  private final List<Held> held = new ArrayList<>();

  /** Where in what is held the latest call begins: what came before goes when the next begins. */
  private int latest;

  private long calls;
  private long nextRenewal = RARER;

  /** When it was given what it works on; 0 while it has nothing to do. */
  private volatile long busySince;

  private Candidate(Shadow.Opening opening, HostedNode node) {
    this.opening = opening;
    this.node = node;
  }

  static Candidate open(Shadow.Opening opening)
      throws NodeFailureException, HostingRefusedException {
    return new Candidate(opening, opening.open());
  }

  ServedBy servedBy() {
    return node.servedBy();
  }

  List<KeyedState> snapshot() throws NodeFailureException {
    return node.snapshot();
  }

  void restore(List<KeyedState> states) throws NodeFailureException {
    node.restore(states);
  }

  /** Does what the node did, item by item, and tells what came of it. */
  Seen did(Seen seen) {
    held.subList(0, latest).clear();
    latest = held.size();
    calls++;
    List<Item> items = new ArrayList<>(seen.items().size());
    for (Item item : seen.items()) {
      items.add(copy(item));
    }
    Emission emission = new Emission(seen);
    Optional<NodeFailure> failure = Optional.empty();
    long begin = System.nanoTime();
    busySince = begin;
    try {
      if (seen.isEnd()) {
        node.flush(emission::take);
      }
      for (int i = 0; i < items.size() && emission.isOpen(); i++) {
        busySince = System.nanoTime();
        node.process(items.subList(i, i + 1), emission::take);
      }
    } catch (NodeFailureException e) {
      failure = Optional.of(e.failure());
    } finally {
      busySince = 0;
    }
    long nanos = System.nanoTime() - begin;
    return new Seen(seen.items(), emission.outputs, failure, seen.cut(), nanos);
  }

  /** An item of its own: what was seen is not for it to change. */
  private Item copy(Item item) {
    Object own = ValueCopy.of(item.value());
    Held.of(Held.Border.INPUT, item.value(), own).ifPresent(held::add);
    return new Item(item.index(), item.key(), own);
  }

  /** What passed during the latest call and the one before it. */
  List<Held> held() {
    return List.copyOf(held);
  }

  /**
   * Lets a new one go on in its place, if it is time.
   *
   * @return whether it was
   */
  boolean renew() throws NodeFailureException, HostingRefusedException {
    if (calls < nextRenewal) {
      return false;
    }
    nextRenewal *= RARER;
    List<KeyedState> states;
    try {
      states = node.snapshot();
    } catch (NodeFailureException e) {
      nextRenewal = Long.MAX_VALUE; // perhaps the node's cannot be taken either: ask the matrix
      return false;
    }
    node.close();
    node = opening.open();
    node.restore(states);
    return true;
  }

  /** Whether it has been at work on something for longer than that. Any thread may ask. */
  boolean isLate(long nanos) {
    long since = busySince;
    return since != 0 && System.nanoTime() - since > nanos;
  }

  @Override
  public void close() throws NodeFailureException {
    node.close();
  }

  /** What one call emits. */
  private final class Emission {
    private final List<@Nullable Object> outputs = new ArrayList<>();
    private final int most;

    /** One output more than the node's is enough to see that there are too many. */
    Emission(Seen seen) {
      this.most = seen.cut() ? seen.outputs().size() : seen.outputs().size() + 1;
    }

    boolean take(@Nullable Object value) {
      Object copy = ValueCopy.of(value);
      outputs.add(copy);
      Held.of(Held.Border.OUTPUT, copy, value).ifPresent(held::add);
      return isOpen();
    }

    boolean isOpen() {
      return outputs.size() < most;
    }
  }
}
