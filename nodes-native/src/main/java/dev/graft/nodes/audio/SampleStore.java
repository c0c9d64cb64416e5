package dev.graft.nodes.audio;

import dev.graft.value.ArrayMemory;
import dev.graft.value.NdArray;
import java.nio.ByteBuffer;

/**
 * Memory that samples are appended to. What was given out before is never written over: each array
 * shows only what was there when it was made, and new samples come behind that.
 */
final class SampleStore {
  private ArrayMemory memory = allocated(0);

  /** How many samples a channel has room for. */
  private int room;

  /** How many samples a channel has; whoever shows fewer cannot append here. */
  private int filled;

  /**
   * Samples with others behind them.
   *
   * @param held what there is, also of another memory; nothing if it has no samples
   * @param more what comes behind, of the same channels and type
   * @param most how many samples there will be at most
   */
  @SuppressWarnings("ReferenceEquality") // this very memory is what can be appended to
  NdArray append(NdArray held, NdArray more, int most) {
    int channels = more.shape()[0];
    int before = held.shape()[1];
    int after = before + more.shape()[1];
    int size = more.type().size();
    if (held.memory() != memory || before != filled || after > room) {
      room = Math.max(after, (int) Math.min(most, 2L * before));
      memory = allocated(Samples.bytes(more.type(), channels, room));
      put(held, 0);
    }
    put(more, before);
    filled = after;
    return NdArray.over(
        more.type(),
        more.order(),
        new int[] {channels, after},
        new int[] {room * size, size},
        0,
        memory);
  }

  private static ArrayMemory allocated(int bytes) {
    ByteBuffer all = ByteBuffer.allocate(bytes);
    return () -> all;
  }

  private void put(NdArray samples, int from) {
    int size = samples.type().size();
    for (int i = 0; i < samples.shape()[0] && samples.size() > 0; i++) {
      ByteBuffer channel = samples.at(i).bytes();
      memory.bytes().put((i * room + from) * size, channel, 0, channel.limit());
    }
  }
}
