package dev.graft.runtime.queue;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How often values are weighed. */
final class ScaleTest {
  private static final long LIMIT = 100_000;

  private int weighed;

  private long weight(@Nullable Object value) {
    weighed++;
    return value instanceof Long weight ? weight : 0;
  }

  @Test
  void aFewOfManyLightOnesAreWeighed() {
    Scale scale = new Scale(this::weight, 100);
    for (int i = 0; i < 8_000; i++) {
      assertThat(scale.weigh(10L)).isEqualTo(10);
    }
    assertThat(weighed).isAtLeast(800);
    assertThat(weighed).isAtMost(1200);
  }

  @Test
  void afterAHeavyOneEachIsWeighedForAWhile() {
    Scale scale = new Scale(this::weight, 100);
    scale.weigh(1000L);
    for (long i = 0; i < 100; i++) {
      assertThat(scale.weigh(i)).isEqualTo(i);
    }
  }

  @Test
  void whatWaitsIsBoundedForAnyMixtureAndRhythm() {
    for (int seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      Ring ring =
          new Ring(
              new Room(128, LIMIT),
              value -> value instanceof Long w ? w : 0,
              new Bell(),
              new Bell());
      int rhythm = 1 + seed % 150;
      Deque<Long> waiting = new ArrayDeque<>();
      long weight = 0;
      long most = 0;
      for (int i = 0; i < 5_000; i++) {
        boolean heavy = seed % 2 == 0 ? i % rhythm == 0 : random.nextInt(1000) < seed;
        long value = heavy ? 10_000 : 10;
        // The taker is slow: it takes only where the giver would have to wait.
        while (!ring.offer(value)) {
          weight -= waiting.removeFirst();
          ring.drain(new ArrayList<>(), 1);
        }
        waiting.addLast(value);
        weight += value;
        most = Math.max(most, weight);
      }
      // Fourteen heavy ones can come in between two light ones that are weighed.
      assertWithMessage("seed %s", seed).that(most).isAtMost(LIMIT + 2 * 14 * 10_000);
    }
  }
}
