package dev.graft.runtime.json;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.value.Portable;
import dev.graft.value.ValueException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is too deep or too large is an error that says so. */
final class TypedJsonLimitsTest {
  /** A tagged scalar inside is no level of its own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[|]",
        "`{\"a\":`|}",
        "`{\"$tuple\":[`|]}",
        "`{\"$map\":[[1,`|]]}",
        "`{\"$lit\":{\"$f\":`|}}",
        "`{\"$fset\":[`|]}",
        "`{\"$rec\":\"R\",\"f\":{\"x\":`|}}",
        "`{\"$rec\":\"R\",\"f\":{\"$lit\":{\"$x\":`|}}}",
        "`{\"$rec\":\"R\",\"f\":{\"$map\":[[{\"$u16\":\"d800\"},`|]]}}",
      })
  void takesDeepValuesAndRefusesDeeperOnes(String open, String close) throws JsonFormatException {
    String deep = open.repeat(1000) + "{\"$f\":\"1.0\"}" + close.repeat(1000);
    Object value = TypedJson.read(deep, "test");
    assertThat(TypedJson.write(value)).isEqualTo(deep);
    assertThat(Portable.check(value)).isSameInstanceAs(value);
    for (int levels : new int[] {1001, 5000}) {
      String tooDeep = open.repeat(levels) + "{\"$f\":\"1.0\"}" + close.repeat(levels);
      JsonFormatException e =
          assertThrows(JsonFormatException.class, () -> TypedJson.read(tooDeep, "test"));
      assertThat(e).hasMessageThat().contains("nested deeper than 1000 levels");
      assertThat(e.place()).startsWith("test:1:");
    }
    ValueException e =
        assertThrows(ValueException.class, () -> TypedJson.write(Collections.singletonList(value)));
    assertThat(e.fact()).contains("nested deeper than 1000 levels");
  }

  @Test
  void refusesToWriteAValueThatContainsItself() {
    List<Object> loop = new ArrayList<>();
    loop.add(loop);
    ValueException e = assertThrows(ValueException.class, () -> TypedJson.write(loop));
    assertThat(e.fact()).contains("part of itself");
    assertThrows(ValueException.class, () -> TypedJson.writePlain(loop));
  }

  @Test
  void refusesTooManyValues() throws JsonFormatException {
    String most = "[" + "0,".repeat(Portable.MAX_ITEMS - 2) + "0]";
    assertThat((List<?>) TypedJson.read(most, "test")).hasSize(Portable.MAX_ITEMS - 1);
    String more = "[" + "0,".repeat(Portable.MAX_ITEMS - 1) + "0]";
    JsonFormatException e =
        assertThrows(JsonFormatException.class, () -> TypedJson.read(more, "test"));
    assertThat(e).hasMessageThat().contains("more than 10000000 values");
    assertThat(e.place()).startsWith("test:1:");
  }

  /** Shared a hundred times over, it would be 2^100 values. */
  @Test
  void refusesToWriteTooManyValues() {
    Object dag = List.of(List.of());
    for (int i = 0; i < 100; i++) {
      dag = List.of(dag, dag);
    }
    Object value = dag;
    ValueException e = assertThrows(ValueException.class, () -> TypedJson.write(value));
    assertThat(e.fact()).contains("more than 10000000 values");
  }

  @Test
  void readsLongIntsSoon() throws JsonFormatException {
    BigInteger number = BigInteger.TEN.pow(200_000).subtract(BigInteger.ONE);
    assertThat(TypedJson.read(TypedJson.write(number), "test")).isEqualTo(number);
  }
}
