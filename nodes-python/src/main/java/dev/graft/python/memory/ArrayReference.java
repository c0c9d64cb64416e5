package dev.graft.python.memory;

import dev.graft.value.ArrayMemory;
import dev.graft.value.DType;
import dev.graft.value.NdArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * An array in a segment, as the protocol has it.
 *
 * @param segment the name of the segment
 * @param offset where the first element is, in bytes
 * @param type type and byte order of the elements
 * @param shape the length of each axis
 * @param strides how many bytes further the next element of each axis is
 * @param scalar whether it is a NumPy scalar
 */
record ArrayReference(
    String segment,
    int offset,
    String type,
    List<Integer> shape,
    List<Integer> strides,
    boolean scalar) {
  /** The parts of an array in a segment. */
  static List<Object> parts(String segment, NdArray array) {
    return List.of(
        segment,
        (long) array.offset(),
        array.typeText(),
        longs(array.shape()),
        longs(array.strides()),
        array.isScalar());
  }

  /** The parts of an array that was copied, row by row, to the start of a segment. */
  static List<Object> copied(String segment, NdArray array) {
    return List.of(
        segment,
        0L,
        array.typeText(),
        longs(array.shape()),
        longs(NdArray.rowByRow(array.type(), array.shape())),
        array.isScalar());
  }

  private static List<Long> longs(int[] numbers) {
    List<Long> longs = new ArrayList<>(numbers.length);
    for (int number : numbers) {
      longs.add((long) number);
    }
    return longs;
  }

  /** Reads parts. */
  static ArrayReference of(List<?> parts) throws IOException {
    if (parts.size() == 6
        && parts.get(0) instanceof String segment
        && parts.get(2) instanceof String type
        && parts.get(3) instanceof List<?> shape
        && parts.get(4) instanceof List<?> strides
        && parts.get(5) instanceof Boolean scalar) {
      return new ArrayReference(
          segment, number(parts.get(1)), type, ints(shape), ints(strides), scalar);
    }
    throw new IOException("a reference to an array has other parts: " + parts);
  }

  private static List<Integer> ints(List<?> numbers) throws IOException {
    List<Integer> ints = new ArrayList<>(numbers.size());
    for (Object number : numbers) {
      ints.add(number(number));
    }
    return ints;
  }

  private static int number(Object part) throws IOException {
    if (part instanceof Long number && number == number.intValue()) {
      return number.intValue();
    }
    throw new IOException("a reference to an array has " + part + " where an int belongs");
  }

  /** The array in its memory. */
  NdArray over(ArrayMemory memory) throws IOException {
    DType dtype =
        DType.of(type).orElseThrow(() -> new IOException("an array has the unknown type " + type));
    ByteOrder order =
        switch (type.charAt(0)) {
          case '<' -> ByteOrder.LITTLE_ENDIAN;
          case '>' -> ByteOrder.BIG_ENDIAN;
          default -> ByteOrder.nativeOrder();
        };
    try {
      NdArray array = NdArray.over(dtype, order, array(shape), array(strides), offset, memory);
      return scalar ? array.asScalar() : array;
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IOException("an array in segment " + segment + ": " + e.getMessage(), e);
    }
  }

  /** A copy of the array in ordinary memory. */
  NdArray copyFrom(ByteBuffer bytes) throws IOException {
    NdArray array = over(() -> bytes);
    ByteBuffer elements = array.bytes();
    ByteBuffer copy = ByteBuffer.allocate(elements.remaining()).put(elements).flip();
    NdArray copied = NdArray.over(array.type(), array.order(), copy, array.shape());
    return scalar ? copied.asScalar() : copied;
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
