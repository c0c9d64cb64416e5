package dev.graft.python.cpython;

import dev.graft.python.memory.WorkerMemory;
import java.io.IOException;
import java.util.List;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

/** A message to a worker, with what there is to say of shared memory at its end. */
final class Frame {
  private final byte[] body;
  private final List<String> released;

  private Frame(byte[] body, List<String> released) {
    this.body = body;
    this.released = released;
  }

  /** Writes the parts of a message. */
  interface Parts {
    void write(MessagePacker packer) throws IOException;
  }

  /** A message that says nothing of memory. */
  static Frame of(byte[] body) {
    return new Frame(body, List.of());
  }

  /** A message of so many parts. */
  static Frame of(int count, Parts parts, WorkerMemory memory) {
    List<String> released = memory.news();
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      packer.packArrayHeader(released.isEmpty() ? count : count + 1);
      parts.write(packer);
      if (!released.isEmpty()) {
        MessageWriter.write(released, packer);
      }
      return new Frame(packer.toByteArray(), released);
    } catch (IOException e) {
      throw new IllegalStateException("buffers are always writable", e);
    }
  }

  /** Sends it; now it is said what it says of memory. */
  void send(FrameChannel channel, WorkerMemory memory) throws IOException {
    channel.send(body);
    memory.told(released);
  }
}
