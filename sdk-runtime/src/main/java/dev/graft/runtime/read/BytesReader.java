package dev.graft.runtime.read;

import dev.graft.value.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads plain bytes: chunks of one size, the last one shorter. Holds one chunk in memory. */
public final class BytesReader implements ItemReader {
  private final InputStream in;
  private final byte[] chunk;
  private Bytes value = Bytes.copyOf(new byte[0]);

  /**
   * A reader.
   *
   * @param in where from; closed with the reader
   * @param size how many bytes a chunk has
   */
  public BytesReader(InputStream in, int size) {
    this.in = in;
    this.chunk = new byte[size];
  }

  @Override
  public boolean next() throws IOException {
    int count = in.readNBytes(chunk, 0, chunk.length);
    value = Bytes.copyFrom(ByteBuffer.wrap(chunk, 0, count));
    return count > 0;
  }

  @Override
  public Bytes value() {
    return value;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
