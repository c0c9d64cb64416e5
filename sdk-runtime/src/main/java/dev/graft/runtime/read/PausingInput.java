package dev.graft.runtime.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An input that tells when nothing is there to read. Used by one thread. */
public final class PausingInput extends FilterInputStream {
  private final Runnable pauses;
  private final Runnable goesOn;

  /**
   * An input.
   *
   * @param pauses called before it waits; called for an end, too
   * @param goesOn called after that
   */
  public PausingInput(InputStream in, Runnable pauses, Runnable goesOn) {
    super(in);
    this.pauses = pauses;
    this.goesOn = goesOn;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (in.available() > 0) {
      return in.read(target, offset, length);
    }
    pauses.run();
    try {
      return in.read(target, offset, length);
    } finally {
      goesOn.run();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
