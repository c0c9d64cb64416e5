package dev.graft.python.host;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where everything goes that Python code prints: to this process's standard error, so that it can
 * never mix with a pipeline's output, and the end of it into memory, to be shown when a host dies.
 */
public final class OutputTail extends OutputStream {
  private static final int KEPT = 8192;

  private final PrintStream copy;
  private final byte[] ring = new byte[KEPT];
  private long written;

  /** A tail that passes everything on. */
  public OutputTail(PrintStream copy) {
    this.copy = copy;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    for (int i = 0; i < length; i++) {
      ring[(int) (written++ % KEPT)] = bytes[offset + i];
    }
    copy.write(bytes, offset, length);
  }

  @Override
  public void flush() {
    copy.flush();
  }

  /** The end of what was written. */
  public synchronized String text() {
    int size = (int) Math.min(written, KEPT);
    byte[] tail = new byte[size];
    for (int i = 0; i < size; i++) {
      tail[i] = ring[(int) ((written - size + i) % KEPT)];
    }
    return new String(tail, StandardCharsets.UTF_8).strip();
  }
}
