package dev.graft.runtime.backend;

import dev.graft.node.Emitter;
import dev.graft.runtime.failure.NodeFailureException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One open node. Used by one thread at a time.
 *
 * <p>Outputs are portable values, emitted while the call runs and in order; none is no output and
 * is never emitted. The emitter answers whether more is wanted: after false a lazy generator is
 * closed and the call returns.
 */
public interface HostedNode extends AutoCloseable {
  /** Who runs it, found out from the one who does, not from what was asked for. */
  ServedBy servedBy();

  /**
   * Takes items in order and stops at the first that fails. Items before it are done, items after
   * it are untouched.
   *
   * @throws NodeFailureException phase step, with the index of the item
   */
  void process(List<Item> batch, Emitter<@Nullable Object> out) throws NodeFailureException;

  /**
   * Ends the input, once. A source runs here. Every session ends, also after one that fails.
   *
   * @throws NodeFailureException phase end, with all that failed
   */
  void flush(Emitter<@Nullable Object> out) throws NodeFailureException;

  /**
   * The state, by session key, in the order of first use. A node that keeps no state by key has one
   * entry with the key null; a node without state has none.
   *
   * @throws NodeFailureException phase snapshot, if the state is not portable
   */
  List<KeyedState> snapshot() throws NodeFailureException;

  /**
   * Replaces the whole state.
   *
   * @throws NodeFailureException phase restore
   */
  void restore(List<KeyedState> states) throws NodeFailureException;

  /**
   * How long the node's own code ran since it was opened, without what carries values to it and
   * from it. Empty unless {@link NodeOpening#measured} asked for it, and where it is not known: of
   * a node that was lost meanwhile, and where the same code converts and computes.
   */
  default Optional<Duration> ownTime() {
    return Optional.empty();
  }

  /**
   * Closes the node, once.
   *
   * @throws NodeFailureException phase close; the node is closed all the same
   */
  @Override
  void close() throws NodeFailureException;
}
