package dev.graft.runtime.write;

import java.util.Locale;

/** What a sample of a written WAV file is. */
public enum WavCoding {
  /** A float of 32 bits, as it is; what most editors read. */
  FLOAT32,
  /**
   * An int of 16 bits, which everything plays: times 32768, rounded half to even, cut off at the
   * ends.
   */
  PCM16;

  /** The name, as the command line has it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
