package dev.graft.bench;

import static com.google.common.truth.Truth.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StartSectionTest {
  private static final double MILLI = 1e6;

  @Test
  void targetsAreJudgedAndWhatWasNotMeasuredIsSaid() {
    List<Double> many = Collections.nCopies(99, 0.1 * MILLI);
    StartSection section =
        new StartSection(
            Map.of(
                StartBench.Mode.INTERPRETER, List.of(4000 * MILLI),
                StartBench.Mode.AOT_CACHE, List.of(1000 * MILLI)),
            Map.of(
                StartBench.Mode.INTERPRETER,
                Map.of("new-1", List.of(70 * MILLI), "hand-out", many)),
            Map.of(
                "heap-100", List.of(40.0), "heap-500", List.of(41.0), "heap-1000", List.of(42.0)),
            Map.of(
                "forked-hello", List.of(4 * MILLI),
                "forked-numpy-hello", List.of(16 * MILLI),
                "started-hello", List.of(200 * MILLI)));
    String text = section.markdown();
    assertThat(text).contains("| interpreter, AOT cache | 1.00 s");
    assertThat(text).contains("- **met**: first result with the AOT cache beside none");
    assertThat(text).contains("- **missed**: a new context, interpreter");
    assertThat(text).contains("- **met**: 99 % of the pool's hand-outs, interpreter");
    assertThat(text).contains("not measured: 99 % of the pool's hand-outs, optimizing runtime");
    assertThat(text).contains("not measured: a new context, optimizing runtime");
    assertThat(text).contains("| 1000 | 42 MiB |");
    assertThat(text).contains("| from the request to the hello | 4.00 ms");
    assertThat(text).contains("- **met**: a forked worker's hello, target");
    assertThat(text).contains("- **missed**: a forked worker's hello, with NumPy");
    assertThat(text).contains("not measured: first result of a worker after the start of the JVM");
  }
}
