package dev.graft.compat.subject;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class WellFormedTest {
  @Test
  void halfAPairIsSpelledOutAndAllElseStays() {
    assertThat(WellFormed.of("a\ud83d b\ude00")).isEqualTo("a\\ud83d b\\ude00");
    assertThat(WellFormed.of("\ud83d\ude00 $1 \\ é")).isEqualTo("\ud83d\ude00 $1 \\ é");
  }
}
