package dev.graft.value;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An n-dimensional array: elements of one type in memory that it does not own. Slices, transposed
 * arrays and {@linkplain #at parts} share the memory; nothing is copied. Read-only as such: whoever
 * made the memory may still write to it, and then sees to it that nobody reads.
 *
 * <p>Equal arrays have equal types, byte orders, shapes and elements, bit by bit; how the elements
 * lie in memory does not count.
 */
public final class NdArray {
  /** The most axes that an array may have, as in NumPy 1. */
  public static final int MAX_RANK = 32;

  private final DType type;
  private final ByteOrder order;
  private final Axes axes;
  private final int offset;
  private final ArrayMemory memory;
  private final ByteBuffer bytes;
  private final boolean scalar;

  private NdArray(
      DType type, ByteOrder order, Axes axes, int offset, ArrayMemory memory, boolean scalar) {
    this.type = type;
    this.order = order;
    this.axes = axes;
    this.offset = offset;
    this.memory = memory;
    this.bytes = memory.bytes().asReadOnlyBuffer().order(order);
    this.scalar = scalar;
  }

  /**
   * An array over memory.
   *
   * @param type the type of the elements
   * @param order the order of the bytes of an element
   * @param shape the length of each axis
   * @param strides how many bytes further the next element of each axis is; may be negative
   * @param offset where the first element is, in bytes
   * @param memory the memory, which stays where it is
   * @throws IllegalArgumentException if an element is outside the memory, or if all elements have
   *     more than 2 GiB
   */
  public static NdArray over(
      DType type, ByteOrder order, int[] shape, int[] strides, int offset, ArrayMemory memory) {
    if (shape.length != strides.length || shape.length > MAX_RANK) {
      throw new IllegalArgumentException(
          "an array has a stride for each of at most " + MAX_RANK + " axes");
    }
    if (Axes.count(shape) > Integer.MAX_VALUE / type.size()) {
      throw new IllegalArgumentException(
          "the elements of shape %s have more than 2 GiB".formatted(Arrays.toString(shape)));
    }
    Axes axes = Axes.of(shape, strides);
    axes.checkInside(offset, type.size(), memory.bytes().limit());
    return new NdArray(type, order, axes, offset, memory, false);
  }

  /** An array over a buffer, which is used from 0 to its limit, row by row. */
  public static NdArray over(DType type, ByteOrder order, ByteBuffer bytes, int... shape) {
    return over(type, order, shape, rowByRow(type, shape), 0, new HeapMemory(bytes));
  }

  /** An array of float64, row by row; one axis if no shape is given. The elements are copied. */
  public static NdArray of(double[] elements, int... shape) {
    ByteBuffer bytes = allocate(DType.FLOAT64, elements.length);
    bytes.asDoubleBuffer().put(elements);
    return over(DType.FLOAT64, bytes.order(), bytes, shapeOf(elements.length, shape));
  }

  /** An array of float32. */
  public static NdArray of(float[] elements, int... shape) {
    ByteBuffer bytes = allocate(DType.FLOAT32, elements.length);
    bytes.asFloatBuffer().put(elements);
    return over(DType.FLOAT32, bytes.order(), bytes, shapeOf(elements.length, shape));
  }

  /** An array of int64. */
  public static NdArray of(long[] elements, int... shape) {
    ByteBuffer bytes = allocate(DType.INT64, elements.length);
    bytes.asLongBuffer().put(elements);
    return over(DType.INT64, bytes.order(), bytes, shapeOf(elements.length, shape));
  }

  /** An array of int32. */
  public static NdArray of(int[] elements, int... shape) {
    ByteBuffer bytes = allocate(DType.INT32, elements.length);
    bytes.asIntBuffer().put(elements);
    return over(DType.INT32, bytes.order(), bytes, shapeOf(elements.length, shape));
  }

  /** An array of int16. */
  public static NdArray of(short[] elements, int... shape) {
    ByteBuffer bytes = allocate(DType.INT16, elements.length);
    bytes.asShortBuffer().put(elements);
    return over(DType.INT16, bytes.order(), bytes, shapeOf(elements.length, shape));
  }

  /** An array of uint8, as images have it. */
  public static NdArray of(byte[] elements, int... shape) {
    ByteBuffer bytes = ByteBuffer.wrap(elements.clone());
    return over(DType.UINT8, ByteOrder.nativeOrder(), bytes, shapeOf(elements.length, shape));
  }

  private static ByteBuffer allocate(DType type, int count) {
    return ByteBuffer.allocate(Math.multiplyExact(count, type.size()))
        .order(ByteOrder.nativeOrder());
  }

  private static int[] shapeOf(int count, int[] shape) {
    if (shape.length == 0) {
      return new int[] {count};
    } else if (Axes.count(shape) != count) {
      throw new IllegalArgumentException(
          count + " elements do not make an array of shape " + Arrays.toString(shape));
    }
    return shape;
  }

  /**
   * The strides of elements that lie row by row, without gaps; zeros if there are no elements.
   *
   * @throws ArithmeticException if they have more than 2 GiB
   */
  public static int[] rowByRow(DType type, int... shape) {
    return Axes.rowByRow(type.size(), shape);
  }

  /** The type of the elements. */
  public DType type() {
    return type;
  }

  /** The order of the bytes of an element. */
  public ByteOrder order() {
    return order;
  }

  /** The type and the order as the array interface writes them, such as {@code <f8}. */
  public String typeText() {
    return type.text(order);
  }

  /** The length of each axis. */
  public int[] shape() {
    return axes.shape();
  }

  /** How many bytes further the next element of each axis is. */
  public int[] strides() {
    return axes.strides();
  }

  /** Where the first element is in the memory, in bytes. */
  public int offset() {
    return offset;
  }

  /** The memory below. */
  public ArrayMemory memory() {
    return memory;
  }

  /** The number of axes. */
  public int rank() {
    return axes.rank();
  }

  /** Whether it is a NumPy scalar such as {@code np.float32(1)}, and no array without axes. */
  public boolean isScalar() {
    return scalar;
  }

  /** The same element as a NumPy scalar, which always has the order of the machine. */
  public NdArray asScalar() {
    if (rank() != 0) {
      throw new IllegalStateException("a scalar has no axes");
    } else if (order == ByteOrder.nativeOrder() || type.size() == 1) {
      return new NdArray(type, ByteOrder.nativeOrder(), axes, offset, memory, true);
    }
    byte[] element = new byte[type.size()];
    int part = type.isComplex() ? element.length / 2 : element.length;
    for (int i = 0; i < element.length; i++) {
      element[i / part * part + part - 1 - i % part] = bytes.get(offset + i);
    }
    ArrayMemory copy = new HeapMemory(ByteBuffer.wrap(element));
    return new NdArray(type, ByteOrder.nativeOrder(), axes, 0, copy, true);
  }

  /** The number of elements. */
  public int size() {
    return axes.count();
  }

  /**
   * A part of one axis: elements {@code start}, {@code start + step} and so on, up to but without
   * {@code stop}, all counted from 0.
   */
  public NdArray slice(int axis, int start, int stop, int step) {
    Axes part = axes.slice(axis, start, stop, step);
    return new NdArray(type, order, part, offset + start * axes.stride(axis), memory, false);
  }

  /** The part at an index of the first axis: an array with one axis less. */
  public NdArray at(int index) {
    int first = offset + axes.distance(0, index);
    return new NdArray(type, order, axes.inner(), first, memory, false);
  }

  /** The array with its axes in reverse order. */
  public NdArray transposed() {
    return new NdArray(type, order, axes.reversed(), offset, memory, scalar);
  }

  /** Whether the elements lie row by row without gaps. */
  public boolean isRowByRow() {
    return axes.areRowByRow(type.size());
  }

  /** The elements' bytes, row by row: a view where they lie so, else a copy. Read-only. */
  public ByteBuffer bytes() {
    int length = size() * type.size();
    if (length == 0) {
      return ByteBuffer.allocate(0).order(order);
    } else if (isRowByRow()) {
      return bytes.slice(offset, length).order(order);
    }
    ByteBuffer copy = ByteBuffer.allocate(length).order(order);
    copyTo(copy, 0, offset);
    return copy.flip().asReadOnlyBuffer().order(order);
  }

  private void copyTo(ByteBuffer target, int axis, int from) {
    if (axis == axes.rank()) {
      target.put(target.position(), bytes, from, type.size());
      target.position(target.position() + type.size());
      return;
    }
    for (int i = 0; i < axes.length(axis); i++) {
      copyTo(target, axis + 1, from + i * axes.stride(axis));
    }
  }

  /** One element of a real type, as a double; an int64 may be rounded. */
  public double getDouble(int... index) {
    int at = offset + axes.distance(index);
    return switch (type) {
      case FLOAT16 -> Float16.toDouble(bytes.getShort(at));
      case FLOAT32 -> bytes.getFloat(at);
      case FLOAT64 -> bytes.getDouble(at);
      case COMPLEX64, COMPLEX128 -> throw new IllegalStateException("complex elements");
      case UINT64 -> unsigned(bytes.getLong(at));
      default -> getLong(index);
    };
  }

  /** One element of a complex type. */
  public Complex getComplex(int... index) {
    int at = offset + axes.distance(index);
    return switch (type) {
      case COMPLEX64 -> new Complex(bytes.getFloat(at), bytes.getFloat(at + Float.BYTES));
      case COMPLEX128 -> new Complex(bytes.getDouble(at), bytes.getDouble(at + Double.BYTES));
      default -> throw new IllegalStateException("elements of type " + typeText());
    };
  }

  private static double unsigned(long bits) {
    // The lowest bit is kept in what is halved, so that it is rounded once and rightly.
    return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
  }

  /** One element of a bool or int type; of uint64 the same bits. */
  public long getLong(int... index) {
    int at = offset + axes.distance(index);
    return switch (type) {
      case BOOL, INT8 -> bytes.get(at);
      case INT16 -> bytes.getShort(at);
      case INT32 -> bytes.getInt(at);
      case INT64, UINT64 -> bytes.getLong(at);
      case UINT8 -> bytes.get(at) & 0xff;
      case UINT16 -> bytes.getShort(at) & 0xffff;
      case UINT32 -> bytes.getInt(at) & 0xffff_ffffL;
      default -> throw new IllegalStateException("elements of type " + typeText());
    };
  }

  /** The elements of a float64 array, row by row, as a copy. */
  public double[] toDoubles() {
    expect(DType.FLOAT64);
    double[] elements = new double[size()];
    bytes().asDoubleBuffer().get(elements);
    return elements;
  }

  /** The elements of a float32 array, row by row, as a copy. */
  public float[] toFloats() {
    expect(DType.FLOAT32);
    float[] elements = new float[size()];
    bytes().asFloatBuffer().get(elements);
    return elements;
  }

  /** The elements of an int64 array, row by row, as a copy. */
  public long[] toLongs() {
    expect(DType.INT64);
    long[] elements = new long[size()];
    bytes().asLongBuffer().get(elements);
    return elements;
  }

  private void expect(DType wanted) {
    if (type != wanted) {
      throw new IllegalStateException("elements of type " + typeText() + ", not " + wanted);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NdArray array
        && type == array.type
        && scalar == array.scalar
        && typeText().equals(array.typeText())
        && axes.sameShape(array.axes)
        && bytes().equals(array.bytes());
  }

  @Override
  public int hashCode() {
    return type.hashCode() * 31 + Arrays.hashCode(axes.shape());
  }

  /** The type and the shape, not the elements. */
  @Override
  public String toString() {
    return scalar
        ? "scalar of type " + typeText()
        : "array of type " + typeText() + " and shape " + Arrays.toString(axes.shape());
  }
}
