package dev.graft.bench.lines;

import java.io.OutputStream;
import java.util.zip.CRC32;

/** Where outputs go: only whether they are right is kept. */
final class Checksum extends OutputStream {
  private final CRC32 sum = new CRC32();
  private long size;

  @Override
  public void write(int one) {
    sum.update(one);
    size++;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    sum.update(bytes, offset, length);
    size += length;
  }

  /** The sum and the size. */
  String text() {
    return "%08x of %d bytes".formatted(sum.getValue(), size);
  }
}
