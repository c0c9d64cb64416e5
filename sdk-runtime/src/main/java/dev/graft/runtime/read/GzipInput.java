package dev.graft.runtime.read;

import dev.graft.runtime.run.InputException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What gzip packed, unpacked; that it is damaged is an error with its name. */
public final class GzipInput extends FilterInputStream {
  private static final int ROOM = 1 << 16;

  private final String source;

  private GzipInput(InputStream in, String source) {
    super(in);
    this.source = source;
  }

  /**
   * Reads the header.
   *
   * @param source what to call it in messages
   * @throws InputException if it is not packed by gzip
   */
  public static GzipInput open(InputStream in, String source) throws IOException {
    try {
      return new GzipInput(new GZIPInputStream(in, ROOM), source);
    } catch (ZipException | EOFException e) {
      throw new InputException(
          source, "its name ends with .gz, but it is not packed by gzip. Rename it.");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (EOFException e) {
      throw new InputException(
          source, "the packed file is cut off: it ends within the data. Get the whole file.");
    } catch (ZipException e) {
      throw new InputException(
          source, "the packed file is damaged: %s. Get it again.".formatted(e.getMessage()));
    }
  }
}
