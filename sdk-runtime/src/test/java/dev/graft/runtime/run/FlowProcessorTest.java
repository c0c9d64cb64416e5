package dev.graft.runtime.run;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.backend.BackendSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the rules of Reactive Streams do not say of pipelines; for them see the other test. */
@Timeout(60)
final class FlowProcessorTest {
  @TempDir Path folder = Path.of("");

  @Test
  void outputsComeInOrderAndThenTheEnd() throws Exception {
    Taker taker = new Taker(Long.MAX_VALUE);
    try (SubmissionPublisher<Object> source = new SubmissionPublisher<>()) {
      Flow.Processor<Object, Object> processor = processor();
      source.subscribe(processor);
      processor.subscribe(taker);
      for (long i = 0; i < 10_000; i++) {
        source.submit(i);
      }
    }
    assertThat(taker.end.get(30, TimeUnit.SECONDS)).isEqualTo("complete");
    assertThat(taker.outputs).hasSize(10_000);
    assertThat(taker.outputs.getLast()).isEqualTo(9_999L);
  }

  @Test
  void aFailureOfANodeGoesToTheSubscriber() throws Exception {
    Taker taker = new Taker(Long.MAX_VALUE);
    try (SubmissionPublisher<Object> source = new SubmissionPublisher<>()) {
      Flow.Processor<Object, Object> processor = processor();
      source.subscribe(processor);
      processor.subscribe(taker);
      source.submit(1L);
      source.submit(77_777L);
      assertThat(taker.end.get(30, TimeUnit.SECONDS).toString())
          .contains("node \"s\", step, item 1");
      assertThat(taker.outputs).containsExactly(1L, 77_777L).inOrder();
    }
  }

  @Test
  void aSecondSubscriberIsRefused() throws Exception {
    Flow.Processor<Object, Object> processor = processor();
    processor.subscribe(new Taker(1));
    Taker second = new Taker(1);
    processor.subscribe(second);

    assertThat(second.end.get(30, TimeUnit.SECONDS).toString()).contains("one subscriber");
  }

  private Flow.Processor<Object, Object> processor() throws Exception {
    Path file = folder.resolve("p.json");
    Files.writeString(
        file,
        """
        {"version": "1", "name": "fails", "nodes": [{"id": "s", "type": "fails-on", "params": {"n": 77777}}]}
        """);
    return Pipeline.load(file).open(new BackendSettings(folder, Optional.empty())).processor();
  }

  /** Takes all, and remembers how it ended. */
  private static final class Taker implements Flow.Subscriber<Object> {
    private final List<Object> outputs = new ArrayList<>();
    private final CompletableFuture<Object> end = new CompletableFuture<>();
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final long wants;

    Taker(long wants) {
      this.wants = wants;
    }

    @Override
    public void onSubscribe(Flow.@Nullable Subscription subscription) {
      subscribed.countDown();
      if (subscription != null) {
        subscription.request(wants);
      }
    }

    @Override
    public void onNext(Object output) {
      outputs.add(output);
    }

    @Override
    public void onError(Throwable failure) {
      end.complete(failure);
    }

    @Override
    public void onComplete() {
      end.complete("complete");
    }
  }
}
