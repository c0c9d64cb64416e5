package dev.graft.compat.changes;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.speed.Interval;
import dev.graft.runtime.backend.BackendId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A loss must be large, and it must have been there before, to count. */
final class SpeedLossTest {
  @Test
  void theFirstSlowRunIsToldAndDoesNotCount() {
    assertThat(loss(List.of(8.0, 8.2), 3.0)).hasValue(false);
  }

  @Test
  void theSecondCounts() {
    assertThat(loss(List.of(8.0, 3.0), 3.1)).hasValue(true);
  }

  @Test
  void itCountsUntilMostRunsAreSlow() {
    assertThat(loss(List.of(8.0, 3.0, 3.0), 3.0)).hasValue(true);
    assertThat(loss(List.of(8.0, 8.0, 3.0, 3.0), 3.0)).hasValue(true);
    assertThat(loss(List.of(8.0, 3.0, 3.0, 3.0, 3.0), 3.0)).isEmpty();
  }

  @Test
  void aSlowRunBetweenFastOnesIsAnAccident() {
    assertThat(loss(List.of(8.0, 3.0), 8.0)).isEmpty();
    assertThat(loss(List.of(8.0, 3.0, 8.0), 3.0)).hasValue(false);
  }

  @Test
  void aSmallLossIsNone() {
    assertThat(loss(List.of(8.0, 6.0), 6.0)).isEmpty();
    assertThat(loss(List.of(8.0, 9.0), 20.0)).isEmpty();
    assertThat(loss(List.of(), 0.1)).isEmpty();
  }

  @Test
  void onlyTheSameNodeAndBackendAreBeside() {
    History before = new History(List.of(run("a", 0, BackendId.GRAALPY, 8.0)));

    assertThat(SpeedLoss.of(before, List.of(run("a", 1, BackendId.JAVA, 1.0)))).isEmpty();
    assertThat(SpeedLoss.of(before, List.of(run("b", 1, BackendId.GRAALPY, 1.0)))).isEmpty();
    assertThat(SpeedLoss.of(before, List.of(run("a", 1, BackendId.GRAALPY, 1.0)))).hasSize(1);
  }

  /** Whether the loss counts, if there is one. */
  private static Optional<Boolean> loss(List<Double> before, double now) {
    List<PastRun> runs = new ArrayList<>();
    before.forEach(speed -> runs.add(run("a", runs.size(), BackendId.JAVA, speed)));
    List<SpeedLoss> losses =
        SpeedLoss.of(new History(runs), List.of(run("a", runs.size(), BackendId.JAVA, now)));
    assertThat(losses.size()).isAtMost(1);
    return losses.stream().findFirst().map(SpeedLoss::again);
  }

  private static PastRun run(String node, int second, BackendId backend, double speed) {
    Interval interval = new Interval(speed, 0.9 * speed, 1.1 * speed);
    return new PastRun(
        Instant.ofEpochSecond(second), node, Map.of(), 1, 0, 0, Map.of(backend, interval));
  }
}
