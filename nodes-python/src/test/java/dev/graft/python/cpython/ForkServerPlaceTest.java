package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ForkServerPlaceTest {
  private int attempts;

  @Test
  void nobodyTriesAgainWhatCannotWork() {
    try (ForkServerPlace place =
        new ForkServerPlace(
            () -> {
              attempts++;
              throw new UnfitException("this system has no fork");
            })) {
      assertThat(place.reason()).isEqualTo("none was needed yet");
      for (int i = 0; i < 3; i++) {
        assertThat(place.server()).isEmpty();
      }
      assertThat(attempts).isEqualTo(1);
      assertThat(place.reason()).isEqualTo("this system has no fork");
    }
  }

  @Test
  void whatFailsTwiceIsGivenUp() {
    try (ForkServerPlace place =
        new ForkServerPlace(
            () -> {
              attempts++;
              throw new IOException("attempt " + attempts);
            })) {
      for (int i = 0; i < 5; i++) {
        assertThat(place.server()).isEmpty();
      }
      assertThat(attempts).isEqualTo(2);
      assertThat(place.reason()).isEqualTo("the fork server does not start: attempt 2");
    }
  }

  @Test
  void anEmptyPlaceIsGivenUpIfNobodyAskedForLong() {
    ForkServerPlace.Starter starter =
        () -> {
          attempts++;
          throw new IOException("never");
        };
    try (ForkServerPlace asked = new ForkServerPlace(starter, Optional.of(Duration.ofDays(1)));
        ForkServerPlace usual = new ForkServerPlace(starter);
        ForkServerPlace forgotten = new ForkServerPlace(starter, Optional.of(Duration.ZERO))) {
      assertThat(asked.retire()).isFalse();
      assertThat(usual.retire()).isFalse();
      assertThat(forgotten.retire()).isTrue();
      assertThat(forgotten.server()).isEmpty();
      assertThat(attempts).isEqualTo(0);
    }
  }

  @Test
  void nothingIsStartedOnceItIsClosed() {
    ForkServerPlace place =
        new ForkServerPlace(
            () -> {
              attempts++;
              throw new IOException("never");
            });
    place.close();
    assertThat(place.server()).isEmpty();
    assertThat(attempts).isEqualTo(0);
  }
}
