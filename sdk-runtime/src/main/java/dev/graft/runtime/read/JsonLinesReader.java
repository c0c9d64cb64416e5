package dev.graft.runtime.read;

import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJsonDecoder;
import dev.graft.runtime.run.InputException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Lines: one value of typed JSON in each line, in UTF-8; empty lines are skipped. Holds
 * one line in memory.
 */
public final class JsonLinesReader implements ItemReader {
  private final TypedJsonDecoder decoder = new TypedJsonDecoder();
  private final LineBytes lines;
  private @Nullable Object value;

  /**
   * A reader.
   *
   * @param in where from; closed with the reader
   * @param source what to call it in messages
   * @param longest the most bytes of a line
   */
  public JsonLinesReader(InputStream in, String source, int longest) {
    this.lines = new LineBytes(in, source, longest);
  }

  @Override
  public boolean next() throws IOException {
    do {
      if (!lines.next()) {
        return false;
      }
    } while (lines.isBlank());
    try {
      value =
          decoder.read(
              lines.buffer(), lines.start(), lines.end() + 1, lines.source(), lines.line());
      return true;
    } catch (JsonFormatException e) {
      throw new InputException(e.place(), e.fact());
    }
  }

  @Override
  public @Nullable Object value() {
    return value;
  }

  /** The number of the line that the value stands in, from 1. */
  public long line() {
    return lines.line();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
