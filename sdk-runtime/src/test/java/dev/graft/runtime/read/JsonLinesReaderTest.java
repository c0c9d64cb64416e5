package dev.graft.runtime.read;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import dev.graft.runtime.run.InputException;
import dev.graft.runtime.write.JsonLinesWriter;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonLinesReaderTest {
  private static final String[] VALUES = {
    "1",
    "-12",
    "1.5",
    "1e3",
    "\"ä\\n😀\"",
    "null",
    "true",
    "[]",
    "{}",
    "[1, [2, {\"a\": 3}]]",
    "{\"a\": 1, \"b\": \"x\"}",
    "{\"$tuple\": [1, 2]}",
    "{\"$f\": \"nan\"}",
    "{\"$i\": \"9007199254740993\"}",
    "{\"$rec\": \"m.P\", \"f\": {\"x\": 1}}",
    "{\"$map\": [[1, 2]]}",
    "{\"$lit\": {\"$x\": 1}}",
    "{\"$b\": \"AP8=\"}",
    "123456789012345678901234567890"
  };
  private static final int SEEDS = 1000;

  @Test
  void readsWhatTheReaderOfTextsReadsWhateverTheChunks() throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      List<@Nullable Object> expected = new ArrayList<>();
      for (int i = random.nextInt(20); i > 0; i--) {
        String value = VALUES[random.nextInt(VALUES.length)];
        expected.add(TypedJson.read(value, "x"));
        text.append(value).append(random.nextBoolean() ? "\n" : " \r\n\n");
      }
      String whole = random.nextBoolean() ? text.toString().stripTrailing() : text.toString();
      byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
      assertWithMessage("seed %s", seed)
          .that(all(new JsonLinesReader(new Dripping(bytes, seed, 11), "x", 1000)))
          .isEqualTo(expected);
    }
  }

  /** The message is the one that a text by itself gets, with the number of the line. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": oops}",
        "{\"a\"",
        "{",
        "[1, ",
        "\"abc",
        "1 2",
        "[1] x",
        "{\"a\": 1, \"a\": 2}",
        "tru",
        "{\"$tuple\": [1]",
        "{\"$tuple\": 1}",
        "{\"$nothing\": 1}",
        "{\"$rec\": \"m.P\"",
        "{\"$rec\": \"m.P\", \"g\": 1}",
        "{\"$lit\": {\"$x\"",
        "{\"$nd\": {",
        "{\"$map\": [[1",
        "1e999",
        "01",
        "{\"$c\": [\"1\""
      })
  void saysWhatIsWrongAndWhere(String wrong) throws IOException {
    String message =
        assertThrows(JsonFormatException.class, () -> TypedJson.read(wrong, "x", 3)).getMessage();
    byte[] bytes = ("1\n\n" + wrong + "\n2\n").getBytes(StandardCharsets.UTF_8);
    JsonLinesReader reader = new JsonLinesReader(new ByteArrayInputStream(bytes), "x", 1000);

    assertThat(reader.next()).isTrue();
    assertThat(assertThrows(InputException.class, reader::next))
        .hasMessageThat()
        .isEqualTo(message);
    assertThat(reader.next()).isTrue();
    assertThat(reader.value()).isEqualTo(2L);
  }

  @Test
  void whatIsRefusedLeavesNothingBehind() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonLinesWriter writer = new JsonLinesWriter(out, true)) {
      writer.write(Map.of("a", 1L));
      assertThrows(
          ValueException.class, () -> writer.write(List.of(1L, List.of(Tuple.of(1L, 2L)))));
      writer.write(List.of(1.5, "ä😀"));
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}\n[1.5,\"ä😀\"]\n");
  }

  private static List<@Nullable Object> all(ItemReader reader) throws IOException {
    List<@Nullable Object> values = new ArrayList<>();
    while (reader.next()) {
      values.add(reader.value());
    }
    return values;
  }
}
