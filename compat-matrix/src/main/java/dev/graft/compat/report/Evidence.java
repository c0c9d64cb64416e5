package dev.graft.compat.report;

import dev.graft.runtime.backend.BackendId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much was tried of a node.
 *
 * @param everyCase whether all its cases ran, not some that were asked for
 * @param madeUp so many made-up cases have passed on a backend and on CPython with the code as it
 *     is, in this run and in those before it; one that the node refuses counts only beside one that
 *     it does not
 * @param found made-up cases of runs before it that differed on a backend with the code as it is,
 *     such as {@code random/7 of seed 4}, and that were not played again
 */
public record Evidence(
    boolean everyCase, Map<BackendId, Integer> madeUp, Map<BackendId, List<String>> found) {
  /** So many made-up cases must have passed before a node is verified. */
  public static final int ENOUGH = 1000;

  public Evidence {
    Map<BackendId, Integer> copy = new EnumMap<>(BackendId.class);
    copy.putAll(madeUp);
    madeUp = Collections.unmodifiableMap(copy);
    found = Map.copyOf(found);
  }

  /** What runs before this one found on a backend. */
  public List<String> found(BackendId backend) {
    return found.getOrDefault(backend, List.of());
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
