package dev.graft.nodes.audio;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.DType;
import dev.graft.value.NdArray;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;

/**
 * Converts samples to another format, a block at a time: first to doubles of full scale 1.0, which
 * hold every sample of every format exactly, then to the target. Ints are rounded half to even and
 * kept within their range.
 */
final class FormatConversion {
  private static final double FULL_I16 = 0x1p15;
  private static final double FULL_I32 = 0x1p31;
  private static final float FLOAT_FULL_I16 = 0x1p15f;

  /** Added and taken away again, it leaves an int: what is behind the point has no room. */
  private static final double ROUNDING = 0x1.8p52;

  private static final float FLOAT_ROUNDING = 0x1.8p23f;

  private FormatConversion() {}

  /**
   * A new array of the same shape in another format.
   *
   * @throws NodeException of kind TYPE if the samples are no floats, int16 or int32
   */
  static NdArray of(NdArray source, SampleFormat target) {
    checkType(source);
    int size = source.size();
    ByteBuffer from = source.bytes();
    ByteBuffer to = Samples.allocate(target.type(), 1, size);
    if (source.type() == DType.FLOAT32 && target == SampleFormat.I16) {
      floatsToShorts(from.asFloatBuffer(), to.asShortBuffer());
    } else {
      double[] block = new double[Math.min(ChannelReader.BLOCK, size)];
      for (int done = 0; done < size; done += ChannelReader.BLOCK) {
        int count = Math.min(ChannelReader.BLOCK, size - done);
        read(from, source.type(), done, block, count);
        write(block, to, target, done, count);
      }
    }
    return NdArray.over(target.type(), to.order(), to, source.shape());
  }

  /** The commonest way without doubles: times a power of two, and rounding, are exact in floats. */
  private static void floatsToShorts(FloatBuffer from, ShortBuffer to) {
    float[] floats = new float[Math.min(ChannelReader.BLOCK, from.limit())];
    short[] shorts = new short[floats.length];
    for (int done = 0; done < from.limit(); done += ChannelReader.BLOCK) {
      int count = Math.min(ChannelReader.BLOCK, from.limit() - done);
      from.get(done, floats, 0, count);
      toShorts(floats, shorts, count);
      to.put(done, shorts, 0, count);
    }
  }

  private static void checkType(NdArray source) {
    switch (source.type()) {
      case FLOAT32, FLOAT64, INT16, INT32 -> {}
      default ->
          throw new NodeException(
              ErrorKind.TYPE,
              "expected samples of float32, float64, int16 or int32, got " + source.typeText());
    }
  }

  private static void read(ByteBuffer from, DType type, int at, double[] block, int count) {
    if (type == DType.FLOAT32) {
      FloatBuffer samples = from.asFloatBuffer();
      float[] floats = new float[count];
      samples.get(at, floats);
      for (int i = 0; i < count; i++) {
        block[i] = floats[i];
      }
    } else if (type == DType.FLOAT64) {
      DoubleBuffer samples = from.asDoubleBuffer();
      samples.get(at, block, 0, count);
    } else if (type == DType.INT16) {
      ShortBuffer samples = from.asShortBuffer();
      short[] shorts = new short[count];
      samples.get(at, shorts);
      for (int i = 0; i < count; i++) {
        block[i] = shorts[i] / FULL_I16;
      }
    } else {
      IntBuffer samples = from.asIntBuffer();
      int[] ints = new int[count];
      samples.get(at, ints);
      for (int i = 0; i < count; i++) {
        block[i] = ints[i] / FULL_I32;
      }
    }
  }

  private static void write(double[] block, ByteBuffer to, SampleFormat target, int at, int count) {
    switch (target) {
      case F32 -> {
        float[] floats = new float[count];
        Samples.narrow(block, floats, count);
        to.asFloatBuffer().put(at, floats);
      }
      case I16 -> {
        short[] shorts = new short[count];
        toShorts(block, shorts, count);
        to.asShortBuffer().put(at, shorts);
      }
      case I32 -> {
        int[] ints = new int[count];
        toInts(block, ints, count);
        to.asIntBuffer().put(at, ints);
      }
    }
  }

  private static void toShorts(float[] from, short[] to, int count) {
    for (int i = 0; i < count; i++) {
      float sample = from[i] * FLOAT_FULL_I16;
      float kept = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
      to[i] = (short) (int) (kept + FLOAT_ROUNDING - FLOAT_ROUNDING);
    }
  }

  private static void toShorts(double[] from, short[] to, int count) {
    for (int i = 0; i < count; i++) {
      double sample = from[i] * FULL_I16;
      double kept = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
      to[i] = (short) (int) (kept + ROUNDING - ROUNDING); // of NaN the conversion to int makes 0
    }
  }

  private static void toInts(double[] from, int[] to, int count) {
    for (int i = 0; i < count; i++) {
      double sample = from[i] * FULL_I32;
      double kept = Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, sample));
      to[i] = (int) (kept + ROUNDING - ROUNDING);
    }
  }
}
