package dev.graft.bench;

import dev.graft.value.NdArray;
import dev.graft.value.Tuple;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets the output of a Java node pass if the Python beside it made the same of the same samples.
 */
final class AudioCheck {
  private AudioCheck() {}

  /**
   * Compares: bit for bit, resampled samples up to the neighbouring float32, because SciPy adds up
   * in another order.
   *
   * @throws WrongOutputException if they differ
   */
  static void check(AudioWork work, @Nullable Object output, ByteBuffer python) {
    Tuple item = (Tuple) Objects.requireNonNull(output);
    python.order(ByteOrder.LITTLE_ENDIAN);
    switch (work) {
      case RESAMPLE -> neighbours(array(item).toFloats(), python);
      case CONVERT -> equal(array(item).bytes(), python);
      case DETECT -> {
        ByteBuffer samples = array((Tuple) Objects.requireNonNull(item.get(0))).bytes();
        equal(samples, python.slice(0, samples.limit()));
        Map<?, ?> found = (Map<?, ?>) Objects.requireNonNull(item.get(1));
        equal(found.get("avg_energy"), python.getDouble(samples.limit() + Double.BYTES));
      }
    }
  }

  private static NdArray array(Tuple item) {
    return (NdArray) Objects.requireNonNull(item.get(0));
  }

  private static void neighbours(float[] samples, ByteBuffer python) {
    equal((long) samples.length * Float.BYTES, (long) python.limit());
    for (int i = 0; i < samples.length; i++) {
      float other = python.getFloat(i * Float.BYTES);
      if (samples[i] != other && Math.abs(samples[i] - other) > Math.ulp(other)) {
        throw new WrongOutputException(
            "sample " + i, "Python's " + other, String.valueOf(samples[i]));
      }
    }
  }

  private static void equal(@Nullable Object java, @Nullable Object python) {
    if (!Objects.equals(java, python)) {
      throw new WrongOutputException("out", "Python's " + python, String.valueOf(java));
    }
  }
}
