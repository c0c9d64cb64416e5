package dev.graft.render;

import static dev.graft.render.JsonTree.object;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.PortDescriptor;
import dev.graft.descriptor.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (draft 2020-12) of a node. The document itself describes the parameters as a
 * manifest writes them; {@code #/$defs/in} and {@code #/$defs/out}, or whatever the ports are
 * called, describe what passes through; the other definitions, in capitals, are the forms of typed
 * JSON that these are made of.
 *
 * <p>JSON Schema knows no int apart from float. It accepts {@code 2.0} where an int is asked for,
 * which Graft does not, and refuses it where a float is asked for, which Graft does not: there
 * {@code {"$f": "2.0"}} says it for both. Constraints between parameters and limits of tagged
 * numbers have no form in a schema; the former stand in the description. Wrong tags inside a value
 * of any type, dates such as February 30th and keys that Python holds for equal are left to the
 * reader of typed JSON.
 */
public final class JsonSchemaRenderer {
  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private final TypeSchema types = new TypeSchema();

  private JsonSchemaRenderer() {}

  /** The schema of a node, as JSON text. */
  public static String render(NodeContract contract) {
    return JsonWriter.write(tree(contract));
  }

  /** The schema of a node, as a tree. */
  public static Map<String, @Nullable Object> tree(NodeContract contract) {
    return new JsonSchemaRenderer().document(contract);
  }

  /** The schema of one type, as a document of its own. */
  public static Map<String, @Nullable Object> tree(ValueType type) {
    TypeSchema types = new TypeSchema();
    Map<String, @Nullable Object> schema = object("$schema", DRAFT, "description", type.text());
    schema.putAll(types.of(type, "#"));
    schema.put("$defs", types.definitions());
    return schema;
  }

  private Map<String, @Nullable Object> document(NodeContract contract) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (ParamDescriptor param : contract.params()) {
      properties.put(param.name(), property(param));
      if (param.required()) {
        required.add(param.name());
      }
    }
    Map<String, @Nullable Object> definitions = new LinkedHashMap<>();
    contract.inputs().forEach(port -> define(port, "enters at", definitions));
    contract.outputs().forEach(port -> define(port, "leaves at", definitions));
    definitions.putAll(types.definitions());
    return object(
        "$schema",
        DRAFT,
        "$id",
        "urn:graft:node:" + contract.id() + ":" + contract.version(),
        "title",
        contract.id(),
        "description",
        contract.summary(),
        "type",
        "object",
        "properties",
        properties,
        "required",
        required,
        "additionalProperties",
        false,
        "$defs",
        definitions);
  }

  private void define(
      PortDescriptor port, String direction, Map<String, @Nullable Object> definitions) {
    String description =
        "What %s \"%s\": %s.".formatted(direction, port.name(), port.type().text());
    Map<String, @Nullable Object> schema = object("description", description);
    schema.putAll(types.of(port.type(), TypeSchema.at("#/$defs", port.name())));
    if (definitions.put(port.name(), schema) != null) {
      throw new IllegalArgumentException("two ports are called " + port.name());
    }
  }

  private Map<String, @Nullable Object> property(ParamDescriptor param) {
    String unit = param.unit().map(text -> " Unit: " + text + ".").orElse("");
    Map<String, @Nullable Object> schema =
        object("description", param.doc() + unit + orderNote(param));
    schema.putAll(types.of(param.type(), TypeSchema.at("#/properties", param.name())));
    for (Constraint constraint : param.constraints()) {
      if (constraint instanceof Constraint.Min min) {
        schema.put("minimum", min.limit());
      } else if (constraint instanceof Constraint.Max max) {
        schema.put("maximum", max.limit());
      } else if (constraint instanceof Constraint.Pattern pattern) {
        schema.put("pattern", "^(?:" + pattern.regex() + ")$");
      } else if (constraint instanceof Constraint.MinItems items) {
        schema.put("minItems", items.count());
      }
    }
    if (!param.required()) {
      schema.put("default", TypedTree.of(param.defaultValue()));
    }
    if (param.sensitive()) {
      schema.put("writeOnly", true);
    }
    return schema;
  }

  private static String orderNote(ParamDescriptor param) {
    StringBuilder note = new StringBuilder();
    for (Constraint constraint : param.constraints()) {
      if (constraint instanceof Constraint.AtMost atMost) {
        note.append(" At most ").append(atMost.param()).append('.');
      }
    }
    return note.toString();
  }
}
