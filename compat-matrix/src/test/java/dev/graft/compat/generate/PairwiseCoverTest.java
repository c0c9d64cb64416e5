package dev.graft.compat.generate;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever the factors are, any two levels meet, and no row is there for nothing. */
final class PairwiseCoverTest {
  @Test
  void anyTwoLevelsOfAnyTwoFactorsMeet() {
    for (int number = 0; number < 400; number++) {
      Choices choices = Choices.random(11, number);
      int[] levels = new int[2 + choices.below(6)];
      Arrays.setAll(levels, _ -> 1 + choices.below(9));
      Set<String> pairs = pairs(PairwiseCover.of(levels));
      assertWithMessage("%s", Arrays.toString(levels)).that(pairs).hasSize(count(levels));
    }
  }

  @Test
  void everyRowBringsAPairThatNoneBeforeItHas() {
    for (int number = 0; number < 100; number++) {
      Choices choices = Choices.random(12, number);
      int[] levels = new int[2 + choices.below(5)];
      Arrays.setAll(levels, _ -> 1 + choices.below(7));
      List<int[]> rows = PairwiseCover.of(levels);
      int before = 0;
      for (int i = 1; i <= rows.size(); i++) {
        int now = pairs(rows.subList(0, i)).size();
        assertThat(now).isGreaterThan(before);
        before = now;
      }
    }
  }

  @Test
  void rowsAreNotMuchMoreThanTheTwoLargestFactorsNeed() {
    assertThat(PairwiseCover.of(5, 5).size()).isEqualTo(25);
    assertThat(PairwiseCover.of(5, 5, 5).size()).isAtMost(35);
    assertThat(PairwiseCover.of(2, 2, 2, 2, 2, 2, 2, 2).size()).isAtMost(10);
    assertThat(PairwiseCover.of(10, 60, 1, 1).size()).isEqualTo(600);
  }

  @Test
  void fewerThanTwoFactorsAreTriedOneByOne() {
    assertThat(PairwiseCover.of(3).size()).isEqualTo(3);
    assertThat(PairwiseCover.of().size()).isEqualTo(1);
  }

  private static Set<String> pairs(List<int[]> rows) {
    Set<String> pairs = new HashSet<>();
    for (int[] row : rows) {
      for (int a = 0; a < row.length; a++) {
        for (int b = a + 1; b < row.length; b++) {
          pairs.add(a + "=" + row[a] + " " + b + "=" + row[b]);
        }
      }
    }
    return pairs;
  }

  private static int count(int[] levels) {
    int count = 0;
    for (int a = 0; a < levels.length; a++) {
      for (int b = a + 1; b < levels.length; b++) {
        count += levels[a] * levels[b];
      }
    }
    return count;
  }
}
