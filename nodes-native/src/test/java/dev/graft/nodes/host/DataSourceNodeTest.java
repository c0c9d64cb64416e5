package dev.graft.nodes.host;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.registry.NodeInstance;
import dev.graft.value.ValueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program feeds a pipeline from other threads. */
@Timeout(60)
final class DataSourceNodeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DataSource handle = new DataSource();
  private final HostContext context = new HostContext(handle);
  private final BlockingQueue<Object> outputs = new LinkedBlockingQueue<>();
  private @Nullable Thread runner;
  private @Nullable RuntimeException thrown;

  private NodeInstance open(Map<String, ?> params) {
    NodeInstance node = new DataSourceNodeFactory().create(params);
    node.open(context);
    return node;
  }

  /** Runs the node in a thread of its own. */
  private Thread run(NodeInstance node) {
    Thread thread =
        new Thread(
            () -> {
              try {
                node.flush(outputs::add);
              } catch (RuntimeException e) {
                thrown = e;
              }
            });
    thread.start();
    runner = thread;
    return thread;
  }

  private @Nullable Object next() throws InterruptedException {
    return outputs.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private static void awaitStandstill(Thread thread) {
    while (thread.getState() == Thread.State.RUNNABLE || thread.getState() == Thread.State.NEW) {
      Thread.onSpinWait();
    }
  }

  private void assertEnds(Thread thread) throws InterruptedException {
    thread.join(PATIENCE.toMillis());
    assertThat(thread.isAlive()).isFalse();
  }

  @AfterEach
  void endThread() throws InterruptedException {
    handle.stop();
    if (runner != null) {
      runner.join();
    }
  }

  @Test
  void emitsInOrderAndLosesNothingAfterClose() throws Exception {
    NodeInstance node = open(Map.of());
    for (long i = 0; i < 100; i++) {
      assertThat(handle.offer(i)).isTrue();
    }
    handle.close();
    assertThat(handle.offer(100L)).isFalse();
    assertEnds(run(node));
    assertThat(outputs)
        .containsExactlyElementsIn(LongStream.range(0, 100).boxed().toList())
        .inOrder();
  }

  @Test
  void takesWhatSeveralThreadsOfferAtOnce() throws Exception {
    Thread run = run(open(Map.of("buffer_size", 4L)));
    List<Thread> offering = new ArrayList<>();
    for (long first = 0; first < 4; first++) {
      long from = first * 1000;
      offering.add(
          new Thread(() -> LongStream.range(from, from + 1000).forEach(this::offerPatiently)));
    }
    offering.forEach(Thread::start);
    for (Thread thread : offering) {
      thread.join();
    }
    handle.close();
    assertEnds(run);
    assertThat(outputs).containsExactlyElementsIn(LongStream.range(0, 4000).boxed().toList());
    for (long first = 0; first < 4; first++) {
      long from = first * 1000;
      assertThat(outputs.stream().filter(each -> (long) each / 1000 == from / 1000).toList())
          .isInOrder();
    }
  }

  private void offerPatiently(long item) {
    try {
      if (!handle.offer(item, PATIENCE)) {
        throw new IllegalStateException("refused " + item);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void takesOnlyAsManyAsMayWait() throws Exception {
    NodeInstance node = open(Map.of("buffer_size", 2L));
    assertThat(handle.offer(1L)).isTrue();
    assertThat(handle.offer(2L)).isTrue();
    assertThat(handle.offer(3L)).isFalse();
    assertThat(handle.offer(3L, Duration.ofMillis(5))).isFalse();
    run(node);
    assertThat(next()).isEqualTo(1L);
    assertThat(handle.offer(3L, PATIENCE)).isTrue();
  }

  @Test
  void takesNothingBeforeItIsOpen() throws Exception {
    assertThat(handle.offer(1L)).isFalse();
    NodeInstance node = open(Map.of());
    assertThat(handle.offer(2L)).isTrue();
    run(node);
    assertThat(next()).isEqualTo(2L);
  }

  @Test
  void endsWhenNothingCameForTheTimeout() throws Exception {
    Thread run = run(open(Map.of("timeout_seconds", 2.5)));
    assertThat(handle.offer("a")).isTrue();
    assertThat(next()).isEqualTo("a");
    context.pass(Duration.ofMillis(2400), handle);
    assertThat(handle.offer("b")).isTrue(); // and the time begins anew
    assertThat(next()).isEqualTo("b");
    context.pass(Duration.ofMillis(2400), handle);
    assertThat(handle.offer("c")).isTrue();
    assertThat(next()).isEqualTo("c");
    context.pass(Duration.ofMillis(2500), handle);
    assertEnds(run);
    assertThat(handle.offer("late")).isFalse();
    assertThat(outputs).isEmpty();
  }

  @Test
  void theTimeBeforeTheRunDoesNotCount() throws Exception {
    NodeInstance node = open(Map.of());
    context.pass(Duration.ofMinutes(10));
    Thread run = run(node);
    awaitStandstill(run);
    assertThat(handle.offer("a")).isTrue();
    assertThat(next()).isEqualTo("a");
  }

  @Test
  void zeroWaitsForEver() throws Exception {
    Thread run = run(open(Map.of("timeout_seconds", 0L)));
    assertThat(handle.offer("a")).isTrue();
    assertThat(next()).isEqualTo("a");
    context.pass(Duration.ofDays(10_000), handle);
    assertThat(handle.offer("b")).isTrue();
    assertThat(next()).isEqualTo("b");
    handle.close();
    assertEnds(run);
  }

  @Test
  void aRunThatStopsWakesTheNodeAndWhoeverOffers() throws Exception {
    Thread run = run(open(Map.of("timeout_seconds", 0L)));
    assertThat(handle.offer("a")).isTrue();
    assertThat(next()).isEqualTo("a");
    awaitStandstill(run);
    long start = System.nanoTime();
    context.stop();
    assertEnds(run);
    assertThat(System.nanoTime() - start).isLessThan(Duration.ofSeconds(5).toNanos());
    assertThat(handle.offer("b")).isFalse();
    assertThat(handle.offer("b", PATIENCE)).isFalse();
  }

  @Test
  void whoeverWaitsForRoomIsToldOfTheEnd() throws Exception {
    NodeInstance node = open(Map.of("buffer_size", 1L));
    assertThat(handle.offer("a")).isTrue();
    BlockingQueue<Boolean> answers = new LinkedBlockingQueue<>();
    Thread offering =
        new Thread(
            () -> {
              try {
                answers.add(handle.offer("b", PATIENCE));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    offering.start();
    awaitStandstill(offering);
    node.close();
    assertThat(answers.poll(10, TimeUnit.SECONDS)).isFalse();
    offering.join();
  }

  @Test
  void nobodyWhoWantsNoMoreGetsMore() {
    NodeInstance node = open(Map.of());
    handle.offer(1L);
    handle.offer(2L);
    node.flush(
        item -> {
          outputs.add(item == null ? "none" : item);
          return false;
        });
    assertThat(outputs).containsExactly(1L);
  }

  @Test
  void anInterruptIsAFailure() throws Exception {
    Thread run = run(open(Map.of()));
    awaitStandstill(run);
    run.interrupt();
    assertEnds(run);
    assertThat(thrown).isInstanceOf(NodeException.class);
  }

  @Test
  void refusesWhatIsNoItem() {
    open(Map.of());
    NodeException none = assertThrows(NodeException.class, () -> handle.offer(null));
    assertThat(none.kind()).isEqualTo(ErrorKind.INVALID);
    ValueException other =
        assertThrows(ValueException.class, () -> handle.offer(List.of(1, new Object())));
    assertThat(other.kind()).isEqualTo(ErrorKind.TYPE);
    assertThat(other).hasMessageThat().contains("[1]");
  }

  @Test
  void itemsBecomePortable() throws Exception {
    NodeInstance node = open(Map.of());
    handle.offer(3);
    handle.close();
    assertEnds(run(node));
    assertThat(outputs).containsExactly(3L);
  }

  @Test
  void withoutAHandleItSaysHowToGiveOne() {
    NodeInstance node = new DataSourceNodeFactory().create(Map.of());
    NodeException e = assertThrows(NodeException.class, () -> node.open(new HostContext(null)));
    assertThat(e.kind()).isEqualTo(ErrorKind.STATE);
    assertThat(e).hasMessageThat().contains("Pipeline.load(file).with(\"it\", new DataSource())");
    assertThat(e).hasMessageThat().contains("`graft run` has none");
  }

  @Test
  void aHandleIsGoodForOneNode() {
    open(Map.of());
    NodeException e = assertThrows(NodeException.class, () -> open(Map.of()));
    assertThat(e.kind()).isEqualTo(ErrorKind.STATE);
  }
}
