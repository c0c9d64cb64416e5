package dev.graft.python.graalpy;

import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;

/**
 * The way of long bytes between Java and one context: a file that only the context sees and that is
 * on no disk. Reading and writing a file is the one thing that GraalPy does with a whole block of
 * memory at once; a text or a buffer it takes byte by byte, which costs thirty times as much.
 *
 * <p>The position in the file is the number of a block: who reads there gets the block that was put
 * there, who writes there puts one. What a call did not fetch is forgotten at its end. The name of
 * the file is a secret of Graft's own Python code, but a node that finds it out sees nothing but
 * what nodes of its context get anyway.
 */
final class Exchange implements SeekableByteChannel {
  /** Bytes from this size on cross here; fewer are quicker in the arguments of a call. */
  static final int FROM = 256;

  private static final Random RANDOM = new SecureRandom();
  private static final int NAME_BYTES = 16;

  private final Path path;
  private final Map<Long, ByteBuffer> toPython = new HashMap<>();
  private final Map<Long, ByteBuffer> toJava = new HashMap<>();
  private long last;
  private long position;

  /** Whether anything was put since the last time that all was forgotten. */
  private volatile boolean used;

  Exchange() {
    byte[] name = new byte[NAME_BYTES];
    RANDOM.nextBytes(name);
    path = Path.of("/graft-exchange-" + HexFormat.of().formatHex(name));
  }

  /** Its name in the context. */
  Path path() {
    return path;
  }

  /** The number under which Python finds bytes, which must not change before. */
  synchronized long put(ByteBuffer bytes) {
    used = true;
    toPython.put(++last, bytes.slice());
    return last;
  }

  /**
   * What Python put under a number.
   *
   * @throws IllegalStateException if that is nothing
   */
  synchronized ByteBuffer take(long number) {
    ByteBuffer bytes = toJava.remove(number);
    if (bytes == null) {
      throw new IllegalStateException("Python sent no bytes number " + number);
    }
    return bytes;
  }

  /** Forgets what nobody fetched. Costs a call that had no long bytes no more than a look. */
  void clear() {
    if (used) {
      forget();
    }
  }

  private synchronized void forget() {
    used = false;
    toPython.clear();
    toJava.clear();
  }

  @Override
  public synchronized int read(ByteBuffer target) {
    ByteBuffer bytes = toPython.get(position);
    if (bytes == null) {
      return -1;
    }
    int count = Math.min(target.remaining(), bytes.remaining());
    target.put(bytes.slice(bytes.position(), count));
    bytes.position(bytes.position() + count);
    if (!bytes.hasRemaining()) {
      toPython.remove(position);
    }
    return count;
  }

  @Override
  public synchronized int write(ByteBuffer source) {
    int count = source.remaining();
    used = true;
    toJava.put(position, ByteBuffer.allocate(count).put(source).flip());
    return count;
  }

  @Override
  public synchronized long position() {
    return position;
  }

  @Override
  public synchronized SeekableByteChannel position(long number) {
    position = number;
    return this;
  }

  @Override
  public long size() {
    return Long.MAX_VALUE;
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    return this;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  /** A node may close what it did not open; the next block opens it again. */
  @Override
  public void close() {}
}
