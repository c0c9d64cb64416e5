package dev.graft.bench;

import dev.graft.runtime.backend.BackendSession;
import dev.graft.runtime.backend.HostedNode;
import dev.graft.runtime.backend.Item;
import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.failure.NodeFailureException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The node of a case, open on a backend, and what its last call emitted. */
final class OpenNode implements AutoCloseable {
  private final BenchCase benchCase;
  private final BackendSession session;
  private final HostedNode node;
  private final Object item;
  private long calls;
  private List<@Nullable Object> last = List.of();

  OpenNode(BenchCase benchCase, BackendSession session, HostedNode node) {
    this.benchCase = benchCase;
    this.session = session;
    this.node = node;
    this.item = benchCase.item();
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

  /**
   * Lets the outputs of the last call pass if they are those that must come.
   *
   * @throws WrongOutputException if not
   */
  void checkLast() {
    OutputCheck.check(benchCase.outputs().apply(calls), last);
  }

  @Override
  public void close() throws NodeFailureException {
    try {
      node.close();
    } finally {
      session.close();
    }
  }
}
