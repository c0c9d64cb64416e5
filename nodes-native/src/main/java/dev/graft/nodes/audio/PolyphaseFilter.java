package dev.graft.nodes.audio;

/**
 * The weights for one ratio of rates: a row for each phase, that is for each place that an output
 * may have between two input samples. A row is made when it is first asked for. Not for several
 * threads at once.
 */
final class PolyphaseFilter {
  /** 64 MiB of weights: phases of filters with more are made anew each time. */
  private static final long MOST_KEPT = 1L << 23;

  private final RateRatio ratio;
  private final KaiserSinc shape;
  private final int half;
  private final double[][] rows;

  /** A filter of some quality for a ratio of rates. */
  PolyphaseFilter(RateRatio ratio, ResamplerQuality quality) {
    this.ratio = ratio;
    double cutoff = quality.rolloff() * ratio.passband();
    this.shape = new KaiserSinc(cutoff, quality.zeroCrossings() / cutoff, quality.beta());
    this.half = (int) Math.ceil(shape.width());
    this.rows = new double[(long) ratio.up() * taps() <= MOST_KEPT ? ratio.up() : 0][];
  }

  /** The rates that it is for. */
  RateRatio ratio() {
    return ratio;
  }

  /** How many input samples on each side make an output. */
  int half() {
    return half;
  }

  /** How many input samples make an output; the weights of a phase. */
  int taps() {
    return 2 * half;
  }

  /**
   * The weights of a phase, those of the earliest samples first. They add up to 1, so that a
   * constant stays one.
   */
  double[] phase(int phase) {
    if (rows.length == 0) {
      return row(phase);
    }
    double[] row = rows[phase];
    if (row == null) {
      row = row(phase);
      rows[phase] = row;
    }
    return row;
  }

  private double[] row(int phase) {
    double place = (double) phase / ratio.up();
    double[] row = new double[taps()];
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      row[i] = shape.at(place - (i - half + 1));
      sum += row[i];
    }
    for (int i = 0; i < row.length; i++) {
      row[i] /= sum;
    }
    return row;
  }
}
