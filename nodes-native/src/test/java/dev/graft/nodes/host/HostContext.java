package dev.graft.nodes.host;

import dev.graft.node.NodeContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A run as a node sees it: what it is given, a clock that is set by hand, and the end. */
final class HostContext implements NodeContext {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final @Nullable Object given;
  private final List<Runnable> wakes = new ArrayList<>();
  private volatile Instant now = Instant.EPOCH;
  private volatile Instant seen = Instant.MIN;

  HostContext(@Nullable Object given) {
    this.given = given;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Lets time pass, and waits until the node has seen it. */
  void pass(Duration time, DataSource handle) {
    pass(time);
    handle.look();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!seen.equals(now)) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("nobody looks at the clock");
      }
      Thread.onSpinWait();
    }
  }

  void stop() {
    wakes.forEach(Runnable::run);
  }

  @Override
  public String nodeId() {
    return "it";
  }

  @Override
  public Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        Instant read = now;
        seen = read;
        return read;
      }
    };
  }

  @Override
  public RandomGenerator random() {
    return new Random(1);
  }

  @Override
  public <H> Optional<H> handle(Class<H> type) {
    return Optional.ofNullable(given).map(type::cast);
  }

  @Override
  public void onStop(Runnable wake) {
    wakes.add(wake);
  }
}
