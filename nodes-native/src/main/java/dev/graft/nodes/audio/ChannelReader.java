package dev.graft.nodes.audio;

import dev.graft.value.DType;
import dev.graft.value.NdArray;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/** Reads one channel of a float array as doubles, a block at a time. */
final class ChannelReader {
  /** Samples that pass through the nearest cache at once. */
  static final int BLOCK = 4096;

  private final int length;
  private final @Nullable FloatBuffer floats;
  private final @Nullable DoubleBuffer doubles;
  private final float[] narrow;

  ChannelReader(NdArray array, int channel) {
    ByteBuffer bytes = array.at(channel).bytes();
    boolean isNarrow = array.type() == DType.FLOAT32;
    length = array.shape()[1];
    floats = isNarrow ? bytes.asFloatBuffer() : null;
    doubles = isNarrow ? null : bytes.asDoubleBuffer();
    narrow = new float[isNarrow ? Math.min(BLOCK, length) : 0];
  }

  /** The number of samples. */
  int length() {
    return length;
  }

  /** Copies at most {@link #BLOCK} samples, from one on, to the start of an array. */
  void read(int from, double[] target, int count) {
    if (floats != null) {
      floats.get(from, narrow, 0, count);
      widen(narrow, target, count);
    } else if (doubles != null) {
      doubles.get(from, target, 0, count);
    }
  }

  /** Loops over arrays in step are what the JVM makes vectors of. */
  private static void widen(float[] from, double[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = from[i];
    }
  }
}
