package dev.graft.compat.compare;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.corpus.Tolerance;
import dev.graft.runtime.json.TypedJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grade and the class of each kind of difference. Values are written as typed JSON. */
final class ValueComparatorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1                              | 1
          {"$f":"nan"}                   | {"$f":"nan"}
          {"$f":"inf"}                   | {"$f":"inf"}
          {"$f":"-0.0"}                  | {"$f":"-0.0"}
          {"$i":"9223372036854775808"}   | {"$i":"9223372036854775808"}
          "😀"                           | "\\ud83d\\ude00"
          {"$tuple":[1,[2]]}             | {"$tuple":[1,[2]]}
          {"a":null}                     | {"a":null}
          {"$b":"AP8="}                  | {"$b":"AP8="}
          """)
  void isExact(String expected, String actual) throws Exception {
    Comparison comparison = compare(expected, actual, Tolerance.NONE);
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.grade()).isEqualTo(Grade.EXACT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1                            | {"$f":"1.0"}                | type/int-vs-float        | different
          {"$f":"1.0"}                 | 1                           | type/float-vs-int        | different
          true                         | 1                           | type/bool-vs-int         | different
          0                            | false                       | type/int-vs-bool         | different
          null                         | 0                           | type/none-vs-int         | different
          1                            | "1"                         | type/int-vs-str          | different
          []                           | {}                          | type/list-vs-dict        | different
          {"$i":"9223372036854775808"} | {"$i":"-9223372036854775808"} | int/wrapped-64         | different
          4294967296                   | 0                           | int/wrapped-32           | different
          7                            | -7                          | int/sign                 | different
          7                            | 8                           | int/off-by-one           | different
          7                            | 12                          | int/value                | different
          {"$i":"9007199254740993"}    | 9007199254740992            | int/rounded-to-double    | different
          {"$f":"0.0"}                 | {"$f":"-0.0"}               | float/signed-zero        | close
          {"$f":"1.0"}                 | {"$f":"1.0000000000000002"} | float/ulp<=4             | close
          {"$f":"1.0"}                 | {"$f":"1.000000000000002"}  | float/ulp>4              | different
          {"$f":"0.1"}                 | {"$f":"0.10000000149011612"} | float/rounded-to-float32 | different
          {"$f":"2.5"}                 | {"$f":"-2.5"}               | float/sign               | different
          {"$f":"nan"}                 | {"$f":"1.0"}                | float/nan-vs-number      | different
          {"$f":"1.0"}                 | {"$f":"inf"}                | float/inf-vs-number      | different
          {"$tuple":[1]}               | [1]                         | seq/tuple-vs-list        | equal
          [1]                          | {"$tuple":[1]}              | seq/list-vs-tuple        | equal
          [1,2]                        | [1]                         | seq/length               | different
          [1,2,3]                      | [3,2,1]                     | seq/order                | different
          {"a":1,"b":2}                | {"b":2,"a":1}               | map/order                | equal
          {"a":1}                      | {}                          | map/missing-key          | different
          {}                           | {"a":1}                     | map/extra-key            | different
          {"$map":[[1,"x"]]}           | {"1":"x"}                   | map/key-type             | different
          "\\u00e9"                    | "e\\u0301"                 | str/nfc-equal            | different
          "b😀a"                       | {"$u16":"0062de00d83d0061"} | str/utf16-order          | different
          "abc"                        | "cba"                       | str/order                | different
          "Ab"                         | "ab"                        | str/case                 | different
          "a "                         | "a"                         | str/whitespace           | different
          "1e-05"                      | "1.0E-5"                    | str/number-text          | different
          "a😀"                        | "a?"                        | str/replaced-characters  | different
          "cat"                        | "dog"                       | str/value                | different
          {"$b":"AA=="}                | {"$b":"AQ=="}               | bytes/value              | different
          {"$b":"AA=="}                | {"$b":"AAA="}               | bytes/length             | different
          true                         | false                       | bool/value               | different
          """)
  void isNotExact(String expected, String actual, String kind, String grade) throws Exception {
    Comparison comparison = compare(expected, actual, Tolerance.NONE);
    Difference first = comparison.first().orElseThrow();
    assertThat(first.kind()).isEqualTo(kind);
    assertThat(comparison.grade().text()).isEqualTo(grade);
    assertThat(comparison.passes()).isFalse();
    assertThat(Explanations.of(kind).cause()).isNotEqualTo("The values differ.");
  }

  @Test
  void aDifferenceInsideHasItsPathAndASignatureWithoutIndexes() throws Exception {
    Difference first =
        compare("[{\"mean\":1},{\"mean\":2}]", "[{\"mean\":1},{\"mean\":3}]", Tolerance.NONE)
            .first()
            .orElseThrow();
    assertThat(first.path()).isEqualTo("out[1].mean");
    assertThat(Signature.of(first)).isEqualTo("DIFF/int/off-by-one/out[*].mean");
  }

  @Test
  void aToleranceInUlpPassesAsCloseAndNoFurther() throws Exception {
    Tolerance one = new Tolerance(1, 0, Tolerance.Required.EXACT, "for the test");
    String next = "{\"$f\":\"1.0000000000000002\"}";
    Comparison near = compare("{\"$f\":\"1.0\"}", next, one);
    assertThat(near.passes()).isTrue();
    assertThat(near.grade()).isEqualTo(Grade.CLOSE);
    assertThat(near.worstUlp()).isEqualTo(1);
    assertThat(compare("{\"$f\":\"1.0\"}", "{\"$f\":\"1.0000000000000004\"}", one).passes())
        .isFalse();
    assertThat(compare("{\"$f\":\"0.0\"}", "{\"$f\":\"-0.0\"}", one).passes()).isFalse();
    assertThat(compare("1", "{\"$f\":\"1.0\"}", one).passes()).isFalse();
  }

  @Test
  void aLowerGradeMustBeAskedFor() throws Exception {
    Tolerance equal = new Tolerance(0, 0, Tolerance.Required.EQUAL, "for the test");
    assertThat(compare("[1]", "{\"$tuple\":[1]}", equal).passes()).isTrue();
    assertThat(compare("[1]", "{\"$tuple\":[1]}", Tolerance.NONE).passes()).isFalse();
    assertThat(compare("{\"$f\":\"0.0\"}", "{\"$f\":\"-0.0\"}", equal).passes()).isFalse();
  }

  private static Comparison compare(String expected, String actual, Tolerance tolerance)
      throws Exception {
    return ValueComparator.compare(
        "out", TypedJson.read(expected, "a"), TypedJson.read(actual, "b"), tolerance);
  }
}
