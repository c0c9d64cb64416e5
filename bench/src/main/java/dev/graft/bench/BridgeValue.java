package dev.graft.bench;

import dev.graft.value.Bytes;
import dev.graft.value.DType;
import dev.graft.value.NdArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What crosses.
 *
 * @param id its name, in {@code bridge_nodes.py} too
 * @param title its name in the report
 * @param size how many bytes it has if it is bytes or an array, else 0
 * @param value itself
 * @param told what Python must say of it
 */
record BridgeValue(String id, String title, int size, @Nullable Object value, String told) {
  private static final int KIB = 1 << 10;
  private static final int MIB = 1 << 20;

  /** The values that every backend is measured with. */
  static List<BridgeValue> all() {
    Map<String, Object> nested = new LinkedHashMap<>();
    nested.put("data", Map.of("nested", Map.of("value", 42L)));
    nested.put("array", List.of(1L, 2L, 3L));
    nested.put("string", "test");
    Map<String, Object> flat = new LinkedHashMap<>();
    flat.put("key", "value");
    flat.put("number", 42L);
    List<Long> hundred = LongStream.range(0, 100).boxed().toList();
    return List.of(
        new BridgeValue("int", "int", 0, 42L, "int 42"),
        new BridgeValue("str", "str", 0, "hello world", "str 'hello world'"),
        new BridgeValue(
            "list-5", "list of 5 ints", 0, List.of(1L, 2L, 3L, 4L, 5L), "list [1, 2, 3, 4, 5]"),
        new BridgeValue("list-100", "list of 100 ints", 0, hundred, "list " + hundred),
        new BridgeValue("dict", "dict", 0, flat, "dict {'key': 'value', 'number': 42}"),
        new BridgeValue(
            "nested-dict",
            "nested dict",
            0,
            nested,
            "dict {'data': {'nested': {'value': 42}}, 'array': [1, 2, 3], 'string': 'test'}"),
        bytes(MIB));
  }

  /** Nothing: the call alone. */
  static BridgeValue nothing() {
    return new BridgeValue("none", "nothing", 0, null, "NoneType None");
  }

  /** Arrays of so many sizes that the cost of one can be told from that of its bytes. */
  static List<BridgeValue> arrays() {
    return List.of(array(KIB), array(MIB), array(8 * MIB), array(64 * MIB));
  }

  /** The array that every backend is measured with. */
  static BridgeValue array() {
    return array(MIB);
  }

  private static BridgeValue bytes(int size) {
    byte[] content = content(size);
    return new BridgeValue(
        "bytes-" + size,
        "bytes, " + sizeText(size),
        size,
        Bytes.copyOf(content),
        "bytes of " + size + ", checksum " + checksum(content));
  }

  private static BridgeValue array(int size) {
    byte[] content = content(size);
    ByteBuffer memory = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    String kind = "float64 array";
    return new BridgeValue(
        "array-" + size,
        kind + ", " + sizeText(size),
        size,
        NdArray.over(DType.FLOAT64, memory.order(), memory, size / Double.BYTES),
        "array <f8 of " + size + ", checksum " + checksum(content));
  }

  /** The 128 floats 0.0, 0.5, 1.0 … as often as they fit. */
  private static byte[] content(int size) {
    ByteBuffer pattern = ByteBuffer.allocate(KIB).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; pattern.hasRemaining(); i++) {
      pattern.putDouble(i * 0.5);
    }
    byte[] content = new byte[size];
    for (int at = 0; at < size; at += KIB) {
      System.arraycopy(pattern.array(), 0, content, at, KIB);
    }
    return content;
  }

  private static long checksum(byte[] content) {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    return checksum.getValue();
  }

  private static String sizeText(int size) {
    return size < MIB ? size / KIB + " KiB" : size / MIB + " MiB";
  }
}
