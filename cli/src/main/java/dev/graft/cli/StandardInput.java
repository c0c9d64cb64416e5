package dev.graft.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;

/**
 * Standard input that can be closed while somebody waits for it: who waits gets an exception then.
 * {@code System.in} would keep them waiting for the next line.
 */
final class StandardInput extends InputStream {
  private final FileInputStream file = new FileInputStream(FileDescriptor.in);
  private final InputStream in = Channels.newInputStream(file.getChannel());

  @Override
  public int read() throws IOException {
    return in.read();
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return in.read(target, offset, length);
  }

  /** The channel itself does not know how much is there, unless it is a file. */
  @Override
  public int available() throws IOException {
    return file.available();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
