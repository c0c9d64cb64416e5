package dev.graft.runtime.read;

import java.nio.ByteBuffer;

/** Samples as float32: ints divided by their full scale, so that they are from -1 to below 1. */
final class WavSamples {
  private static final float HALF_BYTE = 0x1p7f;
  private static final float SHORT = 0x1p15f;
  private static final float MEDIUM = 0x1p23f;
  private static final double INT = 0x1p31;

  private WavSamples() {}

  /**
   * The samples of frames, one channel after the other.
   *
   * @param frames whole frames, in little-endian order
   */
  static float[] of(ByteBuffer frames, WavFormat format) {
    int channels = format.channels();
    int count = frames.remaining() / format.frameSize();
    float[] samples = new float[count * channels];
    for (int i = 0; i < count; i++) {
      for (int channel = 0; channel < channels; channel++) {
        samples[channel * count + i] = next(frames, format.coding());
      }
    }
    return samples;
  }

  private static float next(ByteBuffer frames, WavFormat.Coding coding) {
    return switch (coding) {
      case PCM8 -> ((frames.get() & 0xff) - HALF_BYTE) / HALF_BYTE;
      case PCM16 -> frames.getShort() / SHORT;
      case PCM24 -> ((frames.get() & 0xff) | (frames.getShort() << Byte.SIZE)) / MEDIUM;
      case PCM32 -> (float) (frames.getInt() / INT);
      case FLOAT32 -> frames.getFloat();
      case FLOAT64 -> (float) frames.getDouble();
    };
  }
}
