package dev.graft.compat.compare;

import java.util.List;
import java.util.Optional;

/**
 * What came out of a comparison.
 *
 * @param differences all that differs, tolerated or not, in order
 * @param worstUlp the largest distance of two floats
 */
public record Comparison(List<Difference> differences, long worstUlp) {
  public Comparison {
    differences = List.copyOf(differences);
  }

  /** Whether everything is exact or tolerated. */
  public boolean passes() {
    return differences.stream().allMatch(Difference::tolerated);
  }

  /** The worst grade of all. */
  public Grade grade() {
    return differences.stream().map(Difference::grade).reduce(Grade.EXACT, Grade::worse);
  }

  /** The first difference that is not tolerated. */
  public Optional<Difference> first() {
    return differences.stream().filter(each -> !each.tolerated()).findFirst();
  }
}
