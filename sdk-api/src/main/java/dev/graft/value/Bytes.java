package dev.graft.value;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Python bytes: an immutable sequence of unsigned bytes. */
public final class Bytes {
  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of these bytes. */
  public static Bytes copyOf(byte[] content) {
    return new Bytes(content.clone());
  }

  /** A copy of the remaining bytes of a buffer, whose position does not change. */
  public static Bytes copyFrom(ByteBuffer buffer) {
    byte[] content = new byte[buffer.remaining()];
    buffer.get(buffer.position(), content);
    return new Bytes(content);
  }

  /** The number of bytes. */
  public int size() {
    return content.length;
  }

  /**
   * The byte at an index from 0, as a number from 0 to 255.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public int get(int index) {
    return content[index] & 0xff;
  }

  /** A copy of the content. */
  public byte[] toByteArray() {
    return content.clone();
  }

  /**
   * Copies the content into a buffer, which moves behind it.
   *
   * @throws java.nio.BufferOverflowException if it has no room for that
   */
  public void copyInto(ByteBuffer buffer) {
    buffer.put(content);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "bytes of length " + content.length;
  }
}
