package dev.graft.runtime.json;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.value.Bytes;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypedJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null",
        "true",
        "0",
        "-7",
        "9007199254740992",
        "`{\"$i\":\"9007199254740993\"}`",
        "`{\"$i\":\"-18446744073709551616\"}`",
        "`{\"$f\":\"1.0\"}`",
        "`{\"$f\":\"-0.0\"}`",
        "`{\"$f\":\"nan\"}`",
        "`{\"$f\":\"-inf\"}`",
        "`{\"$f\":\"1e+16\"}`",
        "`\"a\\nb\"`",
        "`{\"$u16\":\"0061d800\"}`",
        "`{\"$b\":\"AP8=\"}`",
        "`[1,[],{}]`",
        "`{\"$tuple\":[1,{\"$tuple\":[]}]}`",
        "`{\"b\":1,\"a\":{\"$f\":\"2.5\"}}`",
        "`{\"$map\":[[1,\"a\"],[null,\"b\"],[{\"$tuple\":[1,2]},\"c\"]]}`",
        "`{\"$lit\":{\"$f\":\"text\",\"x\":{\"$f\":\"1.0\"}}}`",
      })
  void writesExactlyWhatItReads(String text) throws JsonFormatException {
    assertThat(TypedJson.write(TypedJson.read(text, "test"))).isEqualTo(text);
  }

  @Test
  void readsOrdinaryJsonByItsLooks() throws JsonFormatException {
    assertThat(TypedJson.read("[1.5, 1, 1e2, 123456789012345678901]", "test"))
        .isEqualTo(List.of(1.5, 1L, 100.0, new BigInteger("123456789012345678901")));
  }

  @Test
  void keepsTheTypesOfThreeKindsOfOne() throws JsonFormatException {
    List<@Nullable Object> ones = Arrays.asList(1L, 1.0, true);

    assertThat(TypedJson.read(TypedJson.write(ones), "test")).isEqualTo(ones);
    assertThat(TypedJson.write(ones)).isEqualTo("[1,{\"$f\":\"1.0\"},true]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`{\"a\": }`|in.jsonl:7:7",
        "`[1, 2`|in.jsonl:7:",
        "`{\"$f\": 1}`|\"$f\" is followed by a text",
        "`{\"$x\": 1}`|unknown tag \"$x\"; known are $f",
        "`{\"$f\":\"1.0\",\"b\":1}`|has no other key",
        "`{\"a\":1,\"$b\":1}`|looks like a tag",
        "`{\"a\":1,\"a\":2}`|Duplicate",
        "`1 2`|expected the end",
        "`1e999`|too large",
        "`{\"$b\":\"*\"}`|base64",
        "`{\"$u16\":\"00\"}`|four hex digits",
        "`{\"$map\":[[1]]}`|pairs",
        "NaN|in.jsonl:7:",
      })
  void saysWhatIsWrongAndWhere(String text, String part) {
    JsonFormatException e =
        assertThrows(JsonFormatException.class, () -> TypedJson.read(text, "in.jsonl", 7));

    assertThat(e).hasMessageThat().contains(part);
    assertThat(e.place()).startsWith("in.jsonl:7");
  }

  @Test
  void writesOrdinaryJsonOrRefuses() {
    Map<String, Object> dict = new LinkedHashMap<>();
    dict.put("n", 1.0);
    dict.put("big", BigInteger.TEN.pow(20));
    dict.put("$x", List.of("a"));

    assertThat(TypedJson.writePlain(dict))
        .isEqualTo("{\"n\":1.0,\"big\":100000000000000000000,\"$x\":[\"a\"]}");
    refusesPlain(Double.NaN, "nan");
    refusesPlain(Bytes.copyOf(new byte[1]), "bytes");
    refusesPlain(Tuple.of(1L), "a tuple");
    refusesPlain("\udc00", "a str with a lone surrogate");
    refusesPlain(Map.of(1L, "a"), "a dict with keys other than str");
    ValueException e =
        assertThrows(
            ValueException.class,
            () -> TypedJson.writePlain(Map.of("items", List.of(1L, Tuple.of()))));
    assertThat(e.in("out").path()).isEqualTo("out.items[1]");
  }

  private static void refusesPlain(Object value, String what) {
    ValueException e = assertThrows(ValueException.class, () -> TypedJson.writePlain(value));
    assertThat(e.fact()).startsWith("ordinary JSON cannot hold " + what);
  }
}
