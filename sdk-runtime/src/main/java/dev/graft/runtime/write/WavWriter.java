package dev.graft.runtime.write;

import dev.graft.node.ErrorKind;
import dev.graft.value.DType;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import dev.graft.value.Values;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes audio as WAV: tuples (array, rate) or (array, rate, dict), whose arrays of float32 or
 * float64 have the shape (channels, frames), or (frames,) for one channel. The first one says the
 * rate and the channels. A file gets its sizes at the end; a pipe gets all ones for them, which
 * means that they are not known. Without any output there is no header either.
 */
public final class WavWriter implements ItemWriter {
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final long UNKNOWN = 0xffff_ffffL;
  private static final double FULL = 0x1p15;
  private static final int MOST_CHANNELS = 1024;

  private final OutputStream out;
  private final Optional<SeekableByteChannel> file;
  private final WavCoding coding;
  private int channels;
  private long rate;
  private long frames;
  private boolean closed;

  /**
   * A writer.
   *
   * @param out where to; closed with the writer
   * @param file the file that {@code out} writes to, if it is one
   */
  public WavWriter(OutputStream out, Optional<SeekableByteChannel> file, WavCoding coding) {
    this.out = new BufferedOutputStream(out, 1 << 16);
    this.file = file;
    this.coding = coding;
  }

  @Override
  public void write(@Nullable Object value) throws IOException {
    if (!(value instanceof Tuple tuple) || !isAudio(tuple.items())) {
      throw ValueException.of(
          ErrorKind.TYPE,
          "audio is a tuple (array, rate) or (array, rate, dict), not "
              + Values.describe(value)
              + ". Write --output-format jsonl");
    }
    NdArray array = (NdArray) tuple.items().get(0);
    long given = (Long) tuple.items().get(1);
    NdArray planes = planes(array);
    if (channels == 0) {
      checkFormat(planes.shape()[0], given);
    } else if (planes.shape()[0] != channels || given != rate) {
      throw ValueException.of(
          ErrorKind.INVALID,
          "audio of %d channels at %d Hz does not go on with %d at %d Hz. Put audio-transform before the end"
              .formatted(planes.shape()[0], given, channels, rate));
    }
    byte[] samples = samples(planes);
    if (channels == 0) {
      channels = planes.shape()[0];
      rate = given;
      out.write(header(UNKNOWN, UNKNOWN, UNKNOWN));
    }
    checkSize(planes.shape()[1]);
    out.write(samples);
    frames += planes.shape()[1];
  }

  private static boolean isAudio(List<@Nullable Object> items) {
    return (items.size() == 2 || (items.size() == 3 && items.get(2) instanceof Map<?, ?>))
        && items.get(0) instanceof NdArray
        && items.get(1) instanceof Long;
  }

  private static NdArray planes(NdArray array) {
    if (array.type() != DType.FLOAT32 && array.type() != DType.FLOAT64) {
      throw ValueException.of(
          ErrorKind.TYPE,
          "samples are float32 or float64, not %s. Put audio-format-converter before the end"
              .formatted(array.typeText()));
    } else if (array.rank() == 1) {
      return NdArray.over(array.type(), array.order(), array.bytes(), 1, array.size());
    } else if (array.rank() != 2 || array.shape()[0] < 1) {
      throw ValueException.of(
          ErrorKind.INVALID, "audio has the shape (channels, frames), not that of an " + array);
    }
    return array;
  }

  private static void checkFormat(int channels, long rate) {
    if (channels > MOST_CHANNELS || rate < 1 || rate > Integer.MAX_VALUE) {
      throw ValueException.of(
          ErrorKind.RANGE,
          "WAV holds 1 to %d channels at 1 to %d Hz, not %d at %d Hz"
              .formatted(MOST_CHANNELS, Integer.MAX_VALUE, channels, rate));
    }
  }

  /** Channel after channel becomes frame after frame. */
  private byte[] samples(NdArray planes) {
    int count = planes.shape()[1];
    int width = planes.shape()[0];
    ByteBuffer source = planes.bytes();
    boolean wide = planes.type() == DType.FLOAT64;
    byte[] bytes = new byte[Math.multiplyExact(count * width, size())];
    ByteBuffer target = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      for (int channel = 0; channel < width; channel++) {
        int at = channel * count + i;
        double sample =
            wide ? source.getDouble(at * Double.BYTES) : source.getFloat(at * Float.BYTES);
        if (Double.isNaN(sample)) {
          throw ValueException.of(
              ErrorKind.INVALID,
              "sample %d of channel %d is NaN, which is no sound. Mend the node that made it"
                  .formatted(i, channel));
        } else if (coding == WavCoding.FLOAT32) {
          target.putFloat((float) sample);
        } else {
          target.putShort(
              (short) Math.clamp(Math.rint(sample * FULL), Short.MIN_VALUE, Short.MAX_VALUE));
        }
      }
    }
    return bytes;
  }

  private int size() {
    return coding == WavCoding.FLOAT32 ? Float.BYTES : Short.BYTES;
  }

  private void checkSize(int more) {
    if (file.isPresent() && (frames + more) * channels * size() > UNKNOWN - Byte.MAX_VALUE) {
      throw ValueException.of(
          ErrorKind.RANGE, "a WAV file has at most 4 GiB. Write several, or pcm16, or to a pipe");
    }
  }

  private byte[] header(long riffSize, long dataSize, long frameCount) {
    boolean isFloat = coding == WavCoding.FLOAT32;
    byte[] bytes = new byte[headerSize()];
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    put(header, "RIFF").putInt((int) riffSize);
    put(header, "WAVE");
    put(header, "fmt ").putInt(isFloat ? 18 : 16);
    header.putShort((short) (isFloat ? FLOAT : PCM)).putShort((short) channels).putInt((int) rate);
    header.putInt((int) (rate * channels * size())).putShort((short) (channels * size()));
    header.putShort((short) (size() * Byte.SIZE));
    if (isFloat) { // what is not PCM has an extension, here an empty one, and counts its frames
      header.putShort((short) 0);
      put(header, "fact").putInt(4).putInt((int) frameCount);
    }
    put(header, "data").putInt((int) dataSize);
    return bytes;
  }

  private int headerSize() {
    return coding == WavCoding.FLOAT32 ? 58 : 44;
  }

  private static ByteBuffer put(ByteBuffer header, String id) {
    return header.put(id.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (out) {
      out.flush();
      if (file.isPresent() && channels > 0) {
        long data = frames * channels * size();
        SeekableByteChannel channel = file.get();
        long end = channel.position();
        channel.position(0);
        ByteBuffer header = ByteBuffer.wrap(header(data + headerSize() - 8, data, frames));
        while (header.hasRemaining()) {
          channel.write(header);
        }
        channel.position(end);
      }
    }
  }
}
