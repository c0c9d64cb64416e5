package dev.graft.runtime.read;

/**
 * How the samples of a WAV file are written.
 *
 * @param channels how many channels
 * @param rate how many frames a second
 * @param coding what a sample is
 */
record WavFormat(int channels, int rate, Coding coding) {
  /** What a sample is; all but PCM8 are signed, all are little-endian. */
  enum Coding {
    PCM8(1),
    PCM16(2),
    PCM24(3),
    PCM32(4),
    FLOAT32(4),
    FLOAT64(8);

    private final int size;

    Coding(int size) {
      this.size = size;
    }

    /** How many bytes it takes. */
    int size() {
      return size;
    }
  }

  /** How many bytes a sample of each channel takes together. */
  int frameSize() {
    return channels * coding.size();
  }
}
