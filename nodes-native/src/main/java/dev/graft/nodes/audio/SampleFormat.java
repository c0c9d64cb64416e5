package dev.graft.nodes.audio;

import dev.graft.value.DType;

/** How a sample is written: full scale is 1.0 for floats, and one beyond the largest int. */
enum SampleFormat {
  F32(DType.FLOAT32),
  I16(DType.INT16),
  I32(DType.INT32);

  private final DType type;

  SampleFormat(DType type) {
    this.type = type;
  }

  /** The type of the array's elements. */
  DType type() {
    return type;
  }
}
