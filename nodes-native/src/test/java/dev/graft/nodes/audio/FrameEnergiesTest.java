package dev.graft.nodes.audio;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class FrameEnergiesTest {
  @Test
  void addsUpFromTheFirstSample() {
    double[] samples = Sounds.noise(1234, 1, 5);
    for (int length : new int[] {1, 7, 100, 1234, 2000}) {
      double[] energies = FrameEnergies.of(samples, length);
      assertThat(energies.length).isEqualTo(1234 / length);
      for (int i = 0; i < energies.length; i++) {
        double sum = 0;
        for (int j = 0; j < length; j++) {
          sum += samples[i * length + j] * samples[i * length + j];
        }
        assertThat(energies[i]).isEqualTo(Math.sqrt(sum / length));
      }
    }
  }
}
