package dev.graft.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** An input that knows how much of it was read. Any thread may ask. */
final class CountedInput extends FilterInputStream {
  private final AtomicLong count = new AtomicLong();

  CountedInput(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int one = in.read();
    add(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    add(Math.max(0, read));
    return read;
  }

  private void add(int more) {
    count.setOpaque(count.getPlain() + more); // only its reader writes
  }

  /** How many bytes were read. */
  long count() {
    return count.getOpaque();
  }
}
