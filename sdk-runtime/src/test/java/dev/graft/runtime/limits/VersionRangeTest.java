package dev.graft.runtime.limits;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class VersionRangeTest {
  @Test
  void holdsTheVersionsBetweenItsBounds() {
    VersionRange range = new VersionRange(">=25.0 <26");
    assertThat(range.contains("GraalPy 25.0.3 (Interpreted)")).isTrue();
    assertThat(range.contains("GraalPy 26.0")).isFalse();
    assertThat(range.contains("GraalPy 24.2.1")).isFalse();
    assertThat(new VersionRange("*").contains("anything")).isTrue();
  }

  @Test
  void knowsWhatItCannotRead() {
    assertThat(new VersionRange(">=25.0 <26").isValid()).isTrue();
    assertThat(new VersionRange("about 25").isValid()).isFalse();
  }

  @Test
  void aStarStandsForAnythingAndAllElseForItself() {
    assertThat(new Glob("DIFF/float/*/out").matches("DIFF/float/ulp>4/out")).isTrue();
    assertThat(new Glob("state[*]").matches("state[*]")).isTrue();
    assertThat(new Glob("a.b").matches("axb")).isFalse();
  }
}
