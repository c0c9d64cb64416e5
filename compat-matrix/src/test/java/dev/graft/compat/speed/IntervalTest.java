package dev.graft.compat.speed;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How sure a ratio is. */
final class IntervalTest {
  @Test
  void isThatOfStudent() {
    Interval interval = Interval.of(List.of(Math.log(2), Math.log(4), Math.log(8)));

    assertThat(interval.value()).isWithin(1e-9).of(4);
    // t of 2 degrees of freedom is 4.303, the deviation of the logarithms ln 2.
    double half = 4.303 * Math.log(2) / Math.sqrt(3);
    assertThat(interval.low()).isWithin(1e-9).of(4 / Math.exp(half));
    assertThat(interval.high()).isWithin(1e-9).of(4 * Math.exp(half));
  }

  @Test
  void isNarrowerForMoreObservationsThatLieAsFarApart() {
    Interval few = Interval.of(List.of(1.0, 2.0, 3.0));
    Interval many =
        Interval.of(
            Collections.nCopies(9, List.of(1.0, 2.0, 3.0)).stream().flatMap(List::stream).toList());

    assertThat(many.value()).isWithin(1e-9).of(few.value());
    assertThat(many.high() / many.low()).isLessThan(few.high() / few.low());
  }

  @Test
  void isOpenWhereNobodyKnowsWhoIsFaster() {
    assertThat(Interval.of(List.of(-0.1, 0.0, 0.1)).isOpen()).isTrue();
    assertThat(Interval.of(List.of(1.0, 1.1, 1.2)).isOpen()).isFalse();
    assertThat(Interval.of(List.of(-1.0, -1.1, -1.2)).isOpen()).isFalse();
  }

  @Test
  void thereIsNoneOfOneObservation() {
    assertThrows(IllegalArgumentException.class, () -> Interval.of(List.of(1.0)));
  }

  @Test
  void aGeometricMeanFavoursNobody() {
    assertThat(Means.geometric(List.of(0.5, 2.0))).isWithin(1e-9).of(1);
    assertThat(Means.quantile(List.of(5.0, 1.0, 3.0), 0.5)).isEqualTo(3.0);
    assertThat(Means.quantile(List.of(0.0, 10.0), 0.1)).isWithin(1e-9).of(1);
  }
}
