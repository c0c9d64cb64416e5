package dev.graft.python.host;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.python.pool.Discard;
import dev.graft.python.pool.PoolLimits;
import dev.graft.python.pool.PoolStatus;
import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.HostingRefusedException;
import dev.graft.runtime.backend.ResourceLimits;
import dev.graft.runtime.permission.Grants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class HostPoolTest {
  private static final HostKey KEY = HostKey.PLAIN;
  private static final HostKey OTHER = HostKey.ofUsual(Grants.NONE, "other", ResourceLimits.NONE);

  /** Which threads started hosts. */
  private final Queue<Thread> starters = new ConcurrentLinkedQueue<>();

  @Test
  void aCleanHostIsHandedOutAgainToWhoeverWantsTheSameKind() throws Exception {
    try (HostPool pool = pool(PoolLimits.keeping(4))) {
      PythonHost first = pool.lease(KEY);
      pool.giveBack(first);
      assertThat(pool.lease(OTHER)).isNotSameInstanceAs(first);
      assertThat(pool.lease(KEY)).isSameInstanceAs(first);
      assertThat(pool.status().leases()).isEqualTo(3);
      assertThat(pool.status().size()).isEqualTo(2);
    }
  }

  @Test
  void eachReasonToEndAHostIsCounted() throws Exception {
    try (HostPool pool = pool(new PoolLimits(1, 0, 2))) {
      FakeHost used = (FakeHost) pool.lease(KEY);
      used.condition = PythonHost.Condition.USED;
      pool.giveBack(used);
      FakeHost lost = (FakeHost) pool.lease(KEY);
      lost.condition = PythonHost.Condition.LOST;
      pool.giveBack(lost);
      FakeHost interrupted = (FakeHost) pool.lease(KEY);
      interrupted.condition = PythonHost.Condition.INTERRUPTED;
      interrupted.interrupts = 3;
      assertThat(pool.status().interrupted()).isEqualTo(3);
      pool.giveBack(interrupted);
      FakeHost cancelled = (FakeHost) pool.lease(KEY);
      cancelled.condition = PythonHost.Condition.CANCELLED;
      pool.giveBack(cancelled);
      FakeHost worn = (FakeHost) pool.lease(KEY);
      pool.giveBack(worn);
      assertThat(pool.lease(KEY)).isSameInstanceAs(worn);
      pool.giveBack(worn);
      FakeHost kept = (FakeHost) pool.lease(KEY);
      FakeHost surplus = (FakeHost) pool.lease(KEY);
      pool.giveBack(surplus);
      pool.giveBack(kept);
      assertThat(List.of(used.closed, lost.closed, worn.closed, surplus.closed, kept.closed))
          .containsExactly(true, true, true, true, false)
          .inOrder();
      PoolStatus status = pool.status();
      assertThat(status.discarded())
          .containsExactly(
              Discard.USED,
              1L,
              Discard.INTERRUPTED,
              1L,
              Discard.CANCELLED,
              1L,
              Discard.LOST,
              1L,
              Discard.WORN,
              1L,
              Discard.SURPLUS,
              1L);
      assertThat(status.interrupted()).isEqualTo(3);
      assertThat(status.toString())
          .contains(
              "; 3 calls interrupted; ended: 1 used, 1 interrupted, 1 cancelled, 1 lost, 1 worn,"
                  + " 1 surplus");
    }
  }

  @Test
  void aPoolMayKeepNothing() throws Exception {
    try (HostPool pool = pool(PoolLimits.keeping(0))) {
      FakeHost first = (FakeHost) pool.lease(KEY);
      FakeHost second = (FakeHost) pool.lease(KEY);
      pool.giveBack(first);
      pool.giveBack(second);
      assertThat(List.of(first.closed, second.closed)).containsExactly(true, true);
    }
  }

  @Test
  void aHostThatDiedWhileIdleIsNotHandedOut() throws Exception {
    try (HostPool pool = pool(PoolLimits.keeping(4))) {
      FakeHost host = (FakeHost) pool.lease(KEY);
      pool.giveBack(host);
      host.condition = PythonHost.Condition.LOST;
      assertThat(pool.lease(KEY)).isNotSameInstanceAs(host);
      assertThat(host.closed).isTrue();
      assertThat(pool.status().discarded()).containsExactly(Discard.LOST, 1L);
    }
  }

  @Test
  void aBurstLikeTheLastOneWaitsForNoStart() throws Exception {
    try (HostPool pool = pool(new PoolLimits(4, 4, 1000))) {
      burst(pool);
      await(pool, status -> status.idle() == 4);
      starters.clear();
      burst(pool);
      await(pool, status -> status.idle() == 4);
      burst(pool);
      assertThat(starters.stream().filter(t -> !t.getName().equals("graft-pool")).toList())
          .isEmpty();
      assertThat(pool.status().ahead()).isAtLeast(4);
      assertThat(pool.status().waits().orElseThrow().p50()).isLessThan(Duration.ofMillis(20));
    }
  }

  @Test
  void whatStartsHostsAheadDoesNotKeepTheJvmAlive() throws Exception {
    try (HostPool pool = pool(new PoolLimits(4, 4, 1000))) {
      burst(pool);
      await(pool, status -> status.ahead() > 0);
      assertThat(
              starters.stream()
                  .filter(thread -> thread.getName().equals("graft-pool"))
                  .allMatch(Thread::isDaemon))
          .isTrue();
    }
  }

  @Test
  void nothingIsStartedAheadForASingleUser() throws Exception {
    try (HostPool pool = pool(new PoolLimits(4, 4, 1000))) {
      pool.giveBack(pool.lease(KEY));
      Thread.sleep(60);
      assertThat(starters).containsExactly(Thread.currentThread());
    }
  }

  @Test
  void usersInTurnShareOneHost() throws Exception {
    try (HostPool pool = pool(new PoolLimits(2, 2, 1000))) {
      for (int user = 0; user < 20; user++) {
        pool.giveBack(pool.lease(KEY));
      }
      Thread.sleep(150);
      assertThat(pool.status().created()).isAtMost(2);
      assertThat(pool.status().discarded()).isEmpty();
    }
  }

  @Test
  void whatWasUsedBeforeComesBeforeWhatWasStartedAhead() throws Exception {
    try (HostPool pool = pool(new PoolLimits(4, 4, 1000))) {
      List<PythonHost> used = together(pool, KEY, 3);
      ((FakeHost) used.getLast()).condition = PythonHost.Condition.USED;
      pool.giveBack(used.getFirst());
      pool.giveBack(used.getLast());
      await(pool, status -> status.ahead() > 0 && status.idle() == 2);
      assertThat(pool.lease(KEY)).isSameInstanceAs(used.getFirst());
    }
  }

  @Test
  void kindsOfHostsDoNotDriveEachOtherOut() throws Exception {
    try (HostPool pool = pool(new PoolLimits(2, 2, 1000))) {
      List<PythonHost> leased = new ArrayList<>(together(pool, KEY, 3));
      leased.addAll(together(pool, OTHER, 3));
      giveBackUsed(pool, leased);
      await(pool, status -> status.idle() == 2);
      Thread.sleep(150);
      assertThat(pool.status().created()).isAtMost(10);
      assertThat(pool.status().discarded()).containsExactly(Discard.USED, 6L);
    }
  }

  @Test
  void manyKindsOfHostsTakeNoMoreMemoryThanAFew() throws Exception {
    try (HostPool pool = new HostPool(key -> new FakeHost(), new PoolLimits(2, 2, 1000))) {
      for (int kind = 0; kind < 5 * HostPool.MANY_KINDS; kind++) {
        pool.giveBack(
            pool.lease(HostKey.ofUsual(Grants.NONE, "kind " + kind, ResourceLimits.NONE)));
        assertThat(pool.kinds()).isAtMost(HostPool.MANY_KINDS);
      }
      assertThat(pool.status().size()).isAtMost(2);
    }
  }

  @Test
  void whatCannotBeStartedAheadIsCountedAndToldToTheNextUser() throws Exception {
    CountDownLatch broken = new CountDownLatch(1);
    HostPool.Starter starter =
        key -> {
          if (broken.getCount() == 0) {
            throw new HostingRefusedException(BackendId.GRAALPY, "no more");
          }
          return start();
        };
    try (HostPool pool = new HostPool(starter, new PoolLimits(2, 2, 1000))) {
      FakeHost first = (FakeHost) pool.lease(KEY);
      pool.giveBack(first);
      broken.countDown();
      assertThat(pool.lease(KEY)).isSameInstanceAs(first);
      giveBackUsed(pool, List.of(first));
      await(pool, status -> status.failed() == 1);
      assertThrows(HostingRefusedException.class, () -> pool.lease(KEY));
    }
  }

  @Test
  void aClosedPoolEndsAllHostsAndStartsNone() throws Exception {
    HostPool pool = pool(PoolLimits.keeping(2));
    FakeHost leased = (FakeHost) pool.lease(KEY);
    FakeHost idle = (FakeHost) pool.lease(KEY);
    pool.giveBack(idle);
    pool.close();
    assertThat(List.of(leased.closed, idle.closed)).containsExactly(true, true);
    assertThrows(IllegalStateException.class, () -> pool.lease(KEY));
  }

  /** Four at once, each ended because it ran somebody's own code, as is usual. */
  private static void burst(HostPool pool) throws Exception {
    giveBackUsed(pool, together(pool, KEY, 4));
  }

  private static void giveBackUsed(HostPool pool, List<PythonHost> hosts) {
    for (PythonHost host : hosts) {
      ((FakeHost) host).condition = PythonHost.Condition.USED;
      pool.giveBack(host);
    }
  }

  private static List<PythonHost> together(HostPool pool, HostKey key, int users) throws Exception {
    List<PythonHost> hosts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(users)) {
      List<Callable<PythonHost>> leases = Collections.nCopies(users, () -> pool.lease(key));
      for (Future<PythonHost> lease : threads.invokeAll(leases)) {
        hosts.add(lease.get());
      }
    }
    return hosts;
  }

  private HostPool pool(PoolLimits limits) {
    return new HostPool(key -> start(), limits);
  }

  private FakeHost start() {
    starters.add(Thread.currentThread());
    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    return new FakeHost();
  }

  private static void await(HostPool pool, Predicate<PoolStatus> wanted) throws Exception {
    for (int i = 0; i < 1000 && !wanted.test(pool.status()); i++) {
      Thread.sleep(10);
    }
    assertThat(wanted.test(pool.status())).isTrue();
  }
}
