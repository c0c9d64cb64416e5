package dev.graft.python.memory;

import dev.graft.value.NdArray;
import java.nio.ByteBuffer;

/**
 * An array and the right to write its elements, until it is handed on.
 *
 * @param bytes the elements, row by row, in the order of bytes of this machine
 * @param array the same memory, for everybody else
 */
public record WritableArray(ByteBuffer bytes, NdArray array) {}
