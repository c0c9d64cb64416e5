package dev.graft.compat.compare;

import dev.graft.compat.corpus.Tolerance;
import dev.graft.value.DType;
import org.jspecify.annotations.Nullable;

/**
 * How two floats differ, and whether that is tolerated: the rule of a float, of both parts of a
 * complex number, and of each element of an array.
 *
 * @param kind the class of difference
 * @param grade how bad
 * @param stated whether the stated tolerance in numbers covers it
 * @param ulps how many numbers of the type lie between them; -1 if one of them is not finite
 */
record FloatRule(String kind, Grade grade, boolean stated, long ulps) {

  /** The outcome for two numbers of a float type; null if they are the same. */
  static @Nullable FloatRule of(double a, double b, DType type, Tolerance tolerance) {
    boolean bothNan = Double.isNaN(a) && Double.isNaN(b);
    if (bothNan || Double.doubleToRawLongBits(a) == Double.doubleToRawLongBits(b)) {
      return null;
    }
    boolean finite = Double.isFinite(a) && Double.isFinite(b);
    long ulps = finite ? FloatDistance.ulps(a, b, type) : -1;
    String kind = NumberKinds.floats(a, b, ulps);
    boolean near = kind.equals("float/signed-zero") || kind.equals("float/ulp<=4");
    boolean stated =
        finite
            && a != b // the sign of zero is never a question of distance
            && (ulps <= tolerance.ulp() || Math.abs(a - b) <= tolerance.relative() * Math.abs(a));
    return new FloatRule(kind, near || stated ? Grade.CLOSE : Grade.DIFFERENT, stated, ulps);
  }

  String detail() {
    return ulps > 0 ? ulps + " ulp" : "";
  }
}
