package dev.graft.python.wire;

import dev.graft.value.Portable;
import dev.graft.value.ValueException;

/**
 * How much one value has taken up so far on its way to Python, held against the limits that {@link
 * Portable} sets: a value that is too deep, too large or too long is refused while it is written,
 * before it fills the memory. For one value and one thread.
 */
public final class Extent {
  private static final int MAX_UTF8_PER_CHAR = 3;

  private final long maxBytes;
  private int items;
  private long bytes;

  /** The extent of a value of which nothing is written yet. */
  public Extent() {
    this(Portable.MAX_BYTES);
  }

  /** The same with another limit of bytes. */
  public Extent(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * The size of a container that begins here.
   *
   * @param size how many values it holds
   * @param depth how many containers it stands in
   * @throws ValueException if that is too deep, or too many in all
   */
  public int opened(int size, int depth) {
    if (depth >= Portable.MAX_DEPTH) {
      throw Portable.tooDeep();
    }
    items += size;
    if (items > Portable.MAX_ITEMS || items < 0) {
      throw Portable.tooLarge();
    }
    return size;
  }

  /**
   * A text, before it is written as UTF-8.
   *
   * @throws ValueException if it is too long, alone or with what came before
   */
  public void text(String text) {
    long atMost = (long) text.length() * MAX_UTF8_PER_CHAR;
    bytes(atMost <= maxBytes - bytes ? text.length() : utf8Length(text));
  }

  /**
   * Bytes, before they are written.
   *
   * @throws ValueException if they are too many, alone or with what came before
   */
  public void bytes(long count) {
    bytes += count;
    checkBytes(bytes);
  }

  /**
   * The bytes that a value took as a whole.
   *
   * @throws ValueException if they are too many
   */
  public void checkBytes(long all) {
    if (all > maxBytes) {
      throw Portable.tooLong(all, maxBytes);
    }
  }

  private static long utf8Length(String text) {
    long length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each half of a surrogate pair stands for two of its four bytes.
      length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : MAX_UTF8_PER_CHAR;
    }
    return length;
  }
}
