package dev.graft.python.memory;

import dev.graft.value.Bytes;
import dev.graft.value.NdArray;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How arrays and long bytes cross to one host, besides in the message itself. */
public interface ArrayTransport {
  /**
   * The parts of a reference to an array, valid for the message that is being written.
   *
   * @return null if the array is to cross in the message
   */
  @Nullable List<Object> share(NdArray array);

  /**
   * The parts of a reference to a copy of some bytes, valid for the message that is being written.
   *
   * @return null if they are to cross in the message
   */
  @Nullable List<Object> share(Bytes bytes);

  /**
   * A copy of the bytes that a reference means.
   *
   * @throws IOException if the parts make no sense, or name what the host may not name
   */
  Bytes resolveBytes(List<?> parts) throws IOException;

  /**
   * The array that a reference means.
   *
   * @throws IOException if the parts make no sense, or name what the host may not name
   */
  NdArray resolve(List<?> parts) throws IOException;

  /** All arrays cross in the message. */
  static ArrayTransport inline() {
    return Inline.INSTANCE;
  }

  /** The transport of hosts that share no memory. */
  enum Inline implements ArrayTransport {
    /** The only one. */
    INSTANCE;

    @Override
    public @Nullable List<Object> share(NdArray array) {
      return null;
    }

    @Override
    public @Nullable List<Object> share(Bytes bytes) {
      return null;
    }

    @Override
    public NdArray resolve(List<?> parts) throws IOException {
      throw new IOException("an array by reference, but no memory is shared with this host");
    }

    @Override
    public Bytes resolveBytes(List<?> parts) throws IOException {
      throw new IOException("bytes by reference, but no memory is shared with this host");
    }
  }
}
