package dev.graft.runtime.write;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the outputs of a run to a stream, in one {@linkplain OutputFormat format}; {@code
 * writer::write} is the sink of a run. Keeps back what it can until it is flushed or closed. Used
 * by one thread at a time.
 */
public interface ItemWriter extends AutoCloseable {
  /**
   * Writes one output.
   *
   * @throws dev.graft.value.ValueException if the format cannot hold it; nothing of it is written
   */
  void write(@Nullable Object value) throws IOException;

  /** Hands everything written so far to the stream. */
  void flush() throws IOException;

  /** Ends what is written, then closes the stream. */
  @Override
  void close() throws IOException;
}
