package dev.graft.runtime.descriptor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.Implementation;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.render.DescriptorTree;
import dev.graft.render.JsonWriter;
import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import dev.graft.value.Bytes;
import dev.graft.value.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A descriptor that was written as JSON is read as the same descriptor. */
final class DescriptorReaderTest {
  @Test
  void everyTypeComesBack() throws JsonFormatException {
    TypesAndValues random = new TypesAndValues(new Random(1));
    List<ValueType> types = new ArrayList<>(List.of(Scalar.values()));
    for (int i = 0; i < 200; i++) {
      types.add(random.type(3));
    }
    for (ValueType type : types) {
      assertWithMessage("%s", type.text())
          .that(again(descriptor(type)))
          .isEqualTo(descriptor(type));
    }
  }

  @Test
  void everyDefaultComesBack() throws JsonFormatException {
    List<@Nullable Object> defaults =
        Arrays.<@Nullable Object>asList(
            null,
            true,
            1L,
            (1L << 53) + 1,
            1.5,
            2.0,
            Double.NaN,
            "text",
            Bytes.copyOf(new byte[] {1}),
            Tuple.of(1L, 2.0),
            List.of(1L, "a"),
            Map.of("$a", 1L),
            Map.of(1L, "a"));
    for (Object value : defaults) {
      NodeDescriptor descriptor =
          descriptor(
              Scalar.ANY,
              ParamDescriptor.optional(
                  "it", Scalar.ANY, value, "It.", new Constraint.Min(1L), new Constraint.Max(2.0)));
      assertThat(again(descriptor)).isEqualTo(descriptor);
    }
  }

  @Test
  void whatIsNoTypeIsNamed() {
    Map<String, ?> tree = Map.of("contract", contract(Map.of("kind", "sets")));
    Exception e = assertThrows(IllegalArgumentException.class, () -> DescriptorReader.read(tree));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo("descriptor.contract.inputs[0].type: unknown type sets");
    Map<String, ?> union =
        Map.of(
            "contract",
            contract(
                Map.of("kind", "union", "tag", "type", "variants", List.of(Map.of("name", "a")))));
    e = assertThrows(IllegalArgumentException.class, () -> DescriptorReader.read(union));
    assertThat(e)
        .hasMessageThat()
        .startsWith("descriptor.contract.inputs[0].type.variants[0].record: expected an object");
  }

  private static Map<String, ?> contract(Map<String, ?> type) {
    return Map.of(
        "id",
        "a",
        "version",
        "1.0",
        "summary",
        "A.",
        "inputs",
        List.of(Map.of("name", "in", "type", type)));
  }

  private static NodeDescriptor again(NodeDescriptor descriptor) throws JsonFormatException {
    String json = JsonWriter.write(DescriptorTree.of(descriptor));
    Object tree = Objects.requireNonNull(TypedJson.read(json, "it"));
    return DescriptorReader.read((Map<?, ?>) tree);
  }

  private static NodeDescriptor descriptor(ValueType type, ParamDescriptor... params) {
    return new NodeDescriptor(
        new NodeContract(
            "it",
            "1.0",
            "It.",
            List.of(params),
            List.of(PortDescriptor.in(type)),
            List.of(PortDescriptor.out(type)),
            StateDescriptor.keyed(new StateDescriptor.Field("last", type)),
            Purity.PURE),
        Implementation.java("It"));
  }
}
