package dev.graft.runtime.read;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Makes WAV files chunk by chunk, right or wrong ones. */
final class WavBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private WavBytes() {}

  static WavBytes riff(String id, long size) {
    return new WavBytes().text(id).number(size).text("WAVE");
  }

  WavBytes text(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  WavBytes number(long number) {
    bytes.writeBytes(little(4).putInt((int) number).array());
    return this;
  }

  WavBytes bytes(byte... more) {
    bytes.writeBytes(more);
    return this;
  }

  /** A chunk of the format. */
  WavBytes format(int code, int channels, int rate, int bits) {
    text("fmt ").number(16);
    int frame = channels * ((bits + 7) / 8);
    bytes.writeBytes(
        little(16)
            .putShort((short) code)
            .putShort((short) channels)
            .putInt(rate)
            .putInt(rate * frame)
            .putShort((short) frame)
            .putShort((short) bits)
            .array());
    return this;
  }

  /** A chunk of the extensible format. */
  WavBytes extensible(int code, int channels, int rate, int bits) {
    text("fmt ").number(40);
    int frame = channels * bits / 8;
    bytes.writeBytes(
        little(40)
            .putShort((short) 0xfffe)
            .putShort((short) channels)
            .putInt(rate)
            .putInt(rate * frame)
            .putShort((short) frame)
            .putShort((short) bits)
            .putShort((short) 22)
            .putShort((short) bits)
            .putInt(3)
            .putShort((short) code)
            .put(
                new byte[] {
                  0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71
                })
            .array());
    return this;
  }

  byte[] done() {
    return bytes.toByteArray();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.wrap(new byte[size]).order(ByteOrder.LITTLE_ENDIAN);
  }
}
