package dev.graft.python.cpython;

import static com.google.common.truth.Truth.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RestartsTest {
  private final Restarts restarts = new Restarts();

  /** Some start, so that no sum depends on zero. */
  private long now = Long.MAX_VALUE - Duration.ofSeconds(30).toNanos();

  private void pass(Duration time) {
    now += time.toNanos(); // nanoTime may overflow, too
  }

  private boolean mayStart() {
    return restarts.mayStart(now);
  }

  @Test
  void theFirstRestartComesAtOnceAndLaterOnesAfterLongerPauses() {
    assertThat(mayStart()).isTrue();
    restarts.died(now);
    assertThat(mayStart()).isTrue();
    long pause = 100;
    for (int death = 2; death <= Restarts.MOST; death++) {
      restarts.died(now);
      assertThat(mayStart()).isFalse();
      pass(Duration.ofMillis(pause - 1));
      assertThat(mayStart()).isFalse();
      pass(Duration.ofMillis(1));
      assertThat(mayStart()).isTrue();
      pause *= 2;
    }
  }

  @Test
  void afterTooManyItIsLeftAloneUntilTheyAreAMinuteAgo() {
    for (int death = 0; death <= Restarts.MOST; death++) {
      restarts.died(now);
      pass(Duration.ofSeconds(2));
    }
    assertThat(restarts.recent(now)).isEqualTo(6);
    assertThat(mayStart()).isFalse();
    pass(Duration.ofSeconds(47));
    assertThat(mayStart()).isFalse();
    pass(Duration.ofSeconds(2));
    assertThat(mayStart()).isTrue();
    pass(Restarts.WINDOW);
    assertThat(restarts.recent(now)).isEqualTo(0);
  }
}
