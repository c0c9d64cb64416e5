package dev.graft.runtime.read;

import dev.graft.runtime.run.InputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the samples of a WAV file.
 *
 * @param format how the samples are written
 * @param size how many bytes of samples there are; empty if whoever wrote it did not know
 */
record WavHeader(WavFormat format, OptionalLong size) {
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xfffe;
  private static final int LEAST_FORMAT = 16;
  private static final int EXTENSION = 40;
  private static final int SUB_FORMAT = 24;
  private static final int LARGEST_FORMAT = 1 << 16;
  private static final int MOST_CHANNELS = 1024;
  private static final long ALL_ONES = 0xffff_ffffL;

  private static final List<WavFormat.Coding> PCM_BY_SIZE =
      List.of(
          WavFormat.Coding.PCM8,
          WavFormat.Coding.PCM16,
          WavFormat.Coding.PCM24,
          WavFormat.Coding.PCM32);

  /** What programs write that do not know the size: most, SoX, and recorders of ALSA. */
  private static final Set<Long> UNKNOWN =
      Set.of(ALL_ONES, 0x7fff_f000L, 0x7fff_ffffL, 0x8000_0000L);

  /** How all sub-formats of the extensible format go on. */
  private static final byte[] SUFFIX = {
    0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71
  };

  static WavHeader read(InputStream in, String source) throws IOException {
    try {
      return new Reading(in, source).header();
    } catch (EOFException e) {
      throw new InputException(
          source, "the WAV header is cut off: the input ends before the samples.");
    }
  }

  /** One header that is being read. */
  private static final class Reading {
    private final InputStream in;
    private final String source;
    private @Nullable WavFormat format;
    private OptionalLong longSize = OptionalLong.empty();

    Reading(InputStream in, String source) {
      this.in = in;
      this.source = source;
    }

    WavHeader header() throws IOException {
      String riff = id();
      if (riff.equals("RIFX")) {
        throw wrong("it is big-endian (RIFX), which is not read. Convert it to little-endian WAV");
      } else if (!riff.equals("RIFF") && !riff.equals("RF64")) {
        throw wrong(
            "it is no WAV file: it does not begin with RIFF. Convert it, or say what it is: --input-format");
      }
      long whole = unsigned(bytes(4));
      if (!id().equals("WAVE")) {
        throw wrong("it is no WAV file: it is RIFF of another kind");
      }
      while (true) {
        String id = id();
        long size = unsigned(bytes(4));
        switch (id) {
          case "fmt " -> format = format(chunk(size, LEAST_FORMAT));
          case "ds64" -> longSize = OptionalLong.of(chunk(size, 28).getLong(8));
          case "data" -> {
            if (format == null) {
              throw wrong("the samples come before their format (no \"fmt \" chunk)");
            }
            return new WavHeader(format, size(size, whole));
          }
          default -> in.skipNBytes(size + (size & 1));
        }
      }
    }

    /** Whoever writes to a pipe does not know the sizes, and leaves them all 0 or all ones. */
    private OptionalLong size(long size, long whole) {
      if (size == ALL_ONES && longSize.isPresent()) {
        return longSize;
      }
      boolean unknown = UNKNOWN.contains(size) || (size == 0 && (whole == 0 || whole == ALL_ONES));
      return unknown ? OptionalLong.empty() : OptionalLong.of(size);
    }

    private ByteBuffer chunk(long size, int least) throws IOException {
      if (size < least || size > LARGEST_FORMAT) {
        throw wrong("a chunk of its header has %d bytes".formatted(size));
      }
      ByteBuffer chunk = bytes((int) size);
      in.skipNBytes(size & 1);
      return chunk;
    }

    private WavFormat format(ByteBuffer chunk) throws InputException {
      int code = chunk.getShort(0) & 0xffff;
      int channels = chunk.getShort(2) & 0xffff;
      int rate = chunk.getInt(4);
      int frame = chunk.getShort(12) & 0xffff;
      int bits = chunk.getShort(14) & 0xffff;
      if (code == EXTENSIBLE && chunk.limit() >= EXTENSION) {
        code = chunk.getShort(SUB_FORMAT) & 0xffff;
        for (int i = 0; i < SUFFIX.length; i++) {
          code = chunk.get(SUB_FORMAT + 2 + i) == SUFFIX[i] ? code : EXTENSIBLE;
        }
      }
      if (channels < 1 || channels > MOST_CHANNELS || rate < 1) {
        throw wrong("it has %d channels and %d frames a second".formatted(channels, rate));
      }
      // What is shorter than its bytes, such as 12 bits in 16, is at their upper end.
      WavFormat found =
          new WavFormat(channels, rate, coding(code, (bits + 7) / Byte.SIZE * Byte.SIZE));
      if (frame != found.frameSize()) {
        throw wrong(
            "a frame is said to have %d bytes, but %d channels of %d bits have %d"
                .formatted(frame, channels, bits, found.frameSize()));
      }
      return found;
    }

    private WavFormat.Coding coding(int code, int bits) throws InputException {
      if (code == PCM && bits >= Byte.SIZE && bits <= Integer.SIZE) {
        return PCM_BY_SIZE.get(bits / Byte.SIZE - 1);
      } else if (code == FLOAT && bits == Float.SIZE) {
        return WavFormat.Coding.FLOAT32;
      } else if (code == FLOAT && bits == Double.SIZE) {
        return WavFormat.Coding.FLOAT64;
      }
      throw wrong(
          "its samples are %s. Convert it, for example with \"ffmpeg -i IN.wav -c:a pcm_s16le OUT.wav\""
              .formatted(
                  switch (code) {
                    case PCM, FLOAT -> bits + " bits wide";
                    case 2, 17 -> "ADPCM";
                    case 6 -> "A-law";
                    case 7 -> "µ-law";
                    case 0x55 -> "MP3";
                    default -> "of format 0x%04x".formatted(code);
                  }));
    }

    private InputException wrong(String fact) {
      return new InputException(source, fact + ".");
    }

    private ByteBuffer bytes(int count) throws IOException {
      byte[] bytes = in.readNBytes(count);
      if (bytes.length < count) {
        throw new EOFException();
      }
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private String id() throws IOException {
      return StandardCharsets.ISO_8859_1.decode(bytes(4)).toString();
    }

    private static long unsigned(ByteBuffer bytes) {
      return Integer.toUnsignedLong(bytes.getInt(0));
    }
  }
}
