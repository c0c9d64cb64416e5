package dev.graft.nodes.audio;

/**
 * Applies a filter to a stretch of a signal. The stretch begins with the first sample that the next
 * output is made of, so what is left after it is the beginning of the next stretch.
 */
final class Resampling {
  private final PolyphaseFilter filter;
  private final int length;
  private final int phase;

  /**
   * What can be made of a stretch.
   *
   * @param length how many samples it has
   * @param phase that of the next output
   */
  Resampling(PolyphaseFilter filter, int length, int phase) {
    this.filter = filter;
    this.length = length;
    this.phase = phase;
  }

  /** How many outputs have all the samples that they are made of. */
  long outputs() {
    long places = length - filter.taps() + 1L;
    return places <= 0 ? 0 : ceilDiv(places * filter.ratio().up() - phase, filter.ratio().down());
  }

  private static long ceilDiv(long dividend, long divisor) {
    return -Math.floorDiv(-dividend, divisor);
  }

  /** How many samples are needed no more once the outputs are made. */
  int consumed() {
    return (int) (advanced() / filter.ratio().up());
  }

  /** The phase of the output after those. */
  int nextPhase() {
    return (int) (advanced() % filter.ratio().up());
  }

  private long advanced() {
    return phase + outputs() * filter.ratio().down();
  }

  /** How many outputs a whole signal alone makes. */
  static long outputsOf(PolyphaseFilter filter, int length) {
    return new Resampling(filter, Math.addExact(length, filter.taps() - 1), 0).outputs();
  }

  /** A whole signal alone: nothing before it and nothing after it. */
  static double[] whole(PolyphaseFilter filter, double[] signal) {
    double[] stretch = new double[Math.addExact(signal.length, filter.taps() - 1)];
    System.arraycopy(signal, 0, stretch, filter.half() - 1, signal.length);
    return new Resampling(filter, stretch.length, 0).apply(stretch);
  }

  /**
   * The outputs. Each is a sum over its samples from the earliest to the latest: the order belongs
   * to the contract. Four outputs are made side by side, because each sum has to wait for itself.
   */
  double[] apply(double[] stretch) {
    double[] outputs = new double[(int) outputs()];
    int up = filter.ratio().up();
    long down = filter.ratio().down();
    long next = phase;
    int i = 0;
    for (; i + 4 <= outputs.length; i += 4) {
      long second = next + down;
      long third = second + down;
      long fourth = third + down;
      four(
          stretch,
          new int[] {
            (int) (next / up), (int) (second / up), (int) (third / up), (int) (fourth / up)
          },
          new double[][] {
            filter.phase((int) (next % up)),
            filter.phase((int) (second % up)),
            filter.phase((int) (third % up)),
            filter.phase((int) (fourth % up))
          },
          outputs,
          i);
      next = fourth + down;
    }
    for (; i < outputs.length; i++) {
      outputs[i] = one(stretch, (int) (next / up), filter.phase((int) (next % up)));
      next += down;
    }
    return outputs;
  }

  private static void four(double[] x, int[] from, double[][] weights, double[] outputs, int at) {
    int a = from[0];
    int b = from[1];
    int c = from[2];
    int d = from[3];
    double[] u = weights[0];
    double[] v = weights[1];
    double[] w = weights[2];
    double[] z = weights[3];
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int i = 0; i < u.length; i++) {
      first += x[a + i] * u[i];
      second += x[b + i] * v[i];
      third += x[c + i] * w[i];
      fourth += x[d + i] * z[i];
    }
    outputs[at] = first;
    outputs[at + 1] = second;
    outputs[at + 2] = third;
    outputs[at + 3] = fourth;
  }

  private static double one(double[] x, int from, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += x[from + i] * weights[i];
    }
    return sum;
  }
}
