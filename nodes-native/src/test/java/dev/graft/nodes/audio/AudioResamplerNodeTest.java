package dev.graft.nodes.audio;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.nodes.Driver;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AudioResamplerNodeTest {
  private static final String[] QUALITIES = {"low", "medium", "high"};
  private static final int[][] RATES = {
    {8000, 11_025}, {44_100, 48_000}, {48_000, 16_000}, {16_000, 44_100}, {96_000, 8000},
    {7, 3}, {3, 7}, {1, 2}, {5, 1}, {1000, 999}
  };

  private static Driver resampler(int target, String quality, boolean continuous) {
    return new Driver(
        new AudioResamplerNodeFactory(),
        Map.of("target_sample_rate", (long) target, "quality", quality, "continuous", continuous));
  }

  /** Wherever a signal is cut, also where the node moves to another instance, no bit changes. */
  @Test
  void cuttingChangesNoBit() {
    for (int round = 0; round < 60; round++) {
      Random random = new Random(round);
      int channels = 1 + random.nextInt(3);
      double[] noise = Sounds.noise(channels * random.nextInt(3000), 1, round);
      NdArray signal =
          random.nextBoolean()
              ? NdArray.of(noise, channels, noise.length / channels)
              : NdArray.of(Sounds.floats(noise), channels, noise.length / channels);
      int rate = RATES[round % RATES.length][0];
      int target = RATES[round % RATES.length][1];
      String quality = QUALITIES[random.nextInt(3)];
      List<Tuple> pieces =
          Sounds.pieces(signal, rate, 1 + random.nextInt(round % 3 == 0 ? 5 : 700), random);
      List<@Nullable Object> outputs = new ArrayList<>();
      Driver node = resampler(target, quality, true);
      for (Tuple piece : pieces) {
        if (random.nextInt(pieces.size()) < 5) {
          Map<String, @Nullable Object> state = node.instance().snapshot();
          node = resampler(target, quality, true);
          node.instance().restore(state);
        }
        outputs.addAll(node.process(piece));
      }
      outputs.addAll(node.flush());
      outputs.forEach(out -> assertThat(Sounds.array(out).size()).isGreaterThan(0));
      List<ByteBuffer> alone =
          Sounds.joined(resampler(target, quality, false).process(Tuple.of(signal, (long) rate)));
      assertWithMessage("round %s: %s to %s, %s", round, rate, target, signal)
          .that(Sounds.joined(outputs))
          .isEqualTo(alone);
    }
  }

  /** An output comes as soon as the last sample that it is made of. */
  @Test
  void holdsBackNoMoreThanItMust() {
    Driver node = resampler(16_000, "high", true);
    float[] sample = {0.5f};
    int outputs = 0;
    for (int i = 1; i <= 1000; i++) {
      outputs += node.process(Sounds.mono(48_000, sample)).size();
      // Output m needs the sample 3 m + 203, which is number 3 m + 204.
      assertThat(outputs).isEqualTo(i < 204 ? 0 : (i - 204) / 3 + 1);
    }
    Object rest = node.flush().get(0);
    assertThat(outputs + Sounds.array(rest).size()).isEqualTo(334);
    assertThat(node.flush()).isEmpty();
  }

  /** What comes after the end is another signal. */
  @Test
  void startsAnewAfterTheEnd() {
    Driver node = resampler(12_000, "medium", true);
    List<List<ByteBuffer>> all = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      List<@Nullable Object> outputs =
          new ArrayList<>(node.process(Sounds.mono(8000, Sounds.floats(Sounds.noise(500, 1, 9)))));
      outputs.addAll(node.flush());
      all.add(Sounds.joined(outputs));
    }
    assertThat(all.get(0)).isEqualTo(all.get(1));
  }

  /** Speech to another rate and back is the same to the ear: it has little above 7 kHz. */
  @Test
  void speechSurvivesTheWayThereAndBack() throws IOException {
    float[] speech = Sounds.speech();
    Object there = resampler(44_100, "high", false).one(Sounds.mono(16_000, speech));
    Object back = resampler(16_000, "high", false).one(there);
    float[] after = Sounds.array(back).toFloats();
    assertThat(after.length).isAnyOf(speech.length, speech.length + 1);
    double error = 0;
    double energy = 0;
    for (int i = 0; i < speech.length; i++) {
      error += Math.pow(after[i] - speech[i], 2);
      energy += Math.pow(speech[i], 2);
    }
    assertThat(10 * Math.log10(error / energy)).isLessThan(-50);
  }
}
