package dev.graft.runtime.write;

import dev.graft.runtime.json.TypedJsonEncoder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes JSON Lines in UTF-8: one value in each line. */
public final class JsonLinesWriter implements ItemWriter {
  private final OutputStream out;
  private final TypedJsonEncoder encoder;

  /**
   * A writer.
   *
   * @param out where to; closed with the writer
   * @param plain whether to write ordinary JSON and refuse what that cannot hold
   */
  public JsonLinesWriter(OutputStream out, boolean plain) {
    this.out = new BufferedOutputStream(out, 1 << 16);
    this.encoder = new TypedJsonEncoder(plain);
  }

  @Override
  public void write(@Nullable Object value) throws IOException {
    encoder.write(value, out);
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
