package dev.graft.runtime.json;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes JSON Lines in UTF-8: one value in each line. */
public final class JsonLinesWriter implements AutoCloseable {
  private final BufferedWriter out;
  private final boolean plain;

  /**
   * A writer.
   *
   * @param out where to; closed with the writer
   * @param plain whether to write ordinary JSON and refuse what that cannot hold
   */
  public JsonLinesWriter(OutputStream out, boolean plain) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    this.plain = plain;
  }

  /**
   * Writes one value.
   *
   * @throws dev.graft.value.ValueException if ordinary JSON is asked for and would lose something;
   *     nothing is written then
   */
  public void write(@Nullable Object value) throws IOException {
    out.write(plain ? TypedJson.writePlain(value) : TypedJson.write(value));
    out.write('\n');
  }

  /** Hands everything written so far to the stream. */
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
