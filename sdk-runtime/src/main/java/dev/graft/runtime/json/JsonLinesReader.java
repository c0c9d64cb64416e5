package dev.graft.runtime.json;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Lines: one value in each line, in UTF-8; empty lines are skipped. Holds one line in
 * memory.
 */
public final class JsonLinesReader implements AutoCloseable {
  private final Utf8Lines lines;
  private @Nullable Object value;

  /**
   * A reader.
   *
   * @param in where from; closed with the reader
   * @param source what to call it in messages
   */
  public JsonLinesReader(InputStream in, String source) {
    this.lines = new Utf8Lines(in, source);
  }

  /** Goes to the next value, and says whether there is one. */
  public boolean next() throws IOException, JsonFormatException {
    String text = lines.next();
    while (text != null && text.isBlank()) {
      text = lines.next();
    }
    if (text == null) {
      return false;
    }
    value = TypedJson.read(text, lines.source(), lines.line());
    return true;
  }

  /** The value that {@link #next} found. */
  public @Nullable Object value() {
    return value;
  }

  /** The number of the line that it stands in, from 1. */
  public long line() {
    return lines.line();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
