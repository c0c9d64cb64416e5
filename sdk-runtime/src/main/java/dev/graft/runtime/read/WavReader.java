package dev.graft.runtime.read;

import dev.graft.runtime.run.InputException;
import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads audio in WAV: PCM of 8, 16, 24 or 32 bits, or float of 32 or 64. An item is the tuple
 * (array of float32 of shape (channels, frames), rate) for each block, the last one shorter. Audio
 * that is cut off is an error, after what there is of it. Holds one block in memory.
 */
public final class WavReader implements ItemReader {
  private static final int MILLIS = 1000;
  private static final int LARGEST_BLOCK = 1 << 28;

  private final InputStream in;
  private final String source;
  private final int blockMillis;
  private @Nullable WavHeader header;
  private byte[] block = {};
  private long done;
  private boolean ended;
  private @Nullable Object value;

  /**
   * A reader.
   *
   * @param in where from; closed with the reader
   * @param source what to call it in messages
   * @param blockMillis how much audio an item has, in milliseconds; at least a frame
   */
  public WavReader(InputStream in, String source, int blockMillis) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.source = source;
    this.blockMillis = blockMillis;
  }

  @Override
  public boolean next() throws IOException {
    WavHeader known = header;
    if (known == null) {
      known = WavHeader.read(in, source);
      header = known;
      block = new byte[blockSize(known.format())];
    }
    if (ended) {
      return false;
    }
    WavFormat format = known.format();
    int wanted = (int) Math.min(block.length, known.size().orElse(Long.MAX_VALUE) - done);
    int count = in.readNBytes(block, 0, wanted);
    int whole = count - count % format.frameSize();
    done += count;
    if (whole == 0) {
      checkEnd(known, count);
      return false;
    }
    int frames = whole / format.frameSize();
    ByteBuffer bytes = ByteBuffer.wrap(block, 0, whole).order(ByteOrder.LITTLE_ENDIAN);
    value =
        Tuple.copyOf(
            List.of(
                NdArray.of(WavSamples.of(bytes, format), format.channels(), frames),
                (long) format.rate()));
    return true;
  }

  /** Whether all is there: a whole number of frames, and as many as were promised. */
  private void checkEnd(WavHeader known, int rest) throws InputException {
    ended = true;
    int size = known.format().frameSize();
    long promised = known.size().orElse(done);
    if (done < promised || done % size != 0 || rest > 0) {
      throw new InputException(
          source,
          "the audio is cut off: it ends after %d of %s frames. What there is was read; get the whole file, or mend its header."
              .formatted(done / size, known.size().isPresent() ? promised / size : "some"));
    }
  }

  private int blockSize(WavFormat format) throws InputException {
    long frames = Math.max(1, (long) format.rate() * blockMillis / MILLIS);
    if (frames * format.frameSize() > LARGEST_BLOCK) {
      throw new InputException(
          source,
          "a block of %d ms has %d bytes, more than 256 MiB. Ask for less: --block-ms."
              .formatted(blockMillis, frames * format.frameSize()));
    }
    return (int) (frames * format.frameSize());
  }

  @Override
  public @Nullable Object value() {
    return value;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
