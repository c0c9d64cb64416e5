package dev.graft.runtime.queue;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class RingTest {
  private final Bell giver = new Bell();
  private final Bell taker = new Bell();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 128})
  void keepsEveryValueInOrderWhoeverIsFaster(int capacity) {
    for (int slow = 0; slow < 3; slow++) {
      Ring ring = ring(capacity);
      int count = 50_000;
      int slowOne = slow;
      CompletableFuture<Void> give =
          CompletableFuture.runAsync(
              () -> {
                Random random = new Random(1);
                for (long i = 0; i < count; i++) {
                  pause(slowOne == 1, random);
                  ring.put(i % 7 == 0 ? null : (Object) i);
                }
                ring.finish();
              });
      List<@Nullable Object> all = new ArrayList<>();
      Random random = new Random(2);
      while (!ring.isFinished()) {
        pause(slowOne == 2, random);
        assertThat(ring.size()).isAtMost(capacity);
        if (ring.drain(all, 5) == 0) {
          taker.await(() -> ring.isReady() || ring.isFinished());
        }
      }
      give.join();
      assertThat(all).hasSize(count);
      for (int i = 0; i < count; i++) {
        if (!Objects.equals(all.get(i), i % 7 == 0 ? null : (Object) (long) i)) {
          assertThat(all.get(i)).isEqualTo(i);
        }
      }
    }
  }

  /** Long enough to make the other one sleep, and seldom. */
  private static void pause(boolean slow, Random random) {
    if (slow && random.nextInt(5_000) == 0) {
      try {
        Thread.sleep(2);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void aGiverThatWaitsHearsThatNothingIsWanted() throws Exception {
    Ring ring = ring(2);
    assertThat(ring.put(1L)).isTrue();
    assertThat(ring.put(2L)).isTrue();
    AtomicBoolean third = new AtomicBoolean(true);
    Thread thread = new Thread(() -> third.set(ring.put(3L)));
    thread.start();
    awaitSleep(thread);
    ring.refuse();
    thread.join();
    assertThat(third.get()).isFalse();
    assertThat(ring.put(4L)).isFalse();
    List<@Nullable Object> left = new ArrayList<>();
    ring.drain(left, 9);
    assertThat(left).containsExactly(1L, 2L).inOrder();
  }

  @Test
  void waitsUntilHalfIsFree() throws Exception {
    Ring ring = ring(8);
    for (int i = 0; i < 8; i++) {
      ring.put(i);
    }
    AtomicBoolean done = new AtomicBoolean();
    Thread thread = new Thread(() -> done.set(ring.put(8)));
    thread.start();
    awaitSleep(thread);
    List<@Nullable Object> taken = new ArrayList<>();
    ring.drain(taken, 3);
    awaitSleep(thread);
    assertThat(done.get()).isFalse();
    ring.drain(taken, 1);
    thread.join();
    assertThat(done.get()).isTrue();
  }

  @Test
  void heavyValuesWaitInSmallNumbers() throws Exception {
    Ring ring = new Ring(new Room(64, 1000), value -> (Long) value, giver, taker);
    AtomicInteger given = new AtomicInteger();
    Thread thread =
        new Thread(
            () -> {
              while (ring.put(300L)) {
                given.incrementAndGet();
              }
            });
    thread.start();
    awaitSleep(thread);
    assertThat(given.get()).isEqualTo(3);

    List<@Nullable Object> taken = new ArrayList<>();
    ring.drain(taken, 3);
    ring.refuse();
    thread.join();
  }

  @Test
  void oneValueMayAlwaysWait() {
    Ring ring = new Ring(new Room(64, 1000), value -> (Long) value, giver, taker);

    assertThat(ring.put(1_000_000L)).isTrue();
    assertThat(ring.size()).isEqualTo(1);
  }

  private Ring ring(int capacity) {
    return new Ring(new Room(capacity, 1 << 20), value -> 1, giver, taker);
  }

  private static void awaitSleep(Thread thread) throws InterruptedException {
    Thread.sleep(5); // time to wake up and look, if it was woken
    while (thread.getState() != Thread.State.WAITING) {
      Thread.sleep(1);
    }
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    CountDownLatch waits = new CountDownLatch(1);
    AtomicBoolean answer = new AtomicBoolean(true);
    AtomicBoolean still = new AtomicBoolean();
    Thread thread =
        new Thread(
            () -> {
              waits.countDown();
              answer.set(taker.await(() -> false));
              still.set(Thread.currentThread().isInterrupted());
            });
    thread.start();
    waits.await();
    thread.interrupt();
    thread.join();
    assertThat(answer.get()).isFalse();
    assertThat(still.get()).isTrue();
  }

  @Test
  void refusesOddCapacities() {
    assertThrows(IllegalArgumentException.class, () -> ring(100));
    assertThrows(IllegalArgumentException.class, () -> ring(0));
  }
}
