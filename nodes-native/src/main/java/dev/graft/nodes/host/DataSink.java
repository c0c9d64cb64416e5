package dev.graft.nodes.host;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * A program's end of a node {@code data-sink}: sees each item that passes the node. Safe for
 * several threads, and good for one run; what it kept may be read after it, too.
 */
public final class DataSink {
  private final Consumer<Object> callback;
  private final Deque<Object> kept = new ArrayDeque<>();
  private boolean attached;
  private int size;
  private long total;

  /** A handle that only counts, and keeps the last items if the node's parameters say so. */
  public DataSink() {
    this(item -> {});
  }

  /**
   * A handle with a callback.
   *
   * @param callback gets each item before it is passed on, in a thread of the run: the next item
   *     waits for it. What it throws is a failure of the node. It must not change the item.
   */
  public DataSink(Consumer<Object> callback) {
    this.callback = callback;
  }

  /**
   * The last items, oldest first: as many as {@code buffer_size} says, none without {@code
   * buffer_output}. A copy.
   */
  public synchronized List<Object> buffered() {
    return Collections.unmodifiableList(new ArrayList<>(kept));
  }

  /** Forgets the items that were kept. The total stays. */
  public synchronized void clear() {
    kept.clear();
  }

  /** How many items passed; one that the callback failed on did not. */
  public synchronized long total() {
    return total;
  }

  /** Belongs to a node from now on, for which it keeps so many items. */
  synchronized void attach(int size) {
    if (attached) {
      throw new NodeException(
          ErrorKind.STATE,
          "this DataSink has had its node already: make a new one for each node and each run, and"
              + " give the node no \"parallelism\"");
    }
    attached = true;
    this.size = size;
  }

  /** One item passes. */
  void accept(Object item) {
    callback.accept(item); // without the lock: it may take long, and may ask for the total
    synchronized (this) {
      total++;
      if (size > 0) {
        if (kept.size() == size) {
          kept.removeFirst();
        }
        kept.addLast(item);
      }
    }
  }
}
