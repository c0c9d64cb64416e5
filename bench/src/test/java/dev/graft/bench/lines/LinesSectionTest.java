package dev.graft.bench.lines;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.json.TypedJson;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinesSectionTest {
  private static final LinesSection SECTION =
      new LinesSection(1_000_000, "-Xmx128m", List.of(1500.0, 1600.0), List.of(1200.0, 1300.0));

  @Test
  void theTableComparesTheTwo() {
    assertThat(SECTION.markdown()).contains("1,000,000 lines a run");
    assertThat(SECTION.markdown()).contains("**met**: graft beside the loop by hand");
  }

  @Test
  void theResultsCanBeWritten() {
    assertThat(TypedJson.writePlain(SECTION.tree())).contains("\"lines\":1000000");
  }
}
