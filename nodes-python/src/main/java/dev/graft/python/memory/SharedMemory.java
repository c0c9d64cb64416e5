package dev.graft.python.memory;

import dev.graft.value.ArrayMemory;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;

/**
 * Memory that workers can see. It stays as it is for as long as this object, an array in it or a
 * buffer of such an array is reachable. A {@code MemorySegment} made of such a buffer does not
 * count: whoever makes one keeps the buffer too.
 */
public final class SharedMemory implements ArrayMemory {
  private final SharedArrays arrays;
  private final Segment segment;
  private final ByteBuffer root;

  private SharedMemory(SharedArrays arrays, Segment segment, ByteBuffer root) {
    this.arrays = arrays;
    this.segment = segment;
    this.root = root;
  }

  /** One use of a segment, which was counted already; it ends when nothing of this is reachable. */
  static SharedMemory using(Segment segment, SharedArrays arrays, Cleaner cleaner) {
    // Every buffer that is derived from another one keeps the root of them reachable.
    ByteBuffer root = segment.bytes();
    cleaner.register(root, () -> arrays.letGo(segment));
    return new SharedMemory(arrays, segment, root);
  }

  /** The memory, read-only. */
  @Override
  public ByteBuffer bytes() {
    return root.asReadOnlyBuffer();
  }

  /** The name of the segment, for people. */
  public String name() {
    return segment.name();
  }

  boolean isOf(SharedArrays other) {
    return arrays == other;
  }

  Segment segment() {
    return segment;
  }

  /** The memory, to be written by whoever made it. */
  ByteBuffer writable() {
    return root.duplicate();
  }
}
