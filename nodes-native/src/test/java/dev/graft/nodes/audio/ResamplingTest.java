package dev.graft.nodes.audio;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ResamplingTest {
  /** An output by the definition alone, one after the other. */
  private static double[] defined(PolyphaseFilter filter, double[] signal) {
    long up = filter.ratio().up();
    long down = filter.ratio().down();
    double[] outputs = new double[(int) ((signal.length * up + down - 1) / down)];
    for (int m = 0; m < outputs.length; m++) {
      int middle = (int) (m * down / up);
      double[] weights = filter.phase((int) (m * down % up));
      double sum = 0;
      for (int k = middle - filter.half() + 1; k <= middle + filter.half(); k++) {
        double sample = k >= 0 && k < signal.length ? signal[k] : 0;
        sum += sample * weights[k - middle + filter.half() - 1];
      }
      outputs[m] = sum;
    }
    return outputs;
  }

  @Test
  void isTheDefinitionBitForBit() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      long source = 1L + random.nextInt(round % 2 == 0 ? 50 : 3000);
      int target = 1 + random.nextInt(round % 2 == 0 ? 50 : 3000);
      PolyphaseFilter filter =
          new PolyphaseFilter(RateRatio.of(source, target), ResamplerQuality.LOW);
      double[] signal = Sounds.noise(random.nextInt(400), 1, round);
      double[] outputs = Resampling.whole(filter, signal);
      assertWithMessage("%s to %s, %s samples", source, target, signal.length)
          .that(outputs)
          .isEqualTo(defined(filter, signal));
      assertThat(Resampling.outputsOf(filter, signal.length)).isEqualTo(outputs.length);
    }
  }

  @Test
  void aConstantStaysOneAwayFromItsEnds() {
    PolyphaseFilter filter =
        new PolyphaseFilter(RateRatio.of(44_100L, 48_000), ResamplerQuality.HIGH);
    double[] signal = new double[1000];
    Arrays.fill(signal, 1);
    double[] outputs = Resampling.whole(filter, signal);
    for (int i = 100; i < outputs.length - 100; i++) {
      assertThat(outputs[i]).isWithin(1e-14).of(1);
    }
  }

  @Test
  void aStretchThatIsTooShortMakesNothing() {
    PolyphaseFilter filter = new PolyphaseFilter(RateRatio.of(3L, 2), ResamplerQuality.LOW);
    Resampling step = new Resampling(filter, filter.taps() - 1, 0);
    assertThat(step.outputs()).isEqualTo(0);
    assertThat(step.consumed()).isEqualTo(0);
    assertThat(new Resampling(filter, filter.taps(), 0).outputs()).isEqualTo(1);
  }
}
