package dev.graft.nodes.audio;

/** How loud each frame is: the root of the mean square, summed up from its first sample on. */
final class FrameEnergies {
  private FrameEnergies() {}

  /** The energies of all whole frames; what remains is no frame. */
  static double[] of(double[] samples, int frameLength) {
    double[] energies = new double[samples.length / frameLength];
    int i = 0;
    for (; i + 4 <= energies.length; i += 4) {
      four(samples, i * frameLength, frameLength, energies, i);
    }
    for (; i < energies.length; i++) {
      energies[i] = one(samples, i * frameLength, frameLength);
    }
    for (int j = 0; j < energies.length; j++) {
      energies[j] = Math.sqrt(energies[j] / frameLength);
    }
    return energies;
  }

  /** Side by side, because each sum has to wait for itself. */
  private static void four(double[] x, int start, int length, double[] sums, int at) {
    int a = start;
    int b = a + length;
    int c = b + length;
    int d = c + length;
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int i = 0; i < length; i++) {
      first += x[a + i] * x[a + i];
      second += x[b + i] * x[b + i];
      third += x[c + i] * x[c + i];
      fourth += x[d + i] * x[d + i];
    }
    sums[at] = first;
    sums[at + 1] = second;
    sums[at + 2] = third;
    sums[at + 3] = fourth;
  }

  private static double one(double[] x, int start, int length) {
    double sum = 0;
    for (int i = start; i < start + length; i++) {
      sum += x[i] * x[i];
    }
    return sum;
  }
}
