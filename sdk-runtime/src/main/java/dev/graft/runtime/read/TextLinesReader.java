package dev.graft.runtime.read;

import java.io.IOException;
import java.io.InputStream;

/** Reads text in UTF-8: one str for each line, without its line end. Holds one line in memory. */
public final class TextLinesReader implements ItemReader {
  private final LineBytes lines;
  private String value = "";

  /**
   * A reader.
   *
   * @param in where from; closed with the reader
   * @param source what to call it in messages
   * @param longest the most bytes of a line
   */
  public TextLinesReader(InputStream in, String source, int longest) {
    this.lines = new LineBytes(in, source, longest);
  }

  @Override
  public boolean next() throws IOException {
    if (!lines.next()) {
      return false;
    }
    value = lines.text();
    return true;
  }

  @Override
  public String value() {
    return value;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
