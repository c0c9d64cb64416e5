package dev.graft.runtime.document;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.value.Tuple;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonDocumentTest {
  @Test
  void knowsWhereEverythingStands() throws DocumentException {
    Document document =
        JsonDocument.read(
            """
            {"$schema": "for editors", "a": [1,
              {"b.c": true, "d": {"$tuple": [7, "x"]}}],
             "a b": 2, "e": {"$lit": {"$f": 3}}}
            """);
    Spot spot = document.spot();

    assertThat(document.value())
        .isEqualTo(
            Map.of(
                "a",
                List.of(1L, Map.of("b.c", true, "d", Tuple.of(7L, "x"))),
                "a b",
                2L,
                "e",
                Map.of("$f", 3L)));
    assertThat(spot.position()).isEqualTo(new Position(1, 1));
    assertThat(spot.find("a").position()).isEqualTo(new Position(1, 33));
    assertThat(spot.find("a").key()).isEqualTo(new Position(1, 28));
    assertThat(spot.find("a[0]").position()).isEqualTo(new Position(1, 34));
    assertThat(spot.find("a[1]").key()).isEqualTo(new Position(2, 3));
    assertThat(spot.find("a[1].b.c").position()).isEqualTo(new Position(2, 11));
    assertThat(spot.find("a[1][\"b.c\"]").position()).isEqualTo(new Position(2, 11));
    assertThat(spot.find("a[1].d[1]").position()).isEqualTo(new Position(2, 37));
    assertThat(spot.find("a b").position()).isEqualTo(new Position(3, 9));
    assertThat(spot.find("e.$f").position()).isEqualTo(new Position(3, 33));
  }

  @Test
  void theLongestKeyIsMeant() throws DocumentException {
    Spot spot = JsonDocument.read("{\"b\": {\"c\": 1}, \"b.c\": 2, \"b.c.d\": 3}").spot();

    assertThat(spot.find("b.c").position()).isEqualTo(new Position(1, 24));
    assertThat(spot.find("b").position()).isEqualTo(new Position(1, 7));
  }

  @Test
  void whatIsMissingIsMissingInItsOwner() throws DocumentException {
    Spot spot = JsonDocument.read("{\"a\": [\n {\"b\": 1}]}").spot();

    assertThat(spot.find("a[0].c").position()).isEqualTo(new Position(2, 2));
    assertThat(spot.find("a[7].c").path()).isEqualTo("a");
    assertThat(spot.find("z").path()).isEmpty();
  }

  @Test
  void findsKeysThatStandTwice() throws DocumentException {
    Document document = JsonDocument.read("{\"a\": {\"k\": 1,\n \"k\": 2}, \"b\": {\"k\": 3}}");

    assertThat(document.repeated())
        .containsExactly(new Document.Repeated("a.k", new Position(1, 8), new Position(2, 2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{`a` 1}|1:6|expected `:` after the key, found `1`.",
        "{`a`: 1 `b`: 2}|1:9|a comma is missing before this text, or a quote ends the text before it too early.",
        "{`a`: 1 2}|1:9|expected `,` or `}`, found `2`.",
        "{`a` `b`: 2}|1:6|the `:` between the key and this text is missing.",
        "[1 2]|1:4|expected `,` or `]`, found `2`.",
        "{`a`: 1,}|1:9|nothing follows the comma before `}`. Remove the comma.",
        "[1,]|1:4|nothing follows the comma before `]`. Remove the comma.",
        "{a: 1}|1:2|expected a key in double quotes, found `a`.",
        "{'a': 1}|1:2|texts stand in double quotes (`), not in single ones.",
        "{`a`: True}|1:7|`True` is no JSON value. A text stands in double quotes; other words are true, false and null.",
        "{`a`: 1} // x|1:10|JSON has no comments. Remove it, or write the manifest in YAML.",
        "{`a`: [1|1:9|the text ends, and the [ that begins at 1:7 is not closed.",
        "{`a`: `x|1:9|the text ends, and the { that begins at 1:1 is not closed.",
        "|1:1|expected a value, found nothing.",
        "{`a`: ]}|1:7|expected a value, found `]`.",
        "[1]}|1:4|`}` closes what was not opened.",
        "{`a`: 01}|1:8|a number does not begin with a zero that does not count.",
        "{} {}|1:4|expected the end, found more after the value.",
        "{`a`: {`$f`: `x`}}|1:14|`x` is not a float, or too large for one.",
      })
  void saysWhatIsNoJson(String text, String position, String fact) {
    DocumentException e =
        assertThrows(
            DocumentException.class,
            () -> JsonDocument.read(text == null ? "" : text.replace('`', '"')));

    assertThat(e.position().toString() + " " + e.fact())
        .isEqualTo(position + " " + fact.replace('`', '"'));
  }

  @Test
  void saysWhereALineIsNotClosed() {
    DocumentException e =
        assertThrows(DocumentException.class, () -> JsonDocument.read("{\"a\": \"x\n}"));

    assertThat(e.position().line()).isEqualTo(1);
    assertThat(e.fact()).contains("its closing quote is missing");
  }
}
