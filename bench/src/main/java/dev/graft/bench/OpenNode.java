package dev.graft.bench;

import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.KeyedState;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The node of a case, open on a backend, and what its last call emitted. */
final class OpenNode implements AutoCloseable {
  private final BenchCase benchCase;
  private final HostedNode node;
  private final @Nullable Object item;
  private final Runnable afterwards;
  private long calls;
  private List<@Nullable Object> last = List.of();

  /**
   * A node.
   *
   * @param afterwards what is done after the node was closed
   */
  OpenNode(BenchCase benchCase, HostedNode node, Runnable afterwards) {
    this.benchCase = benchCase;
    this.node = node;
    this.item = benchCase.item();
    this.afterwards = afterwards;
  }

  ServedBy servedBy() {
    return node.servedBy();
  }

  /** One item through the node, with its outputs collected: what is timed. */
  List<@Nullable Object> call() throws NodeFailureException {
    List<@Nullable Object> outputs = new ArrayList<>();
    node.process(List.of(Item.of(calls++, item)), outputs::add);
    last = outputs;
    return outputs;
  }

  /** So many items, in one call. */
  List<@Nullable Object> call(int batch) throws NodeFailureException {
    List<Item> items = new ArrayList<>(batch);
    for (int i = 0; i < batch; i++) {
      items.add(Item.of(calls++, item));
    }
    List<@Nullable Object> outputs = new ArrayList<>(batch);
    node.process(items, outputs::add);
    last = outputs;
    return outputs;
  }

  /**
   * Lets the outputs of the last call pass if they are those that must come.
   *
   * @throws WrongOutputException if not
   */
  void checkLast() {
    OutputCheck.check(benchCase.outputs().apply(calls), last);
  }

  /** The outputs of the last call. */
  List<@Nullable Object> last() {
    return last;
  }

  /**
   * Sets what the node calls its state.
   *
   * @param fields all of them
   */
  void restore(Map<String, @Nullable Object> fields) throws NodeFailureException {
    node.restore(List.of(new KeyedState(null, fields)));
  }

  @Override
  public void close() throws NodeFailureException {
    try {
      node.close();
    } finally {
      afterwards.run();
    }
  }
}
