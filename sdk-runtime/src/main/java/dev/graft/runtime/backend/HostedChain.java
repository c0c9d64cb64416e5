package dev.graft.runtime.backend;

import dev.graft.node.Emitter;
import dev.graft.runtime.failure.NodeFailureException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adjacent open nodes that hand their values on among themselves: only what the last one emits
 * comes out, and only that must be portable. Used by one thread at a time. The nodes themselves are
 * still there, for their state and to be closed.
 */
public interface HostedChain {
  /**
   * Takes one item through all nodes.
   *
   * @param out gets the outputs of the last node
   * @throws NodeFailureException if the interpreter that runs the chain was lost; the failure of a
   *     node goes to {@code links} instead
   */
  void process(Item item, Emitter<@Nullable Object> out, Links links) throws NodeFailureException;

  /**
   * Ends the input: each node is flushed after those before it, and its followers take what it
   * flushes.
   *
   * @throws NodeFailureException as {@link #process} does
   */
  void flush(Emitter<@Nullable Object> out, Links links) throws NodeFailureException;

  /** What each node took and emitted so far; of a lost chain, what was known before. */
  List<Traffic> traffic();

  /** What whoever runs a chain has to say between its nodes. */
  interface Links {
    /** Whether anybody wants more; asked every few items. */
    boolean wantsMore();

    /**
     * A node of the chain failed on an item, or at the end of its input.
     *
     * @param link its place in the chain, from 0
     * @return whether the run goes on without the item
     */
    boolean failed(int link, NodeFailureException failure);
  }

  /**
   * The items of one node.
   *
   * @param taken how many it took
   * @param emitted how many it emitted
   */
  record Traffic(long taken, long emitted) {}
}
