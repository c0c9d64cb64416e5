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
   * to the contract. Outputs of one phase have the same weights and are made four at a time,
   * because each sum has to wait for itself.
   */
  double[] apply(double[] stretch) {
    double[] outputs = new double[(int) outputs()];
    int up = filter.ratio().up();
    long down = filter.ratio().down();
    long place = phase;
    for (int first = 0; first < Math.min(up, outputs.length); first++) {
      double[] weights = filter.phase((int) (place % up));
      long from = place / up;
      int i = first;
      for (; i + 3L * up < outputs.length; i += 4 * up) {
        four(stretch, (int) from, (int) down, weights, outputs, i, up);
        from += 4 * down;
      }
      for (; i < outputs.length; i += up) {
        outputs[i] = one(stretch, (int) from, weights);
        from += down;
      }
      place += down;
    }
    return outputs;
  }

  private static void four(
      double[] x, int from, int step, double[] weights, double[] outputs, int at, int apart) {
    int a = from;
    int b = a + step;
    int c = b + step;
    int d = c + step;
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int i = 0; i < weights.length; i++) {
      double weight = weights[i];
      first += x[a + i] * weight;
      second += x[b + i] * weight;
      third += x[c + i] * weight;
      fourth += x[d + i] * weight;
    }
    outputs[at] = first;
    outputs[at + apart] = second;
    outputs[at + 2 * apart] = third;
    outputs[at + 3 * apart] = fourth;
  }

  private static double one(double[] x, int from, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += x[from + i] * weights[i];
    }
    return sum;
  }
}
