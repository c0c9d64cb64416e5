package dev.graft.compat.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Rows of choices, one of the levels of each factor, so that any two levels of any two factors meet
 * in some row. Most faults need no more than two. Greedy: not the fewest rows, but always the same.
 */
final class PairwiseCover {
  private final int[] levels;
  private final int[] offsets;
  private final int all;
  private final BitSet open;

  private PairwiseCover(int[] levels) {
    this.levels = levels;
    this.offsets = new int[levels.length];
    int sum = 0;
    for (int i = 0; i < levels.length; i++) {
      offsets[i] = sum;
      sum += levels[i];
    }
    this.all = sum;
    this.open = new BitSet(all * all);
  }

  /**
   * The rows.
   *
   * @param levels how many each factor has, at least one
   */
  static List<int[]> of(int... levels) {
    if (levels.length == 0) {
      return List.of(new int[0]);
    } else if (levels.length == 1) {
      return singles(levels[0]);
    }
    PairwiseCover cover = new PairwiseCover(levels.clone());
    return cover.rows();
  }

  private static List<int[]> singles(int levels) {
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < levels; i++) {
      rows.add(new int[] {i});
    }
    return rows;
  }

  private List<int[]> rows() {
    for (int a = 0; a < levels.length; a++) {
      for (int b = a + 1; b < levels.length; b++) {
        for (int i = 0; i < levels[a]; i++) {
          for (int j = 0; j < levels[b]; j++) {
            open.set(pair(a, i, b, j));
          }
        }
      }
    }
    List<int[]> rows = new ArrayList<>();
    for (int next = open.nextSetBit(0); next >= 0; next = open.nextSetBit(next)) {
      int[] row = row(next);
      close(row);
      rows.add(row);
    }
    return rows;
  }

  private int pair(int a, int i, int b, int j) {
    return a < b
        ? (offsets[a] + i) * all + offsets[b] + j
        : (offsets[b] + j) * all + offsets[a] + i;
  }

  /** The pair that is open, and beside it whatever closes most. */
  private int[] row(int pair) {
    int[] row = new int[levels.length];
    Arrays.fill(row, -1);
    put(row, pair / all);
    put(row, pair % all);
    for (int factor = 0; factor < levels.length; factor++) {
      if (row[factor] < 0) {
        row[factor] = best(row, factor);
      }
    }
    return row;
  }

  private void put(int[] row, int place) {
    int factor = levels.length - 1;
    while (offsets[factor] > place) {
      factor--;
    }
    row[factor] = place - offsets[factor];
  }

  private int best(int[] row, int factor) {
    int best = 0;
    int most = -1;
    for (int level = 0; level < levels[factor]; level++) {
      int closes = 0;
      for (int other = 0; other < levels.length; other++) {
        if (row[other] >= 0 && open.get(pair(factor, level, other, row[other]))) {
          closes++;
        }
      }
      if (closes > most) {
        most = closes;
        best = level;
      }
    }
    return best;
  }

  private void close(int[] row) {
    for (int a = 0; a < row.length; a++) {
      for (int b = a + 1; b < row.length; b++) {
        open.clear(pair(a, row[a], b, row[b]));
      }
    }
  }
}
