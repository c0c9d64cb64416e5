package dev.graft.runtime.run;

import dev.graft.runtime.backend.Footprint;
import dev.graft.runtime.queue.Bell;
import dev.graft.runtime.queue.Ring;
import dev.graft.runtime.queue.Room;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline between a publisher and one subscriber, by the rules of Reactive Streams. The run has
 * a thread of its own, which starts when there are both; it asks the publisher for as many items as
 * it has room for, and waits while the subscriber wants no output.
 */
final class FlowProcessor implements Flow.Processor<Object, Object> {
  private static final Room ROOM = Room.BETWEEN_THREADS;

  private final Pipeline pipeline;
  private final AtomicReference<Flow.@Nullable Subscription> upstream = new AtomicReference<>();
  private final AtomicReference<Flow.@Nullable Subscriber<? super Object>> downstream =
      new AtomicReference<>();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicLong demand = new AtomicLong();
  private final Bell wanted = new Bell();
  private final Bell arrived = new Bell();
  private final Ring items = new Ring(ROOM, Footprint::of, new Bell(), arrived);
  private volatile boolean subscribed;
  private volatile boolean cancelled;
  private volatile @Nullable Throwable refused;
  private volatile @Nullable Throwable upstreamFailure;

  FlowProcessor(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    if (!upstream.compareAndSet(null, Objects.requireNonNull(subscription))) {
      subscription.cancel();
      return;
    }
    if (cancelled) {
      subscription.cancel();
    } else {
      startIfReady();
    }
  }

  @Override
  public void onNext(Object item) {
    items.put(Objects.requireNonNull(item));
  }

  @Override
  public void onError(Throwable failure) {
    upstreamFailure = Objects.requireNonNull(failure);
    items.finish();
    startIfReady();
  }

  @Override
  public void onComplete() {
    items.finish();
    startIfReady();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Object> subscriber) {
    Objects.requireNonNull(subscriber);
    if (!downstream.compareAndSet(null, subscriber)) {
      subscriber.onSubscribe(new Nothing());
      subscriber.onError(
          new IllegalStateException("a pipeline is good for one run, so for one subscriber"));
      return;
    }
    subscriber.onSubscribe(new Demand());
    subscribed = true;
    startIfReady();
  }

  private void startIfReady() {
    boolean fed = upstream.get() != null || upstreamFailure != null;
    if (fed && subscribed && !cancelled && started.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("graft-run").start(this::run);
    }
  }

  @SuppressWarnings("IllegalCatch") // the subscriber is told
  private void run() {
    try {
      pipeline.run(new Items(), this::deliver);
    } catch (RunFailedException | RuntimeException | Error e) {
      end(upstreamFailure != null ? upstreamFailure : e);
      return;
    }
    end(refused);
  }

  private void end(@Nullable Throwable failure) {
    cancelUpstream();
    items.refuse();
    if (cancelled && refused == null) {
      downstream.set(null); // who has cancelled hears no more, and is let go
      return;
    }
    Flow.Subscriber<? super Object> subscriber = Objects.requireNonNull(downstream.get());
    if (failure != null) {
      subscriber.onError(failure);
    } else {
      subscriber.onComplete();
    }
  }

  private void deliver(@Nullable Object value) throws IOException {
    if (!wanted.await(() -> demand.get() > 0 || cancelled)) {
      throw new IOException("the thread of the run was interrupted");
    }
    if (cancelled) {
      return;
    }
    if (value == null) {
      throw new IOException(
          "the output none (null) cannot travel in a Flow; let the last node emit something else");
    }
    if (demand.get() != Long.MAX_VALUE) {
      demand.decrementAndGet();
    }
    Objects.requireNonNull(downstream.get()).onNext(value);
  }

  /** Ends the run, or sees that there will be none; the subscriber hears no more but why. */
  private void stop(@Nullable Throwable why) {
    refused = why;
    cancelled = true;
    items.refuse();
    items.finish();
    wanted.ring();
    pipeline.cancel();
    if (started.compareAndSet(false, true)) {
      pipeline.close();
      end(why);
    } else {
      cancelUpstream();
    }
  }

  private void cancelUpstream() {
    Flow.Subscription source = upstream.get();
    if (source != null) {
      source.cancel(); // means nothing to one that has ended
    }
  }

  /** What the subscriber says. */
  private final class Demand implements Flow.Subscription {
    @Override
    public void request(long count) {
      if (count <= 0) {
        stop(new IllegalArgumentException("request more than 0 items (rule 3.9), not " + count));
        return;
      }
      demand.accumulateAndGet(count, (now, more) -> now + more < 0 ? Long.MAX_VALUE : now + more);
      wanted.ring();
    }

    @Override
    public void cancel() {
      if (!cancelled) {
        stop(null);
      }
    }
  }

  /** For subscribers that come too late. */
  private static final class Nothing implements Flow.Subscription {
    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
  }

  /** The items of the publisher, of which some are always asked for ahead. */
  private final class Items implements ItemSource {
    private final List<@Nullable Object> batch = new ArrayList<>(ROOM.values());
    private int next;
    private long asked;
    private long got;
    private @Nullable Object value;

    @Override
    public boolean next() throws IOException {
      ask();
      while (next == batch.size()) {
        batch.clear();
        next = 0;
        if (items.drain(batch, ROOM.values()) == 0) {
          if (items.isFinished() || cancelled) {
            throwFailure();
            return false;
          }
          if (!arrived.await(() -> items.isReady() || items.isFinished() || cancelled)) {
            throw new IOException("the thread of the run was interrupted");
          }
        }
      }
      value = batch.get(next++);
      got++;
      return true;
    }

    private void ask() {
      Flow.Subscription source = upstream.get();
      long half = ROOM.values() / 2;
      if (source != null && asked - got <= half && !cancelled) {
        long more = ROOM.values() - (asked - got);
        asked += more;
        source.request(more);
      }
    }

    private void throwFailure() throws IOException {
      Throwable failure = upstreamFailure;
      if (failure != null && !cancelled) {
        throw new IOException("the publisher failed: " + failure.getMessage(), failure);
      }
    }

    @Override
    public @Nullable Object value() {
      return value;
    }
  }
}
