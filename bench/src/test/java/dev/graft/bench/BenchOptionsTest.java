package dev.graft.bench;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.bench.BenchOptions.Suite;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BenchOptionsTest {
  @ParameterizedTest
  @EnumSource
  void eachSuiteCanBeAskedFor(Suite suite) {
    assertThat(BenchOptions.usage()).contains(suite.text());
    assertThat(BenchOptions.of(List.of("--full", suite.text())).suites()).containsExactly(suite);
  }

  @Test
  void aCaseIsOneOfTheGroups() {
    BenchOptions options = BenchOptions.of(List.of("peers", "counter"));
    assertThat(options.suites()).containsExactly(Suite.PEERS, Suite.GROUPS);
    assertThat(options.cases().stream().map(BenchCase::id)).containsExactly("counter");
  }

  @Test
  void whatIsUnknownIsNamed() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> BenchOptions.of(List.of("piers")));
    assertThat(e).hasMessageThat().isEqualTo("there is no suite, group or case \"piers\"");
  }
}
