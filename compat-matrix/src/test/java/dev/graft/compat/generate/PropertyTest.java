package dev.graft.compat.generate;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PropertyTest {
  private final Property property =
      Property.of(PropertyTest.class, ValueGenerator.of(KnownTypes.NONE)).with(9, 2000);

  @Test
  void tellsTheSmallestValueAndHowToRepeatIt() {
    AssertionError e =
        assertThrows(
            AssertionError.class,
            () ->
                property.holds(
                    value -> {
                      if (value instanceof List<?> list && list.size() > 1) {
                        throw new IllegalStateException("two items");
                      }
                    }));
    assertThat(e).hasMessageThat().containsMatch("seed 9, value \\d+ fails; shrunk in \\d+ runs");
    assertThat(e).hasMessageThat().contains("\n[null,null]\n");
    assertThat(e).hasMessageThat().contains("IllegalStateException: two items");
    assertThat(e)
        .hasMessageThat()
        .containsMatch(
            "-pl compat-matrix .*-Dtest=PropertyTest .*-Dgraft.seed=9 -Dgraft.first=\\d+"
                + " -Dgraft.values=1");
    assertThat(e).hasCauseThat().isInstanceOf(IllegalStateException.class);
  }

  /** Not the smallest value that fails somehow: that would be another fault. */
  @Test
  void shrinksToAFailureOfTheSameKind() {
    AssertionError e =
        assertThrows(
            AssertionError.class,
            () ->
                property.holds(
                    value -> {
                      if (value instanceof Bytes bytes && bytes.size() > 2) {
                        throw new IllegalStateException("long bytes");
                      } else if (value instanceof Bytes bytes && bytes.size() == 2) {
                        throw new IllegalArgumentException("bytes");
                      }
                    }));
    String text = String.valueOf(e.getMessage());
    assertThat(text).contains(text.contains("long bytes") ? "\"AAAA\"" : "\"AAA=\"");
  }

  @Test
  void checksAsManyValuesAsAreAskedFor() {
    List<Object> seen = new ArrayList<>();
    property.with(1, 321).holds(value -> seen.add(String.valueOf(value)));
    assertThat(seen).hasSize(321);
  }
}
