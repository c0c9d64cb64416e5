package dev.graft.runtime.queue;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many values may wait. */
final class RoomTest {
  private static final long LIMIT = 100_000;

  private static long itself(@Nullable Object value) {
    return value instanceof Long weight ? weight : 0;
  }

  @Test
  void smallValuesOnlyCount() {
    Room room = new Room(128, LIMIT, RoomTest::itself);
    for (int i = 0; i < 1000; i++) {
      assertThat(room.with(10L)).isEqualTo(128);
    }
  }

  @Test
  void afterHeavyOnesThereIsMoreRoomByAndBy() {
    Room room = new Room(128, LIMIT, RoomTest::itself);
    for (int i = 0; i < 100; i++) {
      room.with(50_000L);
    }
    assertThat(room.with(50_000L)).isEqualTo(2);
    assertThat(room.with(1L)).isEqualTo(3);
    assertThat(room.with(1L)).isEqualTo(4);
    assertThat(room.with(200_000L)).isEqualTo(1);
  }

  @Test
  void whatWaitsIsBoundedForAnyMixtureAndRhythm() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Room room = new Room(128, LIMIT, RoomTest::itself);
      int rhythm = 1 + seed % 30;
      Deque<Long> waiting = new ArrayDeque<>();
      long weight = 0;
      long most = 0;
      for (int i = 0; i < 5_000; i++) {
        boolean heavy = seed % 2 == 0 ? i % rhythm == 0 : random.nextInt(100) < seed / 3;
        long value = heavy ? 10_000 : 10;
        // The taker is slow: it takes only where the giver would have to wait.
        int allowed = room.with(value);
        while (waiting.size() >= allowed) {
          weight -= waiting.removeFirst();
        }
        waiting.addLast(value);
        weight += value;
        most = Math.max(most, weight);
      }
      // A hundred times the weight of the others, now and then: 2.7 times the limit at worst.
      assertWithMessage("seed %s", seed).that(most).isAtMost(3 * LIMIT);
    }
  }
}
