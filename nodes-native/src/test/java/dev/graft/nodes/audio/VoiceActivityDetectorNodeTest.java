package dev.graft.nodes.audio;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.nodes.Driver;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class VoiceActivityDetectorNodeTest {
  private static final int RATE = 16_000;

  /** Ten frames of 30 ms. */
  private static final int ITEM = 4800;

  /** Noise at −60 dB for two seconds before and after a sentence of 5.3 seconds. */
  private static float[] speechInNoise() throws IOException {
    float[] speech = Sounds.speech();
    float[] all = Sounds.floats(Sounds.noise(speech.length + 4 * RATE, 0.001, 1));
    for (int i = 0; i < speech.length; i++) {
      all[2 * RATE + i] += speech[i];
    }
    return all;
  }

  private static List<Boolean> detected(float[] samples) {
    Driver node = new Driver(new VoiceActivityDetectorNodeFactory(), Map.of());
    List<Boolean> detected = new ArrayList<>();
    for (int from = 0; from < samples.length; from += ITEM) {
      int to = Math.min(samples.length, from + ITEM);
      NdArray item = NdArray.of(samples).slice(0, from, to, 1);
      Tuple out = (Tuple) Objects.requireNonNull(node.one(Tuple.of(item, (long) RATE)));
      Map<?, ?> found = (Map<?, ?>) Objects.requireNonNull(out.get(1));
      detected.add((Boolean) Objects.requireNonNull(found.get("is_speech")));
    }
    return detected;
  }

  /**
   * The first word is heard after 2.27 seconds, in the eighth item, and the last one ends after
   * 7.1, in the twenty-fourth. For three seconds everything is speech. Then the detector has heard
   * nothing but speech, takes its softer parts for the noise and misses more and more: what it
   * compares with are the last hundred frames, which are three seconds.
   */
  @Test
  void hearsSpeechAndNothingElse() throws IOException {
    List<Boolean> detected = detected(speechInNoise());
    assertThat(detected.subList(0, 7)).doesNotContain(true);
    assertThat(detected.subList(7, 17)).doesNotContain(false);
    assertThat(detected.subList(17, 24)).contains(true);
    assertThat(detected.subList(24, detected.size())).doesNotContain(true);
  }

  @Test
  void softNoiseIsNoSpeech() {
    assertThat(detected(Sounds.floats(Sounds.noise(10 * RATE, 0.01, 2)))).doesNotContain(true);
  }

  @Test
  void aLouderSoundAfterNoiseIsSpeech() {
    float[] samples = Sounds.floats(Sounds.noise(4 * ITEM, 0.001, 3));
    for (int i = 2 * ITEM; i < 3 * ITEM; i++) {
      samples[i] *= 100;
    }
    assertThat(detected(samples)).containsExactly(false, false, true, false).inOrder();
  }

  /** Much louder than the threshold it starts with, but not than what was heard just before. */
  @Test
  void whatIsLoudIsMeasuredByWhatWasHeard() {
    float[] samples = Sounds.floats(Sounds.noise(3 * ITEM, 0.5, 4));
    assertThat(detected(samples)).containsExactly(true, false, false).inOrder();
  }

  @Test
  void rememberedEnergiesMove() throws IOException {
    float[] samples = speechInNoise();
    Driver first = new Driver(new VoiceActivityDetectorNodeFactory(), Map.of());
    first.one(Sounds.mono(RATE, Arrays.copyOf(samples, 3 * RATE)));
    Map<String, Object> state = Map.copyOf(first.instance().snapshot());
    assertThat((List<?>) state.get("energies")).hasSize(100);
    Driver second = new Driver(new VoiceActivityDetectorNodeFactory(), Map.of());
    second.instance().restore(state);
    Tuple next = Sounds.mono(RATE, Arrays.copyOfRange(samples, 3 * RATE, 5 * RATE));
    assertThat(second.one(next)).isEqualTo(first.one(next));
  }
}
