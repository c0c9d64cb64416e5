package dev.graft.render;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.descriptor.Example;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType.RecordOf;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.descriptor.ValueType.SetOf;
import dev.graft.descriptor.ValueType.UnionOf;
import dev.graft.value.Decimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MarkdownRendererTest {
  @Test
  void aPageSaysEveryTypeInWords() {
    UnionOf shape =
        new UnionOf(
            "type",
            List.of(
                new UnionOf.Variant(
                    "circle", new RecordOf(List.of(new RecordOf.Field("radius", Scalar.FLOAT)))),
                new UnionOf.Variant("empty", new RecordOf(List.of()))));
    String page =
        MarkdownRenderer.render(
            new NodeContract(
                "price",
                "1.0",
                "Prices shapes.",
                List.of(
                    ParamDescriptor.optional(
                        "rate", Scalar.DECIMAL, Decimal.parse("1.10"), "What a unit costs.")),
                List.of(PortDescriptor.in(shape)),
                List.of(PortDescriptor.out(Scalar.DECIMAL)),
                StateDescriptor.keyed(
                    new StateDescriptor.Field("days", new SetOf(Scalar.DATE, true))),
                Purity.PURE),
            List.of(
                new Example("Two units.", "{\"rate\": 2}", List.of("1", "2"), List.of("2", "4")),
                new Example("", "{}", List.of("7"), List.of())));
    assertThat(page)
        .isEqualTo(
            """
            # price

            Prices shapes.

            Contract version 1.0, pure.

            - Input `in`: {type: "circle", radius: float} or {type: "empty"}
            - Output `out`: decimal

            ## Parameters

            | name | type | default | meaning |
            |---|---|---|---|
            | `rate` | decimal | `1.10` | What a unit costs. |

            ## State

            One for each session key.

            - `days`: frozenset[date]

            ## Examples

            Two units.

            ```
            params   {"rate": 2}
            items    1   2
            outputs  2   4
            ```

            ```
            items    7
            outputs  none
            ```
            """);
  }
}
