package dev.graft.runtime.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a stream in UTF-8; bytes that are not UTF-8 are an error, not a question mark. */
final class Utf8Lines implements AutoCloseable {
  private final BufferedReader reader;
  private final String source;
  private long line;

  Utf8Lines(InputStream in, String source) {
    this.reader =
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

  /** The next line, or null at the end. */
  @Nullable String next() throws IOException, JsonFormatException {
    try {
      String text = reader.readLine();
      line++;
      return text;
    } catch (CharacterCodingException e) {
      throw new JsonFormatException(
          source + ":" + (line + 1), "the text from here on is not UTF-8. Convert the file.");
    }
  }

  /** The number of the line that was read last, from 1. */
  long line() {
    return line;
  }

  String source() {
    return source;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
