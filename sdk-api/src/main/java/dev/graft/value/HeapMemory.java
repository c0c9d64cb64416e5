package dev.graft.value;

import java.nio.ByteBuffer;

/**
 * Memory of this JVM alone.
 *
 * @param bytes all of it
 */
record HeapMemory(ByteBuffer bytes) implements ArrayMemory {}
