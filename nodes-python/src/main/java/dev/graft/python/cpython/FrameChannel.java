package dev.graft.python.cpython;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Frames over a socket: four bytes of length, big-endian, then the body. */
final class FrameChannel implements AutoCloseable {
  /** Frames up to this size need one call to the system. */
  private static final int BUFFER = 1 << 16;

  private final SocketChannel socket;
  private final EagerReads reads = new EagerReads();
  private final ByteBuffer received = ByteBuffer.allocateDirect(BUFFER).flip();
  private final ByteBuffer sent = ByteBuffer.allocateDirect(BUFFER);

  FrameChannel(SocketChannel socket) {
    this.socket = socket;
  }

  /** Sends a frame. */
  void send(byte[] body) throws IOException {
    sent.clear().putInt(body.length);
    int position = 0;
    do {
      int part = Math.min(sent.remaining(), body.length - position);
      sent.put(body, position, part).flip();
      position += part;
      while (sent.hasRemaining()) {
        socket.write(sent);
      }
      sent.clear();
    } while (position < body.length);
  }

  /** The body of the next frame. */
  byte[] receive() throws IOException {
    fill(Integer.BYTES);
    int size = received.getInt();
    if (size < 0) {
      throw new IOException("a frame is larger than two gigabytes");
    }
    byte[] body = new byte[size];
    int position = Math.min(size, received.remaining());
    received.get(body, 0, position);
    if (size - position >= BUFFER) {
      // The rest goes straight to its place.
      ByteBuffer rest = ByteBuffer.wrap(body, position, size - position);
      while (rest.hasRemaining()) {
        check(reads.read(socket, rest));
      }
    } else if (position < size) {
      fill(size - position);
      received.get(body, position, size - position);
    }
    return body;
  }

  private void fill(int count) throws IOException {
    if (received.remaining() < count) {
      received.compact();
      try {
        while (received.position() < count) {
          check(reads.read(socket, received));
        }
      } finally {
        received.flip();
      }
    }
  }

  private static void check(int count) throws EOFException {
    if (count < 0) {
      throw new EOFException("the worker closed its socket");
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
