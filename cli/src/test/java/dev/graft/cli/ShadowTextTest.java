package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.shadow.ShadowSummary;
import dev.graft.runtime.shadow.ShadowTotals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is counted says of what it is the number, and what is in none of the numbers. */
final class ShadowTextTest {
  private static final ShadowTotals.Latency LATENCY =
      new ShadowTotals.Latency(Duration.ofNanos(1000), Duration.ofNanos(2000));

  @Test
  void theNumbersSayWhatTheyCount() {
    ShadowTotals totals = new ShadowTotals(1, 0, 1, 0, 22, List.of(), LATENCY, LATENCY);
    ShadowSummary shadow =
        new ShadowSummary(
            "n",
            "node",
            BackendId.CPYTHON,
            BackendId.JAVA,
            totals,
            Optional.of("it took too long"));

    assertThat(ShadowText.of(List.of(shadow)))
        .containsExactly(
            "  n: java beside cpython: 2 compared, 1 call differs, 22 not compared as too much"
                + " waited or the candidate had to wait for the node's state; p99 2.0 and 2.0 µs",
            "    off: it took too long; what came later is in none of these")
        .inOrder();
  }
}
