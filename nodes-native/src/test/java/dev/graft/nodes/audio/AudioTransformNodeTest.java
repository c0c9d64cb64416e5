package dev.graft.nodes.audio;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.nodes.Driver;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AudioTransformNodeTest {
  private static Driver transform(long rate, long channels) {
    return new Driver(
        new AudioTransformNodeFactory(),
        Map.of("output_sample_rate", rate, "output_channels", channels));
  }

  /** Rounding to float32 between resampling and mixing would be seen in some of the samples. */
  @Test
  void roundsOnceAfterResamplingAndMixing() {
    NdArray stereo = NdArray.of(Sounds.floats(Sounds.noise(4000, 1, 1)), 2, 2000);
    NdArray mixed = Sounds.array(transform(16_000, 1).one(Tuple.of(stereo, 48_000L)));
    PolyphaseFilter filter =
        new PolyphaseFilter(RateRatio.of(48_000L, 16_000), ResamplerQuality.HIGH);
    double[] left = Resampling.whole(filter, Samples.channel(stereo, 0));
    double[] right = Resampling.whole(filter, Samples.channel(stereo, 1));
    int roundedTwice = 0;
    for (int i = 0; i < left.length; i++) {
      assertThat(mixed.getDouble(0, i)).isEqualTo((double) (float) ((left[i] + right[i]) / 2));
      roundedTwice +=
          (float) (((float) left[i] + (double) (float) right[i]) / 2) == mixed.getDouble(0, i)
              ? 0
              : 1;
    }
    assertThat(roundedTwice).isGreaterThan(10);
  }

  @Test
  void resamplesAsTheResamplerDoes() {
    NdArray stereo = NdArray.of(Sounds.noise(4000, 1, 2), 2, 2000);
    Object alone =
        new Driver(
                new AudioResamplerNodeFactory(),
                Map.of("target_sample_rate", 44_100L, "continuous", false))
            .one(Tuple.of(stereo, 48_000L));
    assertThat(transform(44_100, 2).one(Tuple.of(stereo, 48_000L))).isEqualTo(alone);
  }

  /** A third of a sum is not the sum times a third, nor the sum of the thirds. */
  @Test
  void theMeanIsTheSumDividedOnce() {
    double[] noise = Sounds.noise(3000, 1, 3);
    NdArray mixed =
        Sounds.array(transform(8000, 1).one(Tuple.of(NdArray.of(noise, 3, 1000), 8000L)));
    for (int i = 0; i < 1000; i++) {
      double sum = noise[i] + noise[1000 + i] + noise[2000 + i];
      assertThat(mixed.getDouble(0, i)).isEqualTo(sum / 3);
    }
  }

  @Test
  void outputsAreNotTheInputs() {
    Tuple item = Tuple.of(NdArray.of(new float[] {1, 2}, 1, 2), 8000L);
    Object out = transform(8000, 1).one(item);
    assertThat(out).isEqualTo(item);
    assertThat(Sounds.array(out).memory()).isNotSameInstanceAs(Sounds.array(item).memory());
  }
}
