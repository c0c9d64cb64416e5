package dev.graft.compat.bridge;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.Corpus;
import dev.graft.compat.corpus.Level;
import dev.graft.compat.corpus.Step;
import dev.graft.value.DType;
import dev.graft.value.NdArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class BridgeCasesTest {
  @Test
  void everyTypeGoesInAndComesOut() throws Exception {
    Set<String> into = types(BridgeCases.IN);

    assertThat(into)
        .containsAtLeast("none", "int", "str", "dict", "datetime", "dataclass", "array", "scalar");
    assertThat(types(BridgeCases.OUT)).isEqualTo(into);
    for (Case each : BridgeCases.all().cases()) {
      assertThat(each.level()).isEqualTo(Level.REQUIRED);
      assertThat(each.expect()).isPresent();
    }
  }

  private static Set<String> types(String direction) throws Exception {
    return BridgeCases.all().cases().stream()
        .map(Case::id)
        .filter(id -> id.endsWith(direction))
        .map(id -> id.substring(0, id.length() - direction.length()))
        .collect(Collectors.toSet());
  }

  @Test
  void everyTypeOfElementsIsThereInBothOrders() throws Exception {
    Set<String> there = new LinkedHashSet<>();
    for (Object value : values("array/in")) {
      if (value instanceof NdArray array) {
        there.add(array.typeText());
      }
    }

    for (DType type : DType.values()) {
      for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
        String text = NdArray.over(type, order, ByteBuffer.allocate(0), 0).typeText();
        assertWithMessage(text).that(there).contains(text);
      }
    }
  }

  private static List<?> values(String id) throws Exception {
    Corpus corpus = BridgeCases.all();
    Case found =
        corpus.cases().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    return found.steps().stream()
        .flatMap(step -> step instanceof Step.In in ? in.values().stream() : null)
        .toList();
  }
}
