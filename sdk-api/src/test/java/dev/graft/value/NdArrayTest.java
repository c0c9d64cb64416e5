package dev.graft.value;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NdArrayTest {
  private static final NdArray GRID = NdArray.of(new long[] {0, 1, 2, 10, 11, 12}, 2, 3);

  @Test
  void hasOneAxisIfNobodySaysOtherwise() {
    assertThat(NdArray.of(new double[] {1}).shape()).isEqualTo(new int[] {1});
    assertThat(NdArray.of(new double[0]).shape()).isEqualTo(new int[] {0});
    assertThat(NdArray.of(new int[] {1, 2}).shape()).isEqualTo(new int[] {2});
    assertThat(NdArray.of(new int[4], 2, 2).rank()).isEqualTo(2);
    assertThrows(IllegalArgumentException.class, () -> NdArray.of(new int[5], 2, 2));
    assertThrows(
        IllegalArgumentException.class, () -> NdArray.of(new int[4], Integer.MAX_VALUE, 4));
  }

  @Test
  void copiesWhatItIsMadeOf() {
    double[] elements = {1, 2};
    NdArray array = NdArray.of(elements);
    elements[0] = 9;
    assertThat(array.getDouble(0)).isEqualTo(1.0);
    array.shape()[0] = 7;
    array.strides()[0] = 7;
    assertThat(array.toDoubles()).isEqualTo(new double[] {1, 2});
    assertThat(array.bytes().isReadOnly()).isTrue();
  }

  @Test
  void givesFloatsRowByRowAsACopy() {
    float[] elements = {0.5f, -0f, Float.NaN, Float.MAX_VALUE, 1, 2};
    NdArray array = NdArray.of(elements, 2, 3);
    float[] copy = array.toFloats();
    assertThat(copy).isEqualTo(elements);
    copy[0] = 9;
    assertThat(array.toFloats()).isEqualTo(elements);
    assertThat(array.slice(1, 1, 2, 1).toFloats()).isEqualTo(new float[] {-0f, 1});
    byte[] one = {0x3f, (byte) 0x80, 0, 0};
    assertThat(
            NdArray.over(DType.FLOAT32, ByteOrder.BIG_ENDIAN, ByteBuffer.wrap(one), 1).toFloats())
        .isEqualTo(new float[] {1});
    assertThrows(IllegalStateException.class, GRID::toFloats);
    assertThrows(IllegalStateException.class, () -> NdArray.of(new double[] {1}).toFloats());
  }

  @Test
  void slicesWithoutCopying() {
    NdArray part = GRID.slice(1, 0, 3, 2);
    assertThat(part.toLongs()).isEqualTo(new long[] {0, 2, 10, 12});
    assertThat(part.memory()).isSameInstanceAs(GRID.memory());
    assertThat(part.isRowByRow()).isFalse();
    assertThat(part.slice(0, 1, 2, 1).slice(1, 1, 2, 1).getLong(0, 0)).isEqualTo(12);
    assertThat(GRID.slice(0, 1, 2, 5).toLongs()).isEqualTo(new long[] {10, 11, 12});
    assertThat(GRID.slice(1, 0, 3, Integer.MAX_VALUE).toLongs()).isEqualTo(new long[] {0, 10});
    assertThat(GRID.slice(0, 2, 2, 1).shape()).isEqualTo(new int[] {0, 3});
    assertThat(GRID.slice(0, 2, 2, 1).toLongs()).isEmpty();
    assertThrows(IndexOutOfBoundsException.class, () -> GRID.slice(1, 0, 4, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> GRID.slice(1, -1, 2, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> GRID.slice(1, 2, 1, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> GRID.slice(1, 0, 2, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> GRID.slice(2, 0, 1, 1));
  }

  @Test
  void transposesAndTakesParts() {
    NdArray transposed = GRID.transposed();
    assertThat(transposed.shape()).isEqualTo(new int[] {3, 2});
    assertThat(transposed.toLongs()).isEqualTo(new long[] {0, 10, 1, 11, 2, 12});
    assertThat(transposed.at(1).toLongs()).isEqualTo(new long[] {1, 11});
    assertThat(transposed.transposed()).isEqualTo(GRID);
    assertThat(GRID.at(1).at(2).rank()).isEqualTo(0);
    assertThat(GRID.at(1).at(2).getLong()).isEqualTo(12);
    assertThrows(IndexOutOfBoundsException.class, () -> GRID.at(2));
    assertThrows(IndexOutOfBoundsException.class, () -> GRID.at(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> GRID.getLong(0, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> GRID.getLong(0));
  }

  /** Every view has the elements that a loop over the indices finds. */
  @Test
  void hasTheSameElementsInEveryView() {
    Random random = new Random(3);
    for (int i = 0; i < 3000; i++) {
      long[] elements = random.longs(24).toArray();
      NdArray array = NdArray.of(elements, 2, 3, 4);
      for (int j = random.nextInt(4); j > 0; j--) {
        int axis = random.nextInt(array.rank());
        int length = array.shape()[axis];
        int start = random.nextInt(length + 1);
        int stop = start + random.nextInt(length - start + 1);
        array =
            random.nextBoolean()
                ? array.transposed()
                : array.slice(axis, start, stop, 1 + random.nextInt(3));
      }
      int[] shape = array.shape();
      long[] expected = new long[array.size()];
      int at = 0;
      for (int a = 0; a < shape[0]; a++) {
        for (int b = 0; b < shape[1]; b++) {
          for (int c = 0; c < shape[2]; c++) {
            expected[at++] = array.getLong(a, b, c);
          }
        }
      }
      assertWithMessage("number %s", i).that(array.toLongs()).isEqualTo(expected);
      assertThat(array).isEqualTo(NdArray.of(expected, shape));
      assertThat(array.hashCode()).isEqualTo(NdArray.of(expected, shape).hashCode());
    }
  }

  @Test
  void mayRunBackwardsAndInPlace() {
    ArrayMemory memory = GRID.memory();
    NdArray backwards =
        NdArray.over(DType.INT64, GRID.order(), new int[] {3}, new int[] {-8}, 16, memory);
    assertThat(backwards.toLongs()).isEqualTo(new long[] {2, 1, 0});
    NdArray same =
        NdArray.over(DType.INT64, GRID.order(), new int[] {2, 2}, new int[] {0, 0}, 8, memory);
    assertThat(same.toLongs()).isEqualTo(new long[] {1, 1, 1, 1});
  }

  @Test
  void staysInsideItsMemory() {
    outside(new int[] {7}, new int[] {8}, 0);
    outside(new int[] {6}, new int[] {8}, 1);
    outside(new int[] {2}, new int[] {-8}, 0);
    outside(new int[] {1}, new int[] {8}, -1);
    outside(new int[] {1}, new int[] {8}, 48);
    outside(new int[] {-1}, new int[] {8}, 0);
    outside(new int[] {1}, new int[] {8, 8}, 0);
    outside(new int[33], new int[33], 0);
    int most = Integer.MAX_VALUE;
    outside(new int[] {most, most}, new int[] {most, most}, 0);
    outside(new int[] {most, most, most, most}, new int[4], 0);
    outside(new int[] {1 << 28}, new int[] {0}, 0);
    NdArray none =
        NdArray.over(
            DType.INT64,
            GRID.order(),
            new int[] {0, most, most},
            new int[] {most, 8, 8},
            999,
            GRID.memory());
    assertThat(none.size()).isEqualTo(0);
    assertThat(none.bytes().remaining()).isEqualTo(0);
    assertThat(none.isRowByRow()).isTrue();
    assertThat(NdArray.rowByRow(DType.INT64, most, 0, most)).isEqualTo(new int[3]);
    assertThrows(ArithmeticException.class, () -> NdArray.rowByRow(DType.INT64, most, 2));
  }

  private static void outside(int[] shape, int[] strides, int offset) {
    assertThrows(
        IllegalArgumentException.class,
        () -> NdArray.over(DType.INT64, GRID.order(), shape, strides, offset, GRID.memory()),
        Arrays.toString(shape));
  }

  @Test
  void isEqualByTypeOrderShapeAndElements() {
    NdArray array = NdArray.of(new int[] {1, 2, 3, 4}, 2, 2);
    assertThat(array).isEqualTo(NdArray.of(new int[] {1, 2, 3, 4}, 2, 2));
    assertThat(array).isNotEqualTo(NdArray.of(new int[] {1, 2, 3, 4}));
    assertThat(array).isNotEqualTo(NdArray.of(new int[] {1, 2, 3, 5}, 2, 2));
    assertThat(array).isNotEqualTo(NdArray.of(new float[] {1, 2, 3, 4}, 2, 2));
    assertThat(array).isNotEqualTo(array.transposed());
    assertThat(array.transposed().transposed()).isEqualTo(array);
    ByteBuffer big = ByteBuffer.allocate(4).putInt(1).flip();
    ByteBuffer little = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(1).flip();
    assertThat(NdArray.over(DType.INT32, ByteOrder.BIG_ENDIAN, big, 1))
        .isNotEqualTo(NdArray.over(DType.INT32, ByteOrder.LITTLE_ENDIAN, little, 1));
    assertThat(NdArray.over(DType.INT8, ByteOrder.BIG_ENDIAN, big, 4))
        .isEqualTo(NdArray.over(DType.INT8, ByteOrder.LITTLE_ENDIAN, big, 4));
    assertThat(NdArray.of(new double[] {0.0})).isNotEqualTo(NdArray.of(new double[] {-0.0}));
    assertThat(NdArray.of(new double[] {Double.NaN}))
        .isEqualTo(NdArray.of(new double[] {Double.NaN}));
    assertThat(array.at(0).at(0)).isNotEqualTo(array.at(0).at(0).asScalar());
  }

  @Test
  void readsElementsOfEveryType() {
    byte[] ones = new byte[16];
    Arrays.fill(ones, (byte) 0xff);
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      assertThat(one(DType.INT8, order, ones).getLong()).isEqualTo(-1);
      assertThat(one(DType.INT16, order, ones).getLong()).isEqualTo(-1);
      assertThat(one(DType.INT32, order, ones).getLong()).isEqualTo(-1);
      assertThat(one(DType.INT64, order, ones).getLong()).isEqualTo(-1);
      assertThat(one(DType.UINT8, order, ones).getLong()).isEqualTo(255);
      assertThat(one(DType.UINT16, order, ones).getLong()).isEqualTo(65_535);
      assertThat(one(DType.UINT32, order, ones).getLong()).isEqualTo(4_294_967_295L);
      assertThat(one(DType.UINT64, order, ones).getLong()).isEqualTo(-1);
      assertThat(one(DType.UINT64, order, ones).getDouble()).isEqualTo(0x1p64);
      assertThat(one(DType.FLOAT16, order, ones).getDouble()).isNaN();
      assertThat(one(DType.FLOAT32, order, ones).getDouble()).isNaN();
      assertThat(one(DType.COMPLEX128, order, ones).getComplex().real()).isNaN();
    }
    byte[] numbers = {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0};
    assertThat(one(DType.COMPLEX64, ByteOrder.LITTLE_ENDIAN, numbers).getComplex())
        .isEqualTo(new Complex(1, -2));
    assertThat(one(DType.BOOL, ByteOrder.nativeOrder(), new byte[] {1}).getLong()).isEqualTo(1);
    NdArray complex = one(DType.COMPLEX64, ByteOrder.LITTLE_ENDIAN, numbers);
    assertThrows(IllegalStateException.class, complex::getDouble);
    assertThrows(IllegalStateException.class, complex::getLong);
    assertThrows(IllegalStateException.class, complex::toDoubles);
    assertThrows(IllegalStateException.class, () -> GRID.getComplex(0, 0));
  }

  private static NdArray one(DType type, ByteOrder order, byte[] bytes) {
    ByteBuffer part = ByteBuffer.wrap(bytes, 0, type.size()).slice();
    return NdArray.over(type, order, part);
  }

  @Test
  void knowsEveryHalf() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      ByteBuffer bytes = ByteBuffer.allocate(2).putShort((short) bits).flip();
      double value = NdArray.over(DType.FLOAT16, ByteOrder.BIG_ENDIAN, bytes).getDouble();
      int exponent = (bits >> 10) & 31;
      int fraction = bits & 1023;
      double expected =
          exponent == 31
              ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
              : exponent == 0
                  ? fraction * 0x1p-24
                  : (1 + fraction / 1024.0) * Math.pow(2, exponent - 15);
      assertThat(value).isEqualTo(bits < 1 << 15 ? expected : -expected);
    }
  }

  @Test
  void roundsLargeUnsignedIntsOnce() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      long bits = i < 5000 ? (1L << 63) + (1L << 10) + i - 2500 : random.nextLong();
      ByteBuffer bytes = ByteBuffer.allocate(8).putLong(bits).flip();
      assertThat(NdArray.over(DType.UINT64, ByteOrder.BIG_ENDIAN, bytes).getDouble())
          .isEqualTo(Double.parseDouble(Long.toUnsignedString(bits)));
    }
  }

  @Test
  void keepsAScalarInTheOrderOfTheMachine() {
    ByteBuffer bytes = ByteBuffer.allocate(16).putDouble(1.5).putDouble(-2).flip();
    NdArray number = NdArray.over(DType.FLOAT64, ByteOrder.BIG_ENDIAN, bytes, 2).at(0).asScalar();
    assertThat(number.isScalar()).isTrue();
    assertThat(number.order()).isEqualTo(ByteOrder.nativeOrder());
    assertThat(number.getDouble()).isEqualTo(1.5);
    assertThat(number).isEqualTo(NdArray.of(new double[] {1.5}).at(0).asScalar());
    assertThat(number.transposed()).isEqualTo(number);
    NdArray complex = NdArray.over(DType.COMPLEX128, ByteOrder.BIG_ENDIAN, bytes).asScalar();
    assertThat(complex.getComplex()).isEqualTo(new Complex(1.5, -2));
    assertThat(number.toString()).isEqualTo("scalar of type " + number.typeText());
    assertThrows(IllegalStateException.class, GRID::asScalar);
  }

  @Test
  void namesTypesAsNumPyDoes() {
    assertThat(DType.of("<f8")).hasValue(DType.FLOAT64);
    assertThat(DType.of(">c16")).hasValue(DType.COMPLEX128);
    assertThat(DType.of("|b1")).hasValue(DType.BOOL);
    for (String none : new String[] {"", "f8", "|f8", "=f8", "<f80", "<x8", "<i16", "<U1", "|O"}) {
      assertWithMessage(none).that(DType.of(none)).isEmpty();
    }
    for (DType type : DType.values()) {
      assertThat(DType.of(type.text(ByteOrder.BIG_ENDIAN))).hasValue(type);
      assertThat(DType.of(type.text(ByteOrder.LITTLE_ENDIAN))).hasValue(type);
    }
    assertThat(DType.UINT8.text(ByteOrder.BIG_ENDIAN)).isEqualTo("|u1");
    assertThat(DType.UINT16.isInt()).isTrue();
    assertThat(DType.BOOL.isInt()).isFalse();
  }
}
