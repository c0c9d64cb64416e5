package dev.graft.runtime.read;

import dev.graft.runtime.run.ItemSource;
import java.io.IOException;

/**
 * Reads the items of a run from a stream, in one {@linkplain InputFormat format}. Takes from the
 * stream what is there and waits no longer than for the next item. Used by one thread.
 */
public interface ItemReader extends ItemSource, AutoCloseable {
  /** Closes the stream. */
  @Override
  void close() throws IOException;
}
