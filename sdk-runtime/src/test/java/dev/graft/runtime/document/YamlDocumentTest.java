package dev.graft.runtime.document;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.runtime.json.TypedJson;
import dev.graft.value.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** YAML means what the same JSON would, and what would surprise somebody is refused or a text. */
final class YamlDocumentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "1|1",
        "+1|1",
        "-0|0",
        "1.0|1.0",
        "-0.0|-0.0",
        ".5|0.5",
        "1.|1.0",
        "1e3|1000.0",
        "123456789012345678901234567890|123456789012345678901234567890",
        "0x10|16",
        "0o17|15",
        ".inf|{`$f`:`inf`}",
        "-.Inf|{`$f`:`-inf`}",
        ".nan|{`$f`:`nan`}",
        "true|true",
        "FALSE|false",
        "null|null",
        "'~'|`~`",
        "no|`no`",
        "on|`on`",
        "y|`y`",
        "1_000|`1_000`",
        "12:30:45|`12:30:45`",
        "2024-01-01|`2024-01-01`",
        "0b11|`0b11`",
        "1.2.3|`1.2.3`",
        "`1`|`1`",
        "'010'|`010`",
        "{$f: `1.0`}|1.0",
        "{$tuple: [1, a]}|{`$tuple`:[1,`a`]}",
        "{$b: AQI=}|{`$b`:`AQI=`}",
        "{1: a, on: b}|{`1`:`a`,`on`:`b`}",
      })
  void valuesMeanTheSameAsInJson(String yaml, String json) throws Exception {
    Object value = YamlDocument.read("v: " + yaml.replace('`', '"')).value();

    assertThat(TypedJson.write(((Map<?, ?>) Objects.requireNonNull(value)).get("v")))
        .isEqualTo(TypedJson.write(TypedJson.read(json.replace('`', '"'), "json")));
  }

  @Test
  void knowsWhereEverythingStands() throws DocumentException {
    Document document =
        YamlDocument.read(
            """
            # A comment
            $schema: {for: [editors]}
            a:
              - 1
              - b.c: yes
                d: {$tuple: [7, "x"]}
            e: |
              text
              more
            f: &here {g: 1}
            h: *here
            """);
    Spot spot = document.spot();

    assertThat(document.value())
        .isEqualTo(
            Map.of(
                "a",
                List.of(1L, Map.of("b.c", "yes", "d", Tuple.of(7L, "x"))),
                "e",
                "text\nmore\n",
                "f",
                Map.of("g", 1L),
                "h",
                Map.of("g", 1L)));
    assertThat(spot.find("a").key()).isEqualTo(new Position(3, 1));
    assertThat(spot.find("a").position()).isEqualTo(new Position(4, 3));
    assertThat(spot.find("a[1]").position()).isEqualTo(new Position(5, 5));
    assertThat(spot.find("a[1].b.c").position()).isEqualTo(new Position(5, 10));
    assertThat(spot.find("a[1].d[1]").position()).isEqualTo(new Position(6, 21));
    assertThat(spot.find("e").position()).isEqualTo(new Position(7, 4));
    assertThat(spot.find("h").key()).isEqualTo(new Position(11, 1));
    assertThat(spot.find("h.g").position()).isEqualTo(new Position(10, 14));
  }

  @Test
  void findsKeysThatStandTwice() throws DocumentException {
    assertThat(YamlDocument.read("a:\n  k: 1\n  \"k\": 2\n").repeated())
        .containsExactly(new Document.Repeated("a.k", new Position(2, 3), new Position(3, 3)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a: 010|1:4|010 is one number to some readers of YAML and another to others. Write it without the zero, or quote it.",
        "a: !!python/object:os.system x|1:4|tags are not read (!!python/object:os.system). Quote what is a text; write other types as in typed JSON, {$f: `1.0`}.",
        "a: !!str 1|1:4|tags are not read (!!str). Quote what is a text; write other types as in typed JSON, {$f: `1.0`}.",
        "a: !own [1]|1:4|tags are not read (!own). Quote what is a text; write other types as in typed JSON, {$f: `1.0`}.",
        "a: &x {b: 1}#c: {<<: *x}|2:5|`<<` is no part of YAML 1.2. Write the entries out, or alias the whole value.",
        "a: 1#---#b: 2|2:1|there is a second document. A file holds one; remove `---`.",
        "%YAML 1.1#---#a: 1|1:1|this is read as YAML 1.2. Remove the %YAML line.",
        "a: *x|1:4|there is no &x before this.",
        "a: &x [*x]|1:8|*x stands inside of what it names, which would never end.",
        "? [1]#: 2|1:3|a key is a text. Quote it if it looks like something else.",
        "a: &x k#*x : 1|2:1|a key cannot be an alias. Write it out.",
        "a:#\tb: 1|2:1|tabs cannot indent. Use blanks.",
        "a: b: c|1:5|a `:` cannot stand here. Indent the line below its key, or quote the text.",
        "a: 1#  b: 2|2:4|a `:` cannot stand here. Indent the line below its key, or quote the text.",
        "a:#    b: 1#  c: 2|3:3|this line is indented unlike those before it.",
        "a: [1, 2|1:9|the text ends, and a quotation mark or bracket before is not closed.",
        "a: `x|1:6|the text ends, and a quotation mark or bracket before is not closed.",
        "a: @x|1:4|a text cannot begin with this character. Quote it.",
        "a: {$f: x}|1:9|`x` is not a float, or too large for one.",
        "a: {$g: x}|1:9|unknown tag",
        "# nothing|1:1|expected a value, found nothing.",
      })
  void refusesWhatWouldSurprise(String yaml, String position, String fact) {
    DocumentException e =
        assertThrows(
            DocumentException.class,
            () ->
                YamlDocument.read(
                    yaml.startsWith("# ") ? yaml : yaml.replace('`', '"').replace('#', '\n')));

    assertThat(e.position() + " " + e.fact()).startsWith(position + " " + fact.replace('`', '"'));
  }

  @Test
  void laughsAreCountedBeforeTheyFillTheMemory() {
    StringBuilder yaml =
        new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 12; i++) {
      yaml.append("a%d: &a%d [".formatted(i, i))
          .append(("*a" + (i - 1) + ",").repeat(9))
          .append("]\n");
    }
    DocumentException e =
        assertThrows(DocumentException.class, () -> YamlDocument.read(yaml.toString()));

    assertThat(e.position().line()).isEqualTo(6);
    assertThat(e.fact()).contains("more than 100,000 values");
  }
}
