package dev.graft.render;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.RecordOf;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.value.Bytes;
import dev.graft.value.Complex;
import dev.graft.value.DateTime;
import dev.graft.value.Decimal;
import dev.graft.value.FrozenSet;
import dev.graft.value.NdArray;
import dev.graft.value.Time;
import dev.graft.value.Tuple;
import dev.graft.value.Zone;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The layout of schemas; what they accept is tested where a validator is at hand. */
final class JsonSchemaRendererTest {
  private static final ValueType COUNTED =
      new RecordOf(
          List.of(
              new RecordOf.Field("value", Scalar.ANY),
              new RecordOf.Field("count", new ValueType.OptionalOf(Scalar.INT))));

  @Test
  void aDocumentHoldsParametersPortsAndWhatTheyAreMadeOf() {
    assertThat(JsonSchemaRenderer.render(contract(Scalar.BYTES)))
        .isEqualTo(
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "$id": "urn:graft:node:counter:1.0",
              "title": "counter",
              "description": "Numbers the items.",
              "type": "object",
              "properties": {
                "first": {
                  "description": "The first number.",
                  "$ref": "#/$defs/Int",
                  "minimum": 0,
                  "default": 1
                }
              },
              "required": [],
              "additionalProperties": false,
              "$defs": {
                "in": {
                  "description": "What enters at \\"in\\": bytes.",
                  "$ref": "#/$defs/Bytes"
                },
                "out": {
                  "description": "What leaves at \\"out\\": {value: any, count: int or none}.",
                  "type": "object",
                  "if": {
                    "required": [
                      "$lit"
                    ]
                  },
                  "then": {
                    "properties": {
                      "$lit": {
                        "type": "object",
                        "$ref": "#/$defs/out/else"
                      }
                    },
                    "additionalProperties": false
                  },
                  "else": {
                    "properties": {
                      "value": {
                        "$ref": "#/$defs/Any"
                      },
                      "count": {
                        "anyOf": [
                          {
                            "$ref": "#/$defs/Int"
                          },
                          {
                            "type": "null"
                          }
                        ]
                      }
                    },
                    "required": [
                      "value"
                    ],
                    "additionalProperties": false
                  }
                },
                "Any": {
                  "description": "Any portable value, as typed JSON. An object whose key starts with \\"$\\" is a tagged value; a dict with such a key is written {\\"$lit\\": {…}}."
                },
                "Int": {
                  "description": "An int of any size; beyond 2^53 it is written {\\"$i\\": \\"9007199254740993\\"}.",
                  "type": [
                    "integer",
                    "object"
                  ],
                  "properties": {
                    "$i": {
                      "type": "string",
                      "pattern": "^[-+]?[0-9]+$"
                    }
                  },
                  "required": [
                    "$i"
                  ],
                  "additionalProperties": false
                },
                "Bytes": {
                  "description": "Bytes, in base64: {\\"$b\\": \\"AP8=\\"}.",
                  "type": "object",
                  "properties": {
                    "$b": {
                      "type": "string",
                      "pattern": "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$",
                      "contentEncoding": "base64"
                    }
                  },
                  "required": [
                    "$b"
                  ],
                  "additionalProperties": false
                }
              }
            }
            """);
  }

  @Test
  void twoPortsOfOneNameAreRefused() {
    NodeContract good = contract(Scalar.ANY);
    NodeContract bad =
        new NodeContract(
            good.id(),
            good.version(),
            good.summary(),
            good.params(),
            good.outputs(),
            good.outputs(),
            good.state(),
            good.purity());
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> JsonSchemaRenderer.render(bad));
    assertThat(e).hasMessageThat().isEqualTo("two ports are called out");
  }

  @Test
  void defaultsKeepTheirTypes() {
    DateTime naive = DateTime.of(LocalDateTime.of(2024, 2, 29, 12, 30, 15));
    Object[][] table = {
      {null, "null"},
      {true, "true"},
      {1L << 53, "9007199254740992"},
      {(1L << 53) + 1, "{\"$i\":\"9007199254740993\"}"},
      {Long.MIN_VALUE, "{\"$i\":\"-9223372036854775808\"}"},
      {BigInteger.TEN.pow(20), "{\"$i\":\"100000000000000000000\"}"},
      {1.5, "1.5"},
      {2.0, "{\"$f\":\"2.0\"}"},
      {-0.0, "{\"$f\":\"-0.0\"}"},
      {Double.NaN, "{\"$f\":\"nan\"}"},
      {Double.NEGATIVE_INFINITY, "{\"$f\":\"-inf\"}"},
      {"text", "\"text\""},
      {Bytes.copyOf(new byte[] {0, -1}), "{\"$b\":\"AP8=\"}"},
      {Arrays.<@Nullable Object>asList(1L, null), "[1,null]"},
      {Tuple.of(1L, 2.0), "{\"$tuple\":[1,{\"$f\":\"2.0\"}]}"},
      {Set.of(1L), "{\"$set\":[1]}"},
      {FrozenSet.copyOf(List.of(1L)), "{\"$fset\":[1]}"},
      {Map.of("a", 2.0), "{\"a\":{\"$f\":\"2.0\"}}"},
      {Map.of("$a", 1L), "{\"$lit\":{\"$a\":1}}"},
      {Map.of(1L, 2L), "{\"$map\":[[1,2]]}"},
      {new Complex(1.5, -0.0), "{\"$c\":[\"1.5\",\"-0.0\"]}"},
      {Decimal.parse("1.10"), "{\"$dec\":\"1.10\"}"},
      {LocalDate.of(2024, 2, 29), "{\"$date\":\"2024-02-29\"}"},
      {Time.of(LocalTime.of(1, 2, 3)), "{\"$time\":\"01:02:03\"}"},
      {naive, "{\"$dt\":\"2024-02-29T12:30:15\"}"},
      {
        new DateTime(naive.local(), Optional.of(new Zone.Named("Europe/Berlin")), false),
        "{\"$ts\":\"2024-02-29T12:30:15[Europe/Berlin]\"}"
      },
      {Duration.ofMillis(-1500), "{\"$dur\":\"-1500000000\"}"},
      {new UUID(0, 1), "{\"$uuid\":\"00000000-0000-0000-0000-000000000001\"}"},
    };
    for (Object[] row : table) {
      String written = JsonWriter.write(TypedTree.of(row[0])).replaceAll("\\s", "");
      assertThat(written).isEqualTo(row[1]);
    }
    Object array = NdArray.of(new double[] {1.5});
    assertThrows(IllegalArgumentException.class, () -> TypedTree.of(array));
  }

  private static NodeContract contract(ValueType input) {
    return new NodeContract(
        "counter",
        "1.0",
        "Numbers the items.",
        List.of(
            ParamDescriptor.optional(
                "first", Scalar.INT, 1L, "The first number.", new Constraint.Min(0L))),
        List.of(PortDescriptor.in(input)),
        List.of(PortDescriptor.out(COUNTED)),
        StateDescriptor.NONE,
        Purity.PURE);
  }
}
