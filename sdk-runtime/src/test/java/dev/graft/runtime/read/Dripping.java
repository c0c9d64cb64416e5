package dev.graft.runtime.read;

import java.io.InputStream;
import java.util.Random;

/** A stream that comes in pieces of random sizes, as from a pipe. */
final class Dripping extends InputStream {
  private final byte[] content;
  private final Random random;
  private final int largest;
  private int at;

  Dripping(byte[] content, long seed, int largest) {
    this.content = content.clone();
    this.random = new Random(seed);
    this.largest = largest;
  }

  @Override
  public int read() {
    return at < content.length ? content[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    int count = Math.min(Math.min(length, 1 + random.nextInt(largest)), content.length - at);
    if (count <= 0) {
      return -1;
    }
    System.arraycopy(content, at, target, offset, count);
    at += count;
    return count;
  }
}
