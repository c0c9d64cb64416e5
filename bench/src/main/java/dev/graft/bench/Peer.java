package dev.graft.bench;

import dev.graft.runtime.failure.NodeFailureException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way from Java into a node written in Python, open for the calls of a case. */
interface Peer extends AutoCloseable {
  /** Items through the node, all at once, with their outputs as plain Java values. */
  List<@Nullable Object> call() throws Exception;

  /** Whether its dicts keep their order: those of Python 2.7 do not. */
  default boolean keepsOrder() {
    return true;
  }

  /** How many items a call has. */
  default int batch() {
    return 1;
  }

  /** How many items there were so far. */
  long items();

  /** Which program and version it is. */
  String implementation();

  @Override
  void close() throws IOException, NodeFailureException;
}
