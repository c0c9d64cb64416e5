package dev.graft.nodes.audio;

/**
 * A sinc in a Kaiser window: the shape of an ideal low pass, cut off softly. It is computed by
 * additions, multiplications, divisions and roots alone, which all languages round alike, so that a
 * twin gets the same bits; sines of libraries differ in the last one.
 *
 * @param cutoff the cutoff as a part of the source's Nyquist frequency
 * @param width where the window ends on both sides, in samples of the source
 * @param beta the shape of the window
 */
record KaiserSinc(double cutoff, double width, double beta) {
  /** The last power of the series of the sine: on half a period the rest is below half an ulp. */
  private static final int LAST_POWER = 21;

  /** The value at a distance from the middle, in samples of the source. */
  double at(double distance) {
    if (Math.abs(distance) >= width) {
      return 0;
    }
    double part = distance / width;
    return sinc(cutoff * distance) * bessel(beta * Math.sqrt(1 - part * part));
  }

  /** {@code sin(πu)/(πu)}. */
  static double sinc(double u) {
    if (u == 0) {
      return 1;
    }
    double nearest = Math.rint(u);
    double x = Math.PI * (u - nearest);
    double square = x * x;
    double sum = 1;
    for (int power = LAST_POWER; power > 1; power -= 2) {
      sum = 1 - square / (power * (power - 1)) * sum;
    }
    double sine = nearest % 2 == 0 ? x * sum : -(x * sum);
    return sine / (Math.PI * u);
  }

  /** The modified Bessel function of order 0, by its series until a term changes nothing. */
  static double bessel(double x) {
    double quarter = x / 2 * (x / 2);
    double term = 1;
    double sum = 1;
    for (double k = 1; ; k++) {
      term = term * quarter / (k * k);
      double next = sum + term;
      if (next == sum) {
        return sum;
      }
      sum = next;
    }
  }
}
