package dev.graft.compat.compare;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.compat.corpus.Tolerance;
import dev.graft.runtime.json.TypedJson;
import dev.graft.value.NdArray;
import dev.graft.value.Opaque;
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
          {"$set":[1,"a"]}               | {"$set":["a",1]}
          {"$map":[[{"$fset":[1,2]},3]]} | {"$map":[[{"$fset":[2,1]},3]]}
          {"$c":["nan","-0.0"]}          | {"$c":["nan","-0.0"]}
          {"$dec":"1.10"}                | {"$dec":"1.10"}
          {"$ts":"2024-01-01T00:00:00Z"} | {"$ts":"2024-01-01T00:00:00+00:00"}
          {"$rec":"P","f":{"x":1}}       | {"$rec":"P","f":{"x":1}}
          {"$nd":{"dtype":"<f4","shape":[1],"b64":"AADAfw=="}} | {"$nd":{"dtype":"<f4","shape":[1],"b64":"AQDAfw=="}}
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
          {"$set":[1]}                 | [1]                         | type/set-vs-list         | different
          {"$set":[1]}                 | {"$fset":[1]}               | type/set-vs-frozenset    | different
          {"$set":[1,2]}               | {"$set":[1]}                | set/missing-item         | different
          {"$set":[1]}                 | {"$set":[1,2]}              | set/extra-item           | different
          {"$set":[1]}                 | {"$set":[{"$f":"1.0"}]}     | set/item-type            | different
          {"$c":["1","2"]}             | {"$c":["1","2.0000000000000004"]} | float/ulp<=4       | close
          {"$c":["1","0"]}             | {"$c":["1","-0.0"]}         | float/signed-zero        | close
          {"$c":["1","2"]}             | {"$f":"1.0"}                | type/complex-vs-float    | different
          {"$dec":"1.10"}              | {"$dec":"1.1"}              | decimal/scale            | equal
          {"$dec":"1E+9999999999"}     | {"$dec":"10E+9999999998"}   | decimal/scale            | equal
          {"$dec":"0.00"}              | {"$dec":"0"}                | decimal/scale            | equal
          {"$dec":"-0.00"}             | {"$dec":"0"}                | decimal/signed-zero      | close
          {"$dec":"1"}                 | {"$dec":"-1.0"}             | decimal/sign             | different
          {"$dec":"0.1"}               | {"$dec":"0.1000000000000000055511151231257827021181583404541015625"} | decimal/rounded-to-double | different
          {"$dec":"0.3333333333"}      | {"$dec":"0.333"}            | decimal/rounded          | different
          {"$dec":"1"}                 | {"$dec":"2"}                | decimal/value            | different
          {"$dec":"1E+9999999999"}     | {"$dec":"2"}                | decimal/value            | different
          {"$dec":"NaN1"}              | {"$dec":"NaN"}              | decimal/payload          | equal
          {"$dec":"sNaN"}              | {"$dec":"NaN"}              | decimal/kind             | different
          {"$dec":"NaN"}               | {"$dec":"1"}                | decimal/number-vs-none   | different
          {"$dec":"Infinity"}          | {"$dec":"-Infinity"}        | decimal/sign             | different
          {"$dec":"1"}                 | 1                           | type/Decimal-vs-int      | different
          {"$date":"2024-02-29"}       | {"$date":"2024-03-01"}      | date/off-by-one          | different
          {"$date":"2024-02-29"}       | {"$date":"2024-03-29"}      | date/value               | different
          {"$date":"2024-02-29"}       | {"$dt":"2024-02-29T00:00"}  | type/date-vs-datetime    | different
          {"$dt":"2024-01-01T00:00"}   | {"$ts":"2024-01-01T00:00Z"} | datetime/naive-vs-aware  | different
          {"$ts":"2024-01-01T00:00Z"}  | {"$dt":"2024-01-01T00:00"}  | datetime/aware-vs-naive  | different
          {"$ts":"2024-01-01T00:00Z"}  | {"$ts":"2024-01-01T01:00+01:00"} | datetime/offset     | equal
          {"$ts":"2024-01-01T01:00+01:00"} | {"$ts":"2024-01-01T01:00[Europe/Berlin]"} | datetime/zone | equal
          {"$ts":"2024-01-01T00:00Z"}  | {"$ts":"2024-01-01T00:00+01:00"} | datetime/instant    | different
          {"$ts":"2024-10-27T02:30[Europe/Berlin]"} | {"$ts":"2024-10-27T02:30[Europe/Berlin][fold=1]"} | datetime/instant | different
          {"$ts":"2024-01-01T02:30[Europe/Berlin]"} | {"$ts":"2024-01-01T02:30[Europe/Berlin][fold=1]"} | datetime/fold | equal
          {"$dt":"2024-01-01T00:00[fold=1]"} | {"$dt":"2024-01-01T00:00"} | datetime/fold         | equal
          {"$dt":"2024-01-01T00:00"}   | {"$dt":"2024-01-01T05:30"}  | datetime/shifted         | different
          {"$dt":"2024-01-01T00:00:00.123456"} | {"$dt":"2024-01-01T00:00:00.123"} | datetime/truncated | different
          {"$dt":"2024-01-01T00:00:01"} | {"$dt":"2024-01-01T00:00:03"} | datetime/value        | different
          {"$ts":"2024-01-01T00:00[No/Such]"} | {"$ts":"2024-01-01T00:00Z"} | datetime/instant   | different
          {"$time":"12:00"}            | {"$time":"12:00Z"}          | time/naive-vs-aware      | different
          {"$time":"12:00Z"}           | {"$time":"13:00+01:00"}     | time/offset              | equal
          {"$time":"12:00"}            | {"$time":"12:00[fold=1]"}   | time/fold                | equal
          {"$time":"12:00:00.5"}       | {"$time":"12:00"}           | time/truncated           | different
          {"$dur":"1000"}              | {"$dur":"-1000"}            | timedelta/sign           | different
          {"$dur":"1000"}              | {"$dur":"0"}                | timedelta/truncated      | different
          {"$dur":"1000000000"}        | {"$dur":"3000000000"}       | timedelta/value          | different
          {"$uuid":"0e984725-c51c-4bf4-9960-e1c80e27aba0"} | {"$uuid":"0e984725-c51c-4bf4-9960-e1c80e27aba1"} | uuid/value | different
          {"$enum":["C","A"]}          | {"$enum":["C","B"]}         | enum/member              | different
          {"$enum":["C","A"]}          | {"$enum":["D","A"]}         | enum/type                | different
          {"$enum":["C","A"]}          | "A"                         | type/enum-vs-str         | different
          {"$rec":"P","f":{"x":1}}     | {"$rec":"Q","f":{"x":1}}    | record/type              | different
          {"$rec":"P","f":{"x":1}}     | {"$rec":"P","f":{}}         | record/missing-field     | different
          {"$rec":"P","f":{}}          | {"$rec":"P","f":{"x":1}}    | record/extra-field       | different
          {"$rec":"P","f":{"x":1}}     | {"$rec":"P","f":{"x":2}}    | int/off-by-one           | different
          {"$rec":"P","f":{"x":1,"y":2}} | {"$rec":"P","f":{"y":2,"x":1}} | record/order        | equal
          {"$rec":"P","f":{"x":1}}     | {"x":1}                     | type/record-vs-dict      | different
          {"$nd":{"dtype":"<i4","shape":[1],"b64":"AQAAAA=="}} | {"$nd":{"dtype":"<f4","shape":[1],"b64":"AQAAAA=="}} | array/dtype | different
          {"$nd":{"dtype":"<i4","shape":[1],"b64":"AQAAAA=="}} | {"$nd":{"dtype":"<i4","shape":[1,1],"b64":"AQAAAA=="}} | array/shape | different
          {"$nd":{"dtype":"<i4","shape":[1],"b64":"AQAAAA=="}} | {"$nd":{"dtype":">i4","shape":[1],"b64":"AAAAAQ=="}} | array/byte-order | equal
          {"$nd":{"dtype":"<i4","shape":[1],"b64":"AQAAAA=="}} | {"$nd":{"dtype":"<i4","shape":[1],"b64":"AgAAAA=="}} | int/off-by-one | different
          {"$nd":{"dtype":"<b1","shape":[1],"b64":"AQ=="}} | {"$nd":{"dtype":"<b1","shape":[1],"b64":"AA=="}} | bool/value | different
          {"$nd":{"dtype":"<f4","shape":[1],"b64":"AACAPw=="}} | {"$nd":{"dtype":"<f4","shape":[1],"b64":"AgCAPw=="}} | float/ulp<=4 | close
          {"$nd":{"dtype":"<f4","shape":[1],"b64":"AACAPw=="}} | {"$nd":{"dtype":"<f4","shape":[1],"b64":"EACAPw=="}} | float/ulp>4 | different
          {"$nd":{"dtype":"<f2","shape":[1],"b64":"ADw="}} | {"$nd":{"dtype":"<f2","shape":[1],"b64":"ATw="}} | float/ulp<=4 | close
          {"$nd":{"dtype":"<u8","shape":[1],"b64":"//////////8="}} | {"$nd":{"dtype":"<u8","shape":[1],"b64":"/v////////8="}} | int/off-by-one | different
          {"$nd":{"dtype":"<u1","shape":[],"b64":"AQ==","scalar":true}} | {"$nd":{"dtype":"<u1","shape":[],"b64":"AQ=="}} | array/scalar-vs-array | different
          {"$nd":{"dtype":"<u1","shape":[],"b64":"AQ=="}} | {"$nd":{"dtype":"<u1","shape":[],"b64":"AQ==","scalar":true}} | array/array-vs-scalar | different
          {"$nd":{"dtype":"<u1","shape":[],"b64":"AQ==","scalar":true}} | 1 | type/scalar-vs-int | different
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

  @Test
  void tellsOfAllElementsOfAnArrayAtOnce() {
    NdArray a = NdArray.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
    NdArray b = NdArray.of(new double[] {1, 2, Math.nextUp(3.0), 4, 5, Math.nextDown(6.0)}, 2, 3);
    Difference near = compare(a, b, Tolerance.NONE).first().orElseThrow();
    assertThat(near.path()).isEqualTo("out[0,2]");
    assertThat(near.expected()).isEqualTo("3.0");
    assertThat(near.detail()).isEqualTo("2 of 6 elements differ, at most 1 ulp");
    assertThat(Signature.of(near)).isEqualTo("DIFF/float/ulp<=4/out[*]");

    NdArray worse = NdArray.of(new double[] {1, 2, Math.nextUp(3.0), 4, 7, 6}, 2, 3);
    Tolerance one = new Tolerance(1, 0, Tolerance.Required.EXACT, "for the test");
    Difference far = compare(a, worse, one).first().orElseThrow();
    assertThat(far.path()).isEqualTo("out[1,1]");
    assertThat(far.kind()).isEqualTo("float/ulp>4");
    assertThat(compare(a, b, one).passes()).isTrue();
    assertThat(compare(a, b, one).worstUlp()).isEqualTo(1);
    assertThat(compare(a.transposed(), b.transposed(), Tolerance.NONE).first().orElseThrow().path())
        .isEqualTo("out[2,0]");
  }

  @Test
  void doesNotLookAtHowAnArrayLiesInMemory() {
    NdArray a = NdArray.of(new long[] {1, 2, 3, 4}, 2, 2);
    NdArray b = NdArray.of(new long[] {1, 3, 2, 4}, 2, 2).transposed();
    assertThat(compare(a, b, Tolerance.NONE).differences()).isEmpty();
  }

  @Test
  void neverTakesAnOpaqueReferenceForAPass() {
    Opaque opaque = new Opaque("host", 1, "Socket");
    Difference first = compare(opaque, opaque, Tolerance.NONE).first().orElseThrow();
    assertThat(first.kind()).isEqualTo("opaque/Socket");
    assertThat(first.tolerated()).isFalse();
    assertThat(compare(1L, opaque, Tolerance.NONE).first().orElseThrow().kind())
        .isEqualTo("opaque/value");
  }

  @Test
  void advisesToSortAListThatWasMadeOfASet() throws Exception {
    Comparison comparison = compare("{\"$set\":[1]}", "[1]", Tolerance.NONE);
    assertThat(comparison.first().orElseThrow().detail())
        .isEqualTo("a set has no order: emit it sorted");
  }

  private static Comparison compare(Object expected, Object actual, Tolerance tolerance) {
    return ValueComparator.compare("out", expected, actual, tolerance);
  }

  private static Comparison compare(String expected, String actual, Tolerance tolerance)
      throws Exception {
    return ValueComparator.compare(
        "out", TypedJson.read(expected, "a"), TypedJson.read(actual, "b"), tolerance);
  }
}
