package dev.graft.value;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Suggestions {
  /** So many names are read; of more only the nearest help. */
  private static final int READABLE = 12;

  private static final int NEAREST = 3;

  private Suggestions() {}

  /** The known name nearest to a mistyped one, if any is near enough to be worth a hint. */
  public static Optional<String> nearest(String typed, Collection<String> known) {
    int limit = typed.length() < 3 ? 0 : Math.max(1, typed.length() / 3);
    String lower = typed.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= limit)
        .min(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))));
  }

  /** The hint for a mistyped name: {@code Did you mean "x"?}, or what is known. */
  public static String hint(String typed, Collection<String> known) {
    return nearest(typed, known)
        .map(name -> "Did you mean \"" + name + "\"?")
        .orElseGet(() -> list(typed, known));
  }

  private static String list(String typed, Collection<String> known) {
    if (known.isEmpty()) {
      return "There are none.";
    } else if (known.size() <= READABLE) {
      return "Known are: " + String.join(", ", known) + ".";
    }
    String lower = typed.toLowerCase(Locale.ROOT);
    List<String> few =
        known.stream()
            .sorted(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))))
            .limit(NEAREST)
            .toList();
    return "Of %d the nearest are: %s.".formatted(known.size(), String.join(", ", few));
  }

  /** The number of single-character edits, a swap of neighbours counting as one. */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
    best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
