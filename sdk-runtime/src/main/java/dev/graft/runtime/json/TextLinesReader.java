package dev.graft.runtime.json;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads text in UTF-8: one str for each line, without its line end. Holds one line in memory. */
public final class TextLinesReader implements AutoCloseable {
  private final Utf8Lines lines;
  private @Nullable String value;

  /**
   * A reader.
   *
   * @param in where from; closed with the reader
   * @param source what to call it in messages
   */
  public TextLinesReader(InputStream in, String source) {
    this.lines = new Utf8Lines(in, source);
  }

  /** Goes to the next line, and says whether there is one. */
  public boolean next() throws IOException, JsonFormatException {
    value = lines.next();
    return value != null;
  }

  /** The line that {@link #next} found. */
  public @Nullable String value() {
    return value;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
