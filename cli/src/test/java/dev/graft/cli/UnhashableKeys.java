package dev.graft.cli;

import dev.graft.value.DType;
import dev.graft.value.Decimal;
import dev.graft.value.NdArray;
import dev.graft.value.Time;
import dev.graft.value.Zone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the sets and dicts that Python itself cannot make. */
final class UnhashableKeys {
  private static final long MINUTE = 60_000_000;

  private UnhashableKeys() {}

  /** On GraalPy: {@code time.__hash__} asserts that an offset from UTC is of whole minutes. */
  static boolean onGraalPy(@Nullable Object value) {
    return KeySets.of(value).stream()
        .anyMatch(keys -> keys.stream().anyMatch(UnhashableKeys::isOdd));
  }

  /**
   * With NumPy, by chance: a decimal and an unsigned NumPy scalar of equal hash are compared, which
   * raises a TypeError.
   */
  static boolean mayBeWithNumpy(@Nullable Object value) {
    return KeySets.of(value).stream().anyMatch(UnhashableKeys::mixesNumbers);
  }

  private static boolean isOdd(Object key) {
    return key instanceof Time time
        && time.zone().orElse(null) instanceof Zone.Fixed fixed
        && fixed.offsetMicros() % MINUTE != 0;
  }

  private static boolean mixesNumbers(List<Object> keys) {
    return keys.stream().anyMatch(Decimal.class::isInstance)
        && keys.stream()
            .anyMatch(key -> key instanceof NdArray array && array.type() == DType.UINT64);
  }
}
