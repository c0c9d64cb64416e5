package dev.graft.runtime.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON Lines: one value in each line, in UTF-8; empty lines are skipped. Holds one line in
 * memory.
 */
public final class JsonLinesReader implements AutoCloseable {
  private final BufferedReader lines;
  private final String source;
  private long line;
  private @Nullable Object value;

  /**
   * A reader.
   *
   * @param in where from; closed with the reader
   * @param source what to call it in messages
   */
  public JsonLinesReader(InputStream in, String source) {
    this.lines =
        new BufferedReader(
            new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            1 << 16);
    this.source = source;
  }

  /** Goes to the next value, and says whether there is one. */
  public boolean next() throws IOException, JsonFormatException {
    String text;
    do {
      try {
        text = lines.readLine();
      } catch (CharacterCodingException e) {
        throw new JsonFormatException(source + ":" + (line + 1), "the text is not UTF-8.");
      }
      line++;
    } while (text != null && text.isBlank());
    if (text == null) {
      return false;
    }
    value = TypedJson.read(text, source, line);
    return true;
  }

  /** The value that {@link #next} found. */
  public @Nullable Object value() {
    return value;
  }

  /** The number of the line that it stands in, from 1. */
  public long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
