package dev.graft.value;

/**
 * A Python complex number. Two are equal if both parts are, by their bits: {@code -0.0} is not
 * {@code 0.0}, and NaN equals NaN.
 *
 * @param real the real part
 * @param imaginary the imaginary part
 */
public record Complex(double real, double imaginary) {
  /** As Python's {@code repr} of the two parts: {@code (1.0+2.0j)}. */
  @Override
  public String toString() {
    boolean signed = Double.doubleToRawLongBits(imaginary) < 0 && !Double.isNaN(imaginary);
    return "(" + real + (signed ? "" : "+") + imaginary + "j)";
  }
}
