package dev.graft.value;

import java.nio.ByteBuffer;

/**
 * The memory below arrays. Who has memory that other processes can see implements this, so that
 * arrays in it cross by reference; everybody else needs {@link NdArray}'s factories only.
 */
public interface ArrayMemory {
  /** All of it, from position 0 to its limit; never moved, never freed while this is reachable. */
  ByteBuffer bytes();
}
