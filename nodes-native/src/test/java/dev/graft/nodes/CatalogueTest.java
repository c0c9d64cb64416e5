package dev.graft.nodes;

import static com.google.common.truth.Truth.assertThat;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.Purity;
import dev.graft.descriptor.StateDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The nodes as a program finds them. */
final class CatalogueTest {
  private final NodeRegistry registry = NodeRegistry.load(CatalogueTest.class.getClassLoader());

  @Test
  void allNodesAreFoundAsAService() {
    assertThat(registry.factories().stream().map(f -> f.descriptor().id()).toList())
        .containsExactly(
            "add",
            "add-ten",
            "add-value",
            "audio-buffer",
            "audio-format-converter",
            "audio-resampler",
            "audio-transform",
            "batcher",
            "buffer",
            "calculator",
            "chained-transform",
            "conditional-expander",
            "counter",
            "data-aggregator",
            "data-sink",
            "data-source",
            "double",
            "error-prone",
            "expander",
            "extract-audio-data",
            "filter",
            "format",
            "multiply",
            "pass-through",
            "range-generator",
            "repeat",
            "text-collector",
            "text-processor",
            "timestamp",
            "transform",
            "transform-and-expand",
            "validator",
            "voice-activity-detector")
        .inOrder();
  }

  @Test
  void everyNodeHasItsSchemaAndItsPage() throws IOException {
    String pages;
    try (InputStream in = CatalogueTest.class.getResourceAsStream("/META-INF/graft/nodes.md")) {
      pages = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    for (NodeFactory factory : registry.factories()) {
      String path = "/META-INF/graft/nodes/" + factory.descriptor().id();
      assertThat(CatalogueTest.class.getResource(path + ".schema.json")).isNotNull();
      assertThat(pages).contains("# " + factory.descriptor().id() + "\n");
    }
    assertThat(CatalogueTest.class.getResource("/META-INF/graft/index.json")).isNotNull();
  }

  @Test
  void contractIsWhatTheTwinInPythonSays() {
    ValueType anyList = new ValueType.ListOf(Scalar.ANY);
    NodeContract buffer = registry.find("buffer").orElseThrow().descriptor().contract();
    assertThat(buffer)
        .isEqualTo(
            new NodeContract(
                "buffer",
                "1.0",
                "Collects items into lists of a fixed size.",
                List.of(
                    ParamDescriptor.optional(
                        "size",
                        Scalar.INT,
                        10L,
                        "How many items make one list.",
                        new Constraint.Min(1L))),
                List.of(PortDescriptor.in(Scalar.ANY)),
                List.of(PortDescriptor.out(anyList)),
                StateDescriptor.keyed(new StateDescriptor.Field("items", anyList)),
                Purity.PURE));
  }
}
