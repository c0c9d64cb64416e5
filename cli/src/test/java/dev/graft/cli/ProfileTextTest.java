package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.run.NodeProfile;
import dev.graft.runtime.run.RunProfile;
import dev.graft.runtime.run.RunSummary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person reads of a profile. */
final class ProfileTextTest {
  @Test
  void aSmallPythonNodeIsNotWorthPorting() {
    assertThat(
            hints(node("big", BackendId.JAVA, 960, 10), node("small", BackendId.GRAALPY, 20, 10)))
        .containsExactly(
            "  → big: 98 % of the time: let several work side by side (\"parallelism\") if it has no state.",
            "  → small: 2 % of the time: porting it is not worth it.")
        .inOrder();
  }

  @Test
  void whereTheTimeGoesIsPortedFirst() {
    assertThat(hints(node("slow", BackendId.GRAALPY, 700, 500)).getFirst())
        .startsWith("  → slow: 100 % of the time: port it first");
    assertThat(hints(node("slow", BackendId.CPYTHON, 700, 500)).getFirst())
        .startsWith("  → slow: 100 % of the time: port it first");
  }

  @Test
  void shortCallsOfAWorkerAreMostlyTheWay() {
    assertThat(hints(node("short", BackendId.CPYTHON, 700, 40)).getFirst())
        .isEqualTo(
            "  → short: 100 % of the time, most of it the way to the worker: on graalpy, or in Java,"
                + " it would be gone.");
  }

  @Test
  void ifItIsReadingNoNodeIsToBlame() {
    RunProfile profile =
        new RunProfile(
            List.of(node("fast", BackendId.GRAALPY, 4, 1)),
            Duration.ofMillis(10),
            Duration.ofMillis(700),
            Duration.ofMillis(100));

    assertThat(ProfileText.hints(summary(profile), profile))
        .containsExactly(
            "  → reading and writing are 80 % of the time: no node can make this much faster.");
  }

  @Test
  void ifItIsStartingThatIsSaid() {
    RunProfile profile =
        new RunProfile(
            List.of(node("fast", BackendId.GRAALPY, 50, 1)),
            Duration.ofMillis(900),
            Duration.ZERO,
            Duration.ZERO);

    assertThat(ProfileText.hints(summary(profile), profile).getFirst())
        .isEqualTo("  → opening the nodes is 90 % of the time: it does not grow with the input.");
  }

  @Test
  void theTableIsAligned() {
    RunProfile profile =
        new RunProfile(
            List.of(
                node("a", BackendId.JAVA, 100, 1), node("longer", BackendId.GRAALPY, 300, 2000)),
            Duration.ofMillis(5),
            Duration.ofMillis(1),
            Duration.ofMillis(2));

    assertThat(ProfileText.of(summary(profile), profile).subList(0, 5))
        .containsExactly(
            "profile:",
            "  NODE    BACKEND  BUSY      SHARE  CALLS  MEDIAN  P99     STARVED  HELD UP",
            "  a       java     100.0 ms  25 %   1000   1.0 µs  2.0 µs  3.0 ms   4.00 s",
            "  longer  graalpy  300.0 ms  75 %   1000   2.0 ms  4.0 ms  3.0 ms   4.00 s",
            "  opening the nodes took 5.0 ms, reading 1.0 ms, writing 2.0 ms")
        .inOrder();
  }

  private static List<String> hints(NodeProfile... nodes) {
    RunProfile profile =
        new RunProfile(List.of(nodes), Duration.ZERO, Duration.ZERO, Duration.ZERO);
    return ProfileText.hints(summary(profile), profile);
  }

  private static RunSummary summary(RunProfile profile) {
    return new RunSummary(
        "x",
        1000,
        1000,
        List.of(),
        List.of(),
        Optional.of(profile),
        Duration.ofSeconds(1).toNanos());
  }

  private static NodeProfile node(String id, BackendId backend, long busyMs, long medianMicros) {
    Duration median = Duration.ofNanos(medianMicros * 1000);
    return new NodeProfile(
        List.of(id),
        backend,
        1000,
        Duration.ofMillis(busyMs),
        median,
        median.multipliedBy(2),
        Duration.ofMillis(3),
        Duration.ofSeconds(4));
  }
}
