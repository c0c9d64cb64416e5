package dev.graft.render;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonWriterTest {
  @Test
  void writesTreesInOneWay() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("b", Arrays.asList(1L, 1.5, null, true));
    tree.put("a", Map.of());
    tree.put("quote\"", "line\nend\u0001\ud800");
    tree.put("none", List.of());

    assertThat(JsonWriter.write(tree))
        .isEqualTo(
            """
            {
              "b": [
                1,
                1.5,
                null,
                true
              ],
              "a": {},
              "quote\\"": "line\\nend\\u0001\\ud800",
              "none": []
            }
            """);
  }
}
