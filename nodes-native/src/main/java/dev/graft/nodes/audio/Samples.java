package dev.graft.nodes.audio;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.DType;
import dev.graft.value.NdArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Channels of float arrays as doubles, and back. Each sample is rounded once, at the end. */
final class Samples {
  private Samples() {}

  /** Copies a channel to {@code target}, from an index on. */
  static void read(NdArray array, int channel, double[] target, int at) {
    ChannelReader reader = new ChannelReader(array, channel);
    double[] block = new double[Math.min(ChannelReader.BLOCK, reader.length())];
    for (int done = 0; done < reader.length(); done += block.length) {
      int count = Math.min(block.length, reader.length() - done);
      reader.read(done, block, count);
      System.arraycopy(block, 0, target, at + done, count);
    }
  }

  /** A channel as doubles. */
  static double[] channel(NdArray array, int channel) {
    double[] samples = new double[array.shape()[1]];
    read(array, channel, samples, 0);
    return samples;
  }

  /** A new array of a float type; all channels from one index to another. */
  static NdArray of(DType type, double[][] channels, int from, int to) {
    int length = to - from;
    ByteBuffer bytes = allocate(type, channels.length, length);
    for (int i = 0; i < channels.length; i++) {
      if (type == DType.FLOAT64) {
        bytes.asDoubleBuffer().put(i * length, channels[i], from, length);
      } else {
        write(channels[i], from, length, bytes.asFloatBuffer(), i * length);
      }
    }
    return NdArray.over(type, bytes.order(), bytes, channels.length, length);
  }

  /** A new array of all samples. */
  static NdArray of(DType type, double[][] channels) {
    return of(type, channels, 0, channels[0].length);
  }

  private static void write(double[] from, int start, int length, FloatBuffer to, int at) {
    double[] wide = new double[Math.min(ChannelReader.BLOCK, length)];
    float[] narrow = new float[wide.length];
    for (int done = 0; done < length; done += ChannelReader.BLOCK) {
      int count = Math.min(ChannelReader.BLOCK, length - done);
      System.arraycopy(from, start + done, wide, 0, count);
      narrow(wide, narrow, count);
      to.put(at + done, narrow, 0, count);
    }
  }

  /** Rounds doubles to floats. */
  static void narrow(double[] from, float[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = (float) from[i];
    }
  }

  /** A new array with the same samples, row by row. */
  static NdArray copy(NdArray array) {
    ByteBuffer bytes = ByteBuffer.allocate(array.size() * array.type().size());
    bytes.put(array.bytes()).flip();
    return NdArray.over(array.type(), array.order(), bytes, array.shape());
  }

  /**
   * Memory for samples, in the order of the machine.
   *
   * @throws NodeException of kind RANGE if they have 2 GiB or more
   */
  static ByteBuffer allocate(DType type, int channels, long length) {
    return ByteBuffer.allocate(bytes(type, channels, length)).order(ByteOrder.nativeOrder());
  }

  /**
   * How many bytes samples have.
   *
   * @throws NodeException of kind RANGE if they have 2 GiB or more
   */
  static int bytes(DType type, int channels, long length) {
    // No channel has more samples than an array can have, so the product cannot wrap around.
    if (length > Integer.MAX_VALUE || channels * length > Integer.MAX_VALUE / type.size()) {
      throw new NodeException(
          ErrorKind.RANGE,
          "%d samples of %d channels have 2 GiB or more; send shorter items"
              .formatted(length, channels));
    }
    return (int) (channels * length) * type.size();
  }
}
