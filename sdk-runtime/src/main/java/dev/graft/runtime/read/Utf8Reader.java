package dev.graft.runtime.read;

import dev.graft.runtime.run.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a stream in UTF-8, without a byte order mark at its start. Bytes that are not
 * UTF-8 are an error that comes when all before them was read. Waits only if nothing is there.
 */
final class Utf8Reader extends Reader {
  private static final char MARK = '\ufeff';

  private final InputStream in;
  private final String source;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final byte[] room = new byte[1 << 16];
  private final ByteBuffer bytes = ByteBuffer.wrap(room).flip();
  private long before;
  private boolean started;
  private boolean atEnd;

  Utf8Reader(InputStream in, String source) {
    this.in = in;
    this.source = source;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length < 2) {
      throw new IOException("room for two characters is needed: some are pairs");
    }
    CharBuffer chars = CharBuffer.wrap(target, offset, length);
    while (true) {
      CoderResult result = decoder.decode(bytes, chars, atEnd);
      skipMark(chars, target, offset);
      if (chars.position() > 0) {
        return chars.position();
      } else if (result.isError()) {
        throw new InputException(
            source,
            "byte %d of the input, 0x%02x, is not UTF-8 (from 1). Convert the input to UTF-8."
                .formatted(before + bytes.position() + 1, bytes.get(bytes.position())));
      } else if (atEnd) {
        return -1;
      }
      fill();
    }
  }

  private void skipMark(CharBuffer chars, char[] target, int offset) {
    if (!started && chars.position() > 0) {
      started = true;
      if (target[offset] == MARK) {
        System.arraycopy(target, offset + 1, target, offset, chars.position() - 1);
        chars.position(chars.position() - 1);
      }
    }
  }

  private void fill() throws IOException {
    before += bytes.position();
    bytes.compact();
    int count = in.read(room, bytes.position(), bytes.remaining());
    if (count < 0) {
      atEnd = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
