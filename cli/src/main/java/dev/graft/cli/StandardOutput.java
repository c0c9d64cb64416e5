package dev.graft.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers why it cannot be written: that nobody reads it any more is the end
 * of a run, as of every tool in a pipe; a full disk is a failure. A {@code PrintStream} would only
 * know that something went wrong.
 */
final class StandardOutput extends PrintStream {
  private final Remembering target;

  private StandardOutput(Remembering target, Charset charset) {
    super(target, true, charset);
    this.target = target;
  }

  /** Standard output that goes there. */
  static StandardOutput to(OutputStream target, Charset charset) {
    return new StandardOutput(new Remembering(target), charset);
  }

  /** What went wrong first. */
  Optional<IOException> failure() {
    return Optional.ofNullable(target.failure);
  }

  /** Whether something failed because a pipe has nobody at its other end. */
  static boolean isUnread(IOException failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      // "Broken pipe", "The pipe is being closed": no class of its own, on no system
      if (String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
        return true;
      }
    }
    return false;
  }

  private static final class Remembering extends FilterOutputStream {
    private volatile @Nullable IOException failure;

    Remembering(OutputStream target) {
      super(target);
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
      try {
        out.write(content, offset, length);
      } catch (IOException e) {
        throw remembered(e);
      }
    }

    @Override
    public void write(int one) throws IOException {
      try {
        out.write(one);
      } catch (IOException e) {
        throw remembered(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        throw remembered(e);
      }
    }

    private IOException remembered(IOException e) {
      if (failure == null) {
        failure = e;
      }
      return e;
    }
  }
}
