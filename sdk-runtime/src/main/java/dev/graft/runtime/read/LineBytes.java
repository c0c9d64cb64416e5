package dev.graft.runtime.read;

import dev.graft.runtime.run.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a stream in UTF-8, as bytes in place. They end with LF, CR LF or the end of the
 * stream; a byte order mark before the first is left out. Bytes that are not UTF-8 are an error,
 * not a question mark. Holds a line in memory, and as much of those after it as came with it.
 */
final class LineBytes implements AutoCloseable {
  private static final int ROOM = 1 << 16;
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOWEST = 0x0101_0101_0101_0101L;
  private static final long HIGHEST = 0x8080_8080_8080_8080L;
  private static final long NEWLINES = LOWEST * '\n';

  private final InputStream in;
  private final String source;
  private final int longest;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer checked = CharBuffer.allocate(1 << 10);
  private byte[] buffer = new byte[ROOM];

  /** Where what was read and not yet handed out begins and ends. */
  private int from;

  private int to;

  private int start;
  private int end;
  private boolean ascii;
  private boolean atEnd;
  private long line;

  /** Where the buffer begins in the stream, in bytes. */
  private long before;

  /**
   * Lines.
   *
   * @param source what to call the stream in messages
   * @param longest the most bytes of a line
   */
  LineBytes(InputStream in, String source, int longest) {
    this.in = in;
    this.source = source;
    this.longest = longest;
  }

  /** Goes to the next line, and says whether there is one. */
  boolean next() throws IOException {
    int scanned = 0;
    ascii = true;
    while (true) {
      int found = scan(from + scanned);
      if (found >= 0) {
        found(from, found, found + 1);
        return true;
      }
      scanned = to - from;
      if (scanned > longest) {
        throw tooLong();
      } else if (atEnd || !fill()) {
        if (from == to) {
          return false;
        }
        ended();
        return true;
      }
    }
  }

  private void found(int begin, int newline, int after) throws InputException {
    line++;
    start = begin;
    end = newline > begin && buffer[newline - 1] == '\r' ? newline - 1 : newline;
    from = after;
    if (end - start > longest) {
      throw tooLongAt(line);
    } else if (!ascii) {
      check();
      if (line == 1) {
        skipMark();
      }
    }
  }

  /** The last line has no end: it gets one, for whoever needs it. */
  private void ended() throws InputException {
    if (to == buffer.length) {
      buffer = Arrays.copyOf(buffer, to + 1);
    }
    buffer[to] = '\n';
    found(from, to, to);
  }

  private void skipMark() {
    if (end - start >= MARK.length
        && Arrays.equals(buffer, start, start + MARK.length, MARK, 0, MARK.length)) {
      start += MARK.length;
    }
  }

  /**
   * Where the next line end is, or -1. Looks at eight bytes at once, and notes whether one of them
   * is not ASCII; those after the line end do not count.
   */
  private int scan(int begin) {
    byte[] bytes = buffer;
    int at = begin;
    long high = 0;
    while (at <= to - Long.BYTES) {
      long eight = (long) LONGS.get(bytes, at);
      long other = eight ^ NEWLINES;
      long newlines = (other - LOWEST) & ~other & HIGHEST;
      if (newlines != 0) {
        int count = Long.numberOfTrailingZeros(newlines) / Byte.SIZE;
        high |= count == 0 ? 0 : eight << ((Long.BYTES - count) * Byte.SIZE);
        ascii &= (high & HIGHEST) == 0;
        return at + count;
      }
      high |= eight;
      at += Long.BYTES;
    }
    ascii &= (high & HIGHEST) == 0;
    while (at < to) {
      if (bytes[at] == '\n') {
        return at;
      }
      ascii &= bytes[at] >= 0;
      at++;
    }
    return -1;
  }

  /** Reads more behind what is there, and says whether there was anything. */
  private boolean fill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      before += from;
      to -= from;
      from = 0;
    }
    if (to == buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(2L * to, (long) longest + ROOM));
    }
    int count = in.read(buffer, to, buffer.length - to);
    if (count < 0) {
      atEnd = true;
      return false;
    }
    to += count;
    return true;
  }

  private void check() throws InputException {
    ByteBuffer bytes = ByteBuffer.wrap(buffer, start, end - start);
    decoder.reset();
    CoderResult result;
    do {
      checked.clear();
      result = decoder.decode(bytes, checked, true);
    } while (result.isOverflow());
    if (result.isError()) {
      throw new InputException(
          source + ":" + line,
          "byte %d of the line, 0x%02x, is not UTF-8 (byte %d of the input, both from 1). Convert the input to UTF-8."
              .formatted(
                  bytes.position() - start + 1,
                  buffer[bytes.position()],
                  before + bytes.position() + 1));
    }
  }

  private InputException tooLong() {
    return tooLongAt(line + 1);
  }

  private InputException tooLongAt(long at) {
    return new InputException(
        source + ":" + at,
        "the line has more than %d bytes. If it is meant to, raise --max-line.".formatted(longest));
  }

  /** Where the bytes of the line are. They stay there until the next one. */
  byte[] buffer() {
    return buffer;
  }

  /** The place of its first byte. */
  int start() {
    return start;
  }

  /** The place behind its last byte, where its line end begins. */
  int end() {
    return end;
  }

  /** Whether it has nothing but white space of ASCII. */
  boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  String text() {
    return new String(
        buffer, start, end - start, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }

  /** The number of the line, from 1. */
  long line() {
    return line;
  }

  String source() {
    return source;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
