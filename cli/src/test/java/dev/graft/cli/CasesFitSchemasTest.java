package dev.graft.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.graft.descriptor.NodeContract;
import dev.graft.render.JsonSchemaRenderer;
import dev.graft.render.JsonWriter;
import dev.graft.runtime.catalogue.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cases of the compat matrix and the schemas agree on what a node takes and gives. */
final class CasesFitSchemasTest {
  /** The rules of parameters that a schema cannot say. */
  private static final Set<String> BEYOND_SCHEMAS = Set.of("at_most", "nan", "refused");

  private final Catalogue catalogue = Catalogue.load(getClass().getClassLoader());

  /**
   * One case.
   *
   * @param contract the contract of its node
   * @param tree the case
   */
  private record Case(NodeContract contract, JsonNode tree) {
    boolean hasError() {
      return tree.path("expect").findValue("error") != null;
    }

    List<String> violations() {
      return tree.path("expect").findValues("violations").stream()
          .flatMap(JsonNode::valueStream)
          .map(violation -> violation.path("code").asString())
          .toList();
    }

    @Override
    public String toString() {
      return contract.id() + " " + tree.path("id").asString();
    }
  }

  @Test
  void parametersAreRefusedWhereTheSchemaRefusesThem() throws IOException {
    int refused = 0;
    for (Case each : cases()) {
      List<String> violations = each.violations();
      String params = each.tree().path("params").toString();
      if (each.tree().has("params") && violations.stream().noneMatch(BEYOND_SCHEMAS::contains)) {
        assertWithMessage("%s: %s", each, params)
            .that(schema(each.contract()).validate(params, InputFormat.JSON).isEmpty())
            .isEqualTo(violations.isEmpty());
        refused += violations.isEmpty() ? 0 : 1;
      }
    }
    assertThat(refused).isGreaterThan(10);
  }

  @Test
  void itemsAndOutputsFitTheirPorts() throws IOException {
    int checked = 0;
    for (Case each : cases()) {
      for (JsonNode event : each.tree().path("expect")) {
        checked += check(each, event, "out");
      }
      for (JsonNode step : each.tree().path("steps")) {
        checked += each.hasError() ? 0 : check(each, step, "in");
      }
    }
    assertThat(checked).isGreaterThan(500);
  }

  private static int check(Case each, JsonNode event, String port) {
    if (!event.has(port)) {
      return 0;
    }
    String value = event.path(port).toString();
    assertWithMessage("%s: %s %s", each, port, value)
        .that(port(each.contract(), port).validate(value, InputFormat.JSON))
        .isEmpty();
    return 1;
  }

  private List<Case> cases() throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    List<Case> cases = new ArrayList<>();
    for (String file : text("/cases/index.txt").lines().toList()) {
      JsonNode tree = mapper.readTree(text("/cases/" + file));
      String id = tree.path("node").asString();
      NodeContract contract = catalogue.find(id).orElseThrow().contract();
      tree.path("cases").forEach(it -> cases.add(new Case(contract, it)));
    }
    return cases;
  }

  private String text(String resource) throws IOException {
    try (InputStream in = getClass().getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Schema schema(NodeContract contract) {
    return schema(JsonSchemaRenderer.render(contract));
  }

  private static Schema port(NodeContract contract, String port) {
    Object definitions = Objects.requireNonNull(JsonSchemaRenderer.tree(contract).get("$defs"));
    return schema(JsonWriter.write(Map.of("$ref", "#/$defs/" + port, "$defs", definitions)));
  }

  private static Schema schema(String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(json, InputFormat.JSON);
  }
}
