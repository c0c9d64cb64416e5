package dev.graft.value;

import java.util.Arrays;

/** How the elements of an array lie in memory: the length of each axis and the way to its next. */
final class Axes {
  /** More elements than an array can have. */
  private static final long MANY = 1L << 32;

  private final int[] shape;
  private final int[] strides;

  private Axes(int[] shape, int[] strides) {
    this.shape = shape;
    this.strides = strides;
  }

  /** Axes of these lengths and strides, which are copied. */
  static Axes of(int[] shape, int[] strides) {
    return new Axes(shape.clone(), strides.clone());
  }

  /** The strides of elements of a size that lie row by row; see {@link NdArray#rowByRow}. */
  static int[] rowByRow(int size, int[] shape) {
    int[] strides = new int[shape.length];
    if (count(shape) == 0) {
      return strides;
    }
    int step = size;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = step;
      step = Math.multiplyExact(step, shape[i]);
    }
    return strides;
  }

  /** The number of elements; of too many for an array, some number that is too large. */
  static long count(int[] shape) {
    long count = 1;
    for (int length : shape) {
      if (length == 0) {
        return 0;
      }
      count = Math.min(count * length, MANY);
    }
    return count;
  }

  /** The lengths, as a copy. */
  int[] shape() {
    return shape.clone();
  }

  /** The strides, as a copy. */
  int[] strides() {
    return strides.clone();
  }

  /** The number of axes. */
  int rank() {
    return shape.length;
  }

  /** The length of one axis. */
  int length(int axis) {
    return shape[axis];
  }

  /** The stride of one axis. */
  int stride(int axis) {
    return strides[axis];
  }

  /** The number of elements. */
  int count() {
    return (int) count(shape);
  }

  /**
   * Refuses elements outside of a memory.
   *
   * @throws IllegalArgumentException if one is, or if a length is negative
   */
  void checkInside(int offset, int size, int limit) {
    long first = offset;
    long last = offset;
    boolean empty = false;
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] < 0) {
        throw new IllegalArgumentException("an axis has a negative length");
      }
      empty |= shape[i] == 0;
      long reach = (long) strides[i] * (shape[i] - 1L);
      first += Math.min(reach, 0);
      last += Math.max(reach, 0);
    }
    if (!empty && (first < 0 || last + size > limit)) {
      throw new IllegalArgumentException(
          "elements reach from byte %d to %d of a memory of %d"
              .formatted(first, last + size, limit));
    }
  }

  /** Whether elements of a size lie row by row without gaps. */
  boolean areRowByRow(int size) {
    if (count() == 0) {
      return true;
    }
    int step = size;
    for (int i = shape.length - 1; i >= 0; i--) {
      if (shape[i] > 1 && strides[i] != step) {
        return false;
      }
      step *= shape[i];
    }
    return true;
  }

  /** How many bytes behind the first element the one at an index is. */
  int distance(int[] index) {
    if (index.length != shape.length) {
      throw new IndexOutOfBoundsException(index.length + " indices for " + shape.length + " axes");
    }
    int distance = 0;
    for (int i = 0; i < index.length; i++) {
      distance += distance(i, index[i]);
    }
    return distance;
  }

  /** How many bytes behind its first part the one at an index of one axis is. */
  int distance(int axis, int index) {
    if (index < 0 || index >= shape[axis]) {
      throw new IndexOutOfBoundsException(index + " of an axis of " + shape[axis]);
    }
    return index * strides[axis];
  }

  /** These with a part of one axis; see {@link NdArray#slice}. */
  Axes slice(int axis, int start, int stop, int step) {
    if (step < 1 || start < 0 || stop > shape[axis] || start > stop) {
      throw new IndexOutOfBoundsException(
          "%d:%d:%d of an axis of %d".formatted(start, stop, step, shape[axis]));
    }
    Axes part = of(shape, strides);
    part.shape[axis] = (int) (((long) stop - start + step - 1) / step);
    part.strides[axis] *= step; // where that overflows there is one element: no stride is needed
    return part;
  }

  /** These without the first. */
  Axes inner() {
    return new Axes(
        Arrays.copyOfRange(shape, 1, shape.length), Arrays.copyOfRange(strides, 1, strides.length));
  }

  /** These in reverse order. */
  Axes reversed() {
    Axes reversed = of(shape, strides);
    for (int i = 0; i < shape.length; i++) {
      reversed.shape[i] = shape[shape.length - 1 - i];
      reversed.strides[i] = strides[shape.length - 1 - i];
    }
    return reversed;
  }

  /** Whether the lengths are the same. */
  boolean sameShape(Axes other) {
    return Arrays.equals(shape, other.shape);
  }
}
