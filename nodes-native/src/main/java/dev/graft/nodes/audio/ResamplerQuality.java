package dev.graft.nodes.audio;

/** How steep the filter of a resampler is, and how much it lets through of what should go. */
enum ResamplerQuality {
  LOW(16, 5.65, 0.885),
  MEDIUM(32, 7.86, 0.92),
  HIGH(64, 10.06, 0.95);

  private final int zeroCrossings;
  private final double beta;
  private final double rolloff;

  ResamplerQuality(int zeroCrossings, double beta, double rolloff) {
    this.zeroCrossings = zeroCrossings;
    this.beta = beta;
    this.rolloff = rolloff;
  }

  /** How many times the sinc crosses zero on each side. */
  int zeroCrossings() {
    return zeroCrossings;
  }

  /** The shape of the Kaiser window. */
  double beta() {
    return beta;
  }

  /** The cutoff, as a part of the lower Nyquist frequency. */
  double rolloff() {
    return rolloff;
  }
}
