package dev.graft.bench.lines;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A stream of JSON Lines without a disk: a block of ten thousand different ones, again and again.
 */
final class RepeatedLines extends InputStream {
  private static final int BLOCK = 10_000;

  private final byte[] block;
  private long left;
  private int at;

  /** So many lines, a multiple of ten thousand. */
  RepeatedLines(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < BLOCK; i++) {
      text.append(
          "{\"id\":%d,\"name\":\"item %d\",\"tags\":[\"a\",\"b\"],\"on\":%b}%n"
              .formatted(i, i, i % 2 == 0));
    }
    block = text.toString().getBytes(StandardCharsets.UTF_8);
    left = (long) count / BLOCK * block.length;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (left == 0) {
      return -1;
    }
    int count = Math.min(length, block.length - at);
    System.arraycopy(block, at, target, offset, count);
    at = (at + count) % block.length;
    left -= count;
    return count;
  }
}
