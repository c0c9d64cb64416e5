package dev.graft.runtime.write;

import dev.graft.node.ErrorKind;
import dev.graft.value.ValueException;
import dev.graft.value.Values;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes text in UTF-8: one str in each line. A str with a line end in it is refused. */
public final class TextLinesWriter implements ItemWriter {
  private final OutputStream out;

  /**
   * A writer.
   *
   * @param out where to; closed with the writer
   */
  public TextLinesWriter(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  @Override
  public void write(@Nullable Object value) throws IOException {
    if (!(value instanceof String text)) {
      throw ValueException.of(
          ErrorKind.TYPE,
          "a line of text is a str, not "
              + Values.describe(value)
              + ". Write --output-format jsonl");
    } else if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw ValueException.of(
          ErrorKind.INVALID,
          "the str has a line end in it, so it would be read back as several. Write --output-format jsonl");
    }
    Encodable.check(text);
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
