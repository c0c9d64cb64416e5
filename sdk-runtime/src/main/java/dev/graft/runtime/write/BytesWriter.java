package dev.graft.runtime.write;

import dev.graft.node.ErrorKind;
import dev.graft.value.Bytes;
import dev.graft.value.ValueException;
import dev.graft.value.Values;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes bytes, one output after the other, with nothing between them. */
public final class BytesWriter implements ItemWriter {
  private final OutputStream out;

  /**
   * A writer.
   *
   * @param out where to; closed with the writer
   */
  public BytesWriter(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  @Override
  public void write(@Nullable Object value) throws IOException {
    if (!(value instanceof Bytes bytes)) {
      throw ValueException.of(
          ErrorKind.TYPE,
          "bytes are written, not " + Values.describe(value) + ". Write --output-format jsonl");
    }
    out.write(bytes.toByteArray());
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
