package dev.graft.nodes.audio;

import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Signals for tests, and what is needed to look at them. */
final class Sounds {
  private static final int WAV_HEADER = 44;
  private static final float FULL = 32768;

  private Sounds() {}

  /** A sine with a frequency as a part of the rate. */
  static double[] sine(int length, double frequency, double start) {
    double[] samples = new double[length];
    for (int i = 0; i < length; i++) {
      samples[i] = Math.sin(2 * Math.PI * frequency * i + start);
    }
    return samples;
  }

  /** White noise. */
  static double[] noise(int length, double loudness, long seed) {
    Random random = new Random(seed);
    return random.doubles(length, -loudness, loudness).toArray();
  }

  /** A sentence at 16 kHz; it is quiet before 0.27 s and after 5.1 s. */
  static float[] speech() throws IOException {
    try (InputStream in = Sounds.class.getResourceAsStream("speech-austen-0890.wav")) {
      byte[] file = Objects.requireNonNull(in).readAllBytes();
      ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(WAV_HEADER);
      float[] samples = new float[bytes.remaining() / Short.BYTES];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = bytes.getShort() / FULL;
      }
      return samples;
    }
  }

  /** Floats of the same value. */
  static float[] floats(double... samples) {
    float[] floats = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      floats[i] = (float) samples[i];
    }
    return floats;
  }

  /** One channel of float32. */
  static Tuple mono(long rate, float... samples) {
    return Tuple.of(NdArray.of(samples), rate);
  }

  /** The array of an item. */
  static NdArray array(@Nullable Object item) {
    return (NdArray) Objects.requireNonNull(((Tuple) Objects.requireNonNull(item)).get(0));
  }

  /** Items that an array is cut into, at random places; some are empty. */
  static List<Tuple> pieces(NdArray array, long rate, int mostSamples, Random random) {
    List<Tuple> pieces = new ArrayList<>();
    int length = array.shape()[1];
    int from = 0;
    while (from < length) {
      int to = Math.min(length, from + random.nextInt(mostSamples + 1));
      pieces.add(Tuple.of(array.slice(1, from, to, 1), rate));
      from = to;
    }
    return pieces;
  }

  /** The samples of items in the order of time, channel by channel, as one array's bytes. */
  static List<ByteBuffer> joined(List<? extends @Nullable Object> items) {
    List<ByteBuffer> channels = new ArrayList<>();
    int count = items.isEmpty() ? 0 : array(items.get(0)).shape()[0];
    for (int i = 0; i < count; i++) {
      int size = 0;
      for (Object item : items) {
        size += array(item).at(i).bytes().remaining();
      }
      ByteBuffer all = ByteBuffer.allocate(size);
      for (Object item : items) {
        all.put(array(item).at(i).bytes());
      }
      channels.add(all.flip());
    }
    return channels;
  }
}
