package dev.graft.compat.generate;

import dev.graft.value.ArrayMemory;
import dev.graft.value.DType;
import dev.graft.value.NdArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes arrays and NumPy scalars: of every type and order, and of every way to lie in memory. */
final class ArrayMaker {
  private static final DType[] TYPES = DType.values();
  private static final int MOST_AXES = 4;
  private static final long STEP = 0x9e3779b97f4a7c15L;

  private ArrayMaker() {}

  static NdArray scalar(Choices choices) {
    return make(choices, ByteOrder.nativeOrder()).asScalar();
  }

  static NdArray array(Choices choices, int longest) {
    ByteOrder order = choices.oneIn(3) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    int[] shape = new int[choices.below(MOST_AXES + 1)];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = i == 0 ? choices.below(longest) : choices.below(5);
    }
    NdArray array = make(choices, order, shape);
    for (int i = choices.below(3); i > 0; i--) {
      array = view(choices, array);
    }
    return array;
  }

  private static NdArray make(Choices choices, ByteOrder order, int... shape) {
    DType type = TYPES[choices.below(TYPES.length)];
    int count = 1;
    for (int length : shape) {
      count *= length;
    }
    ByteBuffer bytes = ByteBuffer.allocate(count * type.size()).order(order);
    fill(choices, type, bytes);
    return NdArray.over(type, order, bytes.rewind(), shape);
  }

  /** Random bits from one decision, so that a large array is no longer list of decisions. */
  private static void fill(Choices choices, DType type, ByteBuffer bytes) {
    int form = choices.below(4);
    if (form == 0 || (type == DType.BOOL && form == 1)) {
      return; // zeros
    }
    long state = choices.bits();
    int part = type.isComplex() ? type.size() / 2 : type.size();
    while (bytes.remaining() >= part) {
      state += STEP;
      long bits = (state ^ (state >>> 31)) * 0xbf58476d1ce4e5b9L;
      bits ^= bits >>> 29;
      if (type == DType.BOOL) {
        bytes.put((byte) (bits & 1));
      } else if (form == 1) {
        small(type, part, (int) (bits & 0xff) - 128, bytes);
      } else {
        random(part, form == 2 ? bits : bits % 3 - 1, bytes);
      }
    }
  }

  /** A number that looks ordinary in its type. */
  private static void small(DType type, int part, int number, ByteBuffer bytes) {
    if (type == DType.FLOAT64 || type == DType.COMPLEX128) {
      bytes.putDouble(number / 4.0);
    } else if (type == DType.FLOAT32 || type == DType.COMPLEX64) {
      bytes.putFloat(number / 4.0f);
    } else if (type == DType.FLOAT16) {
      bytes.putShort(Float.floatToFloat16(number / 4.0f));
    } else {
      random(part, number, bytes);
    }
  }

  private static void random(int part, long bits, ByteBuffer bytes) {
    switch (part) {
      case Byte.BYTES -> bytes.put((byte) bits);
      case Short.BYTES -> bytes.putShort((short) bits);
      case Integer.BYTES -> bytes.putInt((int) bits);
      default -> bytes.putLong(bits);
    }
  }

  /** The same memory, or a part of it, seen in another way. */
  private static NdArray view(Choices choices, NdArray array) {
    int form = choices.below(5);
    if (array.rank() == 0 || form == 0) {
      return array.transposed();
    }
    int axis = choices.below(array.rank());
    int length = array.shape()[axis];
    if (form == 1) {
      int start = choices.below(length + 1);
      int stop = start + choices.below(length - start + 1);
      return array.slice(axis, start, stop, 1 + choices.below(3));
    } else if (form == 2 && array.shape()[0] > 0) {
      return array.at(choices.below(array.shape()[0]));
    } else if (form == 3 && length > 0) {
      return strided(array, axis, length, true);
    }
    return length > 0 ? strided(array, axis, 1 + choices.below(4), false) : array;
  }

  /** An axis from its end to its beginning, or its first element repeated. */
  private static NdArray strided(NdArray array, int axis, int length, boolean reversed) {
    int[] shape = array.shape();
    int[] strides = array.strides();
    int last = reversed ? strides[axis] * (length - 1) : 0;
    shape[axis] = length;
    strides[axis] = reversed ? -strides[axis] : 0;
    ArrayMemory memory = array.memory();
    return NdArray.over(array.type(), array.order(), shape, strides, array.offset() + last, memory);
  }
}
