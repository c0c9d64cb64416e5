package dev.graft.compat.report;

import dev.graft.runtime.backend.BackendId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How much was tried of a node.
 *
 * @param everyCase whether all its cases ran, not some that were asked for
 * @param madeUp so many made-up cases have passed on a backend and on CPython with the code as it
 *     is, in this run and in those before it; one that the node refuses counts only beside one that
 *     it does not
 */
public record Evidence(boolean everyCase, Map<BackendId, Integer> madeUp) {
  /** So many made-up cases must have passed before a node is verified. */
  public static final int ENOUGH = 1000;

  public Evidence {
    Map<BackendId, Integer> copy = new EnumMap<>(BackendId.class);
    copy.putAll(madeUp);
    madeUp = Collections.unmodifiableMap(copy);
  }

  /** How many made-up cases have passed on a backend. */
  public int madeUp(BackendId backend) {
    return madeUp.getOrDefault(backend, 0);
  }

  /** A count beside what is enough: {@code 20 of 1,000}. */
  static String share(int count) {
    return String.format(Locale.ROOT, "%,d of %,d", count, ENOUGH);
  }
}
