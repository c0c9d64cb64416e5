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
  void ofShortCallsOfAWorkerMostIsTheWay() {
    assertThat(hints(node("short", BackendId.CPYTHON, 700, 40, 100)).getFirst())
        .isEqualTo(
            "  → short: 100 % of the time, most of it the way to the worker: on graalpy, or in"
                + " Java, it would be gone.");
    assertThat(hints(node("busy", BackendId.CPYTHON, 700, 40, 600)).getFirst())
        .startsWith("  → busy: 100 % of the time: port it first");
  }

  @Test
  void ofLongCallsItIsWhatCrosses() {
    assertThat(hints(node("lists", BackendId.CPYTHON, 700, 4000, 100)).getFirst())
        .isEqualTo(
            "  → lists: 100 % of the time, most of it conversion: give it less, or arrays, which"
                + " are not copied, or port it.");
    assertThat(hints(node("lists", BackendId.GRAALPY, 700, 4000, 100)).getFirst())
        .isEqualTo(
            "  → lists: 100 % of the time, most of it conversion: give it less, put Python nodes"
                + " next to each other, or port it.");
  }

  @Test
  void ofShortCallsInThisProcessSeveralItemsCouldGoAtOnce() {
    assertThat(hints(node("short", BackendId.GRAALPY, 700, 2, 100)).getFirst())
        .isEqualTo(
            "  → short: 100 % of the time, most of it conversion: give it several items at once"
                + " (batcher), put Python nodes next to each other, or port it.");
  }

  @Test
  void aConversionThatIsShortIsNotSpokenOf() {
    assertThat(hints(node("first", BackendId.GRAALPY, 60, 2, 1)).getFirst())
        .startsWith("  → first: 100 % of the time: port it first");
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
                node("a", BackendId.JAVA, 100, 1),
                node("longer", BackendId.GRAALPY, 300, 2000, 240)),
            Duration.ofMillis(5),
            Duration.ofMillis(1),
            Duration.ofMillis(2));

    assertThat(ProfileText.of(summary(profile), profile).subList(0, 5))
        .containsExactly(
            "profile:",
            "  NODE    BACKEND  BUSY      SHARE  CONVERSION  CALLS  MEDIAN  P99     STARVED  HELD"
                + " UP",
            "  a       java     100.0 ms  25 %   -           1000   1.0 µs  2.0 µs  3.0 ms   4.00"
                + " s",
            "  longer  graalpy  300.0 ms  75 %   60.0 ms     1000   2.0 ms  4.0 ms  3.0 ms   4.00"
                + " s",
            "  opening the nodes took 5.0 ms, reading 1.0 ms, writing 2.0 ms")
        .inOrder();
  }

  @Test
  void nodesOfOneInterpreterHaveLinesOfTheirOwn() {
    NodeProfile chain =
        new NodeProfile(
            List.of("a", "longer"),
            BackendId.GRAALPY,
            10,
            Duration.ofMillis(200),
            List.of(Duration.ofMillis(20), Duration.ofMillis(100)),
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ZERO,
            Duration.ZERO);
    RunProfile profile =
        new RunProfile(List.of(chain), Duration.ZERO, Duration.ZERO, Duration.ZERO);

    assertThat(ProfileText.of(summary(profile), profile).subList(1, 5))
        .containsExactly(
            "  NODE      BACKEND  BUSY      SHARE  CONVERSION  CALLS  MEDIAN  P99     STARVED  HELD"
                + " UP",
            "  a+longer  graalpy  200.0 ms  100 %  80.0 ms     10     1.0 ms  2.0 ms  0.0 µs   0.0"
                + " µs",
            "    a                20.0 ms   10 %",
            "    longer           100.0 ms  50 %")
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
        List.of(),
        Optional.of(profile),
        Duration.ofSeconds(1).toNanos());
  }

  private static NodeProfile node(String id, BackendId backend, long busyMs, long medianMicros) {
    return node(id, backend, busyMs, medianMicros, List.of());
  }

  private static NodeProfile node(
      String id, BackendId backend, long busyMs, long medianMicros, long ownMs) {
    return node(id, backend, busyMs, medianMicros, List.of(Duration.ofMillis(ownMs)));
  }

  private static NodeProfile node(
      String id, BackendId backend, long busyMs, long medianMicros, List<Duration> own) {
    Duration median = Duration.ofNanos(medianMicros * 1000);
    return new NodeProfile(
        List.of(id),
        backend,
        1000,
        Duration.ofMillis(busyMs),
        own,
        median,
        median.multipliedBy(2),
        Duration.ofMillis(3),
        Duration.ofSeconds(4));
  }
}
