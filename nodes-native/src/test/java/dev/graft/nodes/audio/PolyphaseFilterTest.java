package dev.graft.nodes.audio;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import org.junit.jupiter.api.Test;

final class PolyphaseFilterTest {
  @Test
  void hasAsManyTapsAsTheDefinitionSays() {
    // 64 / 0.95 is 67.4, three times that is 202.1
    assertThat(filter(44_100, 48_000, ResamplerQuality.HIGH).half()).isEqualTo(68);
    assertThat(filter(48_000, 16_000, ResamplerQuality.HIGH).half()).isEqualTo(203);
    assertThat(filter(48_000, 16_000, ResamplerQuality.MEDIUM).taps()).isEqualTo(2 * 105);
    assertThat(filter(16_000, 48_000, ResamplerQuality.LOW).taps()).isEqualTo(2 * 19);
  }

  @Test
  void weightsOfAPhaseAddUpToOne() {
    for (ResamplerQuality quality : ResamplerQuality.values()) {
      PolyphaseFilter filter = filter(44_100, 48_000, quality);
      for (int phase = 0; phase < 160; phase++) {
        double sum = 0;
        for (double weight : filter.phase(phase)) {
          sum += weight;
        }
        assertWithMessage("%s, phase %s", quality, phase).that(sum).isWithin(1e-14).of(1);
      }
    }
  }

  @Test
  void weightsAreThoseOfTheDefinition() {
    PolyphaseFilter filter = filter(48_000, 44_100, ResamplerQuality.MEDIUM);
    double cutoff = 0.92 * 147 / 160;
    double width = 32 / cutoff;
    for (int phase : new int[] {0, 1, 73, 146}) {
      double[] weights = new double[filter.taps()];
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        double distance = phase / 147.0 - (i - filter.half() + 1);
        double part = distance / width;
        double angle = Math.PI * cutoff * distance;
        double sinc = distance == 0 ? 1 : Math.sin(angle) / angle;
        weights[i] =
            part * part >= 1 ? 0 : sinc * KaiserSinc.bessel(7.86 * Math.sqrt(1 - part * part));
        sum += weights[i];
      }
      for (int i = 0; i < weights.length; i++) {
        assertThat(filter.phase(phase)[i]).isWithin(1e-15).of(weights[i] / sum);
      }
    }
  }

  @Test
  void phasesAreMadeOnceUnlessThereAreTooMany() {
    PolyphaseFilter few = filter(44_100, 48_000, ResamplerQuality.HIGH);
    assertThat(few.phase(5)).isSameInstanceAs(few.phase(5));
    PolyphaseFilter many = filter(767_999, 768_000, ResamplerQuality.HIGH);
    assertThat(many.phase(5)).isNotSameInstanceAs(many.phase(5));
    assertThat(many.phase(5)).isEqualTo(many.phase(5));
  }

  private static PolyphaseFilter filter(long source, int target, ResamplerQuality quality) {
    return new PolyphaseFilter(RateRatio.of(source, target), quality);
  }
}
