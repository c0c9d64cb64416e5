package dev.graft.python.memory;

import dev.graft.value.NdArray;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How arrays cross to one host, besides in the message itself. */
public interface ArrayTransport {
  /** The code of an array by reference in the worker protocol. */
  int CODE = 16;

  /**
   * The parts of a reference to an array, valid for the message that is being written.
   *
   * @return null if the array is to cross in the message
   */
  @Nullable List<Object> share(NdArray array);

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
    public NdArray resolve(List<?> parts) throws IOException {
      throw new IOException("an array by reference, but no memory is shared with this host");
    }
  }
}
