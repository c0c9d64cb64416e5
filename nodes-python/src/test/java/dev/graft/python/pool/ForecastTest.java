package dev.graft.python.pool;

import static com.google.common.truth.Truth.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The clock is an argument; it starts below zero, as the JVM's own may. */
final class ForecastTest {
  private static final long BEGIN = -Duration.ofMinutes(5).toNanos();

  private final Forecast forecast = new Forecast();

  @Test
  void oneHostIsNoDemand() {
    assertThat(forecast.wanted(BEGIN)).isEqualTo(0);
    forecast.started(millis(100));
    forecast.asked(BEGIN);
    assertThat(forecast.wanted(BEGIN)).isEqualTo(0);
  }

  @Test
  void asManyAreWantedAsAreAskedForWhileOneStarts() {
    forecast.started(millis(100));
    for (int i = 0; i < 10; i++) {
      forecast.asked(BEGIN + millis(40) * i);
    }
    assertThat(forecast.wanted(BEGIN + millis(400))).isEqualTo(3); // at 0, 40 and 80 ms
    forecast.started(millis(30));
    assertThat(forecast.wanted(BEGIN + millis(400))).isEqualTo(1);
  }

  @Test
  void aBurstIsRememberedForAMinute() {
    forecast.started(millis(10));
    for (int i = 0; i < 6; i++) {
      forecast.asked(BEGIN + i);
    }
    long end = Forecast.MEMORY.toNanos();
    assertThat(forecast.wanted(BEGIN + end)).isEqualTo(6);
    assertThat(forecast.wanted(BEGIN + end + millis(1))).isEqualTo(0);
  }

  @Test
  void itIsForgottenWithTheLastThatAsked() {
    assertThat(forecast.isForgotten(BEGIN)).isTrue();
    for (int i = 0; i < 100; i++) {
      forecast.asked(BEGIN + i);
    }
    long end = BEGIN + 99 + Forecast.MEMORY.toNanos();
    assertThat(forecast.isForgotten(end)).isFalse();
    assertThat(forecast.isForgotten(end + 1)).isTrue();
  }

  @Test
  void onlyTheLastArrivalsAreKept() {
    forecast.started(millis(10));
    for (int i = 0; i < 100; i++) {
      forecast.asked(BEGIN + i);
    }
    assertThat(forecast.wanted(BEGIN + 100)).isEqualTo(64);
  }

  private static long millis(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
