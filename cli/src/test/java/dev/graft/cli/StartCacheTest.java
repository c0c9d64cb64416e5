package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.runtime.backend.BackendStatus.Fact;
import org.junit.jupiter.api.Test;

final class StartCacheTest {
  @Test
  void aCacheThatTheJvmTakesIsGood() {
    assertThat(StartCache.fact("/x/python-1.aot", null))
        .isEqualTo(Fact.good("quick start", "from /x/python-1.aot"));
    assertThat(StartCache.fact(null, "making").good()).isTrue();
  }

  @Test
  void whereThereIsNoneTheAdviceDependsOnWhy() {
    assertThat(StartCache.fact(null, "none").advice()).contains("graft run");
    assertThat(StartCache.fact(null, "unwritable").advice()).contains("cli/target/launch");
    assertThat(StartCache.fact(null, null).advice()).contains("./graft");
  }
}
