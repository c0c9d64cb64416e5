package dev.graft.nodes.audio;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.NdArray;
import java.util.function.IntFunction;

/** Makes more or fewer channels. */
final class ChannelMix {
  private ChannelMix() {}

  /**
   * Refuses a number of channels that no rule makes.
   *
   * @throws NodeException of kind INVALID if there are several channels, and more are wanted
   */
  static void check(int from, int to) {
    if (1 < from && from < to) {
      throw new NodeException(
          ErrorKind.INVALID,
          "%d channels cannot become %d; set output_channels to 1 … %d".formatted(from, to, from));
    }
  }

  /**
   * The channels wanted: one is the mean of all, several are the first of them, or copies of one.
   *
   * @param channel makes a channel; called for those that are needed, in order
   */
  static double[][] of(IntFunction<double[]> channel, int from, int to) {
    double[][] channels = new double[to][];
    if (to == 1) {
      channels[0] = from == 1 ? channel.apply(0) : mean(channel, from);
      return channels;
    }
    for (int i = 0; i < to; i++) {
      channels[i] = from == 1 && i > 0 ? channels[0] : channel.apply(i);
    }
    return channels;
  }

  /** The mean of all channels of an array, the first added first. */
  static double[] mono(NdArray array) {
    ChannelReader[] channels = new ChannelReader[array.shape()[0]];
    for (int i = 0; i < channels.length; i++) {
      channels[i] = new ChannelReader(array, i);
    }
    int length = array.shape()[1];
    double[] mono = new double[length];
    double[] sum = new double[Math.min(ChannelReader.BLOCK, length)];
    double[] next = new double[sum.length];
    for (int done = 0; done < length; done += sum.length) {
      int count = Math.min(sum.length, length - done);
      channels[0].read(done, sum, count);
      for (int i = 1; i < channels.length; i++) {
        channels[i].read(done, next, count);
        add(sum, next);
      }
      divide(sum, channels.length);
      System.arraycopy(sum, 0, mono, done, count);
    }
    return mono;
  }

  private static double[] mean(IntFunction<double[]> channel, int count) {
    double[] sum = new double[0];
    for (int i = 0; i < count; i++) {
      double[] next = channel.apply(i);
      if (i == 0) {
        sum = new double[next.length];
      }
      add(sum, next);
    }
    divide(sum, count);
    return sum;
  }

  private static void add(double[] sum, double[] more) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += more[i];
    }
  }

  private static void divide(double[] sum, int count) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= count;
    }
  }
}
