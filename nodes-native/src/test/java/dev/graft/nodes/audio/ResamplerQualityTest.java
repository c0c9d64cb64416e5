package dev.graft.nodes.audio;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How good the resampler is, in dB below a sine of full scale: what it adds to a sine that should
 * pass, and what is left of one that should not. Errors are root mean squares away from the ends.
 */
final class ResamplerQualityTest {
  private static final int LENGTH = 24_000;

  /** Each quality up to its own part of the lower Nyquist frequency. */
  @ParameterizedTest
  @CsvSource({
    "48000, 16000",
    "16000, 48000",
    "44100, 48000",
    "48000, 44100",
    "44100, 16000",
    "8000, 11025"
  })
  void sinesPass(long source, int target) {
    for (double part : new double[] {0.01, 0.1, 0.37, 0.5, 0.66, 0.7}) {
      check(source, target, ResamplerQuality.LOW, part, -55);
      check(source, target, ResamplerQuality.MEDIUM, part * 0.8 / 0.7, -80);
      check(source, target, ResamplerQuality.HIGH, part * 0.9 / 0.7, -95);
    }
  }

  private static void check(
      long source, int target, ResamplerQuality quality, double part, double most) {
    double frequency = part * Math.min(source, target) / 2;
    double[] in = Sounds.sine(LENGTH, frequency / source, 0.3);
    double[] outputs = resampled(source, target, quality, in);
    double[] ideal = Sounds.sine(outputs.length, frequency / target, 0.3);
    double[] error = new double[outputs.length];
    for (int i = 0; i < error.length; i++) {
      error[i] = outputs[i] - ideal[i];
    }
    assertWithMessage("%s to %s, %s, sine at %s", source, target, quality, part)
        .that(decibel(error))
        .isAtMost(most);
  }

  /** From the lower Nyquist frequency on: nothing may be folded down. */
  @ParameterizedTest
  @CsvSource({"48000, 16000", "48000, 44100", "44100, 16000", "96000, 8000"})
  void whatCannotBeHeldIsKeptOut(long source, int target) {
    double most = (double) source / target;
    for (double part = 1; part < most; part += (most - 1) / 12) {
      for (ResamplerQuality quality : ResamplerQuality.values()) {
        double[] in = Sounds.sine(LENGTH, part * target / 2 / source, 0.3);
        assertWithMessage("%s to %s, %s, sine at %s", source, target, quality, part)
            .that(decibel(resampled(source, target, quality, in)))
            .isAtMost(stopband(quality));
      }
    }
  }

  /** A sweep over the whole range, of which the upper part must vanish. */
  @Test
  void aSweepEndsWhereTheNewRateEnds() {
    double[] in = new double[96_000];
    for (int i = 0; i < in.length; i++) { // from 0 to 24 kHz in two seconds
      in[i] = Math.sin(Math.PI * 0.5 * i * i / in.length);
    }
    double[] outputs = resampled(48_000, 16_000, ResamplerQuality.HIGH, in);
    // 8 kHz are passed after a third of the time; the filter looks 203 samples ahead.
    double[] before = Arrays.copyOfRange(outputs, 100, 9500);
    double[] after = Arrays.copyOfRange(outputs, 11_000, outputs.length - 100);
    assertWithMessage("what passes").that(level(before)).isWithin(0.1).of(0);
    assertWithMessage("what does not").that(level(after)).isAtMost(stopband(ResamplerQuality.HIGH));
  }

  private static double stopband(ResamplerQuality quality) {
    return switch (quality) {
      case LOW -> -55;
      case MEDIUM -> -80;
      case HIGH -> -95;
    };
  }

  private static double[] resampled(
      long source, int target, ResamplerQuality quality, double[] signal) {
    return Resampling.whole(new PolyphaseFilter(RateRatio.of(source, target), quality), signal);
  }

  /** The level of the middle half. */
  private static double decibel(double[] samples) {
    return level(Arrays.copyOfRange(samples, samples.length / 4, samples.length * 3 / 4));
  }

  /** The level, of which a sine of full scale has 0. */
  private static double level(double[] samples) {
    double sum = 0;
    for (double sample : samples) {
      sum += sample * sample;
    }
    return 10 * Math.log10(2 * sum / samples.length);
  }
}
