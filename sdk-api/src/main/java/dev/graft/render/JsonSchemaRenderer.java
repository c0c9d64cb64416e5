package dev.graft.render;

import dev.graft.descriptor.Constraint;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (draft 2020-12) of a node's parameters, as a manifest writes them. JSON knows no
 * int apart from float: a schema accepts {@code 2.0} where an int is asked for, the binder does
 * not. Constraints between parameters have no form in a schema and stand in the description.
 */
public final class JsonSchemaRenderer {
  private JsonSchemaRenderer() {}

  /** The schema of a node's parameters, as JSON text. */
  public static String render(NodeContract contract) {
    return JsonWriter.write(tree(contract));
  }

  /** The schema of a node's parameters, as a tree. */
  public static Map<String, @Nullable Object> tree(NodeContract contract) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (ParamDescriptor param : contract.params()) {
      properties.put(param.name(), property(param));
      if (param.required()) {
        required.add(param.name());
      }
    }
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:graft:node:" + contract.id() + ":" + contract.version());
    schema.put("title", contract.id());
    schema.put("description", contract.summary());
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, @Nullable Object> property(ParamDescriptor param) {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    String unit = param.unit().map(text -> " Unit: " + text + ".").orElse("");
    schema.put("description", param.doc() + unit + orderNote(param));
    schema.putAll(type(param.type()));
    for (Constraint constraint : param.constraints()) {
      if (constraint instanceof Constraint.Min min) {
        schema.put("minimum", min.limit());
      } else if (constraint instanceof Constraint.Max max) {
        schema.put("maximum", max.limit());
      } else if (constraint instanceof Constraint.Pattern pattern) {
        schema.put("pattern", "^(?:" + pattern.regex() + ")$");
      }
    }
    if (!param.required()) {
      schema.put("default", param.defaultValue());
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

  /** The schema of one type. */
  public static Map<String, @Nullable Object> type(ValueType type) {
    Map<String, @Nullable Object> schema = new LinkedHashMap<>();
    if (type instanceof ValueType.Scalar scalar) {
      Object name = scalarName(scalar);
      if (name != null) {
        schema.put("type", name);
      }
    } else if (type instanceof ValueType.EnumOf choice) {
      schema.put("type", "string");
      schema.put("enum", choice.choices());
    } else if (type instanceof ValueType.OptionalOf optional) {
      optional(type(optional.type()), schema);
    } else if (type instanceof ValueType.ListOf list) {
      schema.put("type", "array");
      schema.put("items", type(list.item()));
    } else if (type instanceof ValueType.TupleOf) {
      schema.put("type", "object");
      schema.put("required", List.of("$tuple"));
    } else if (type instanceof ValueType.DictOf dict) {
      schema.put("type", "object");
      schema.put("additionalProperties", type(dict.value()));
    } else if (type instanceof ValueType.RecordOf record) {
      record(record, schema);
    }
    return schema;
  }

  private static void optional(
      Map<String, @Nullable Object> inner, Map<String, @Nullable Object> schema) {
    Object name = inner.get("type");
    schema.putAll(inner);
    if (name instanceof String single) {
      schema.put("type", List.of(single, "null"));
    } else if (name instanceof List<?> several) {
      List<Object> names = new ArrayList<>(several);
      names.add("null");
      schema.put("type", names);
    }
    if (inner.get("enum") instanceof List<?> choices) {
      List<@Nullable Object> withNull = new ArrayList<@Nullable Object>(choices);
      withNull.add(null);
      schema.put("enum", withNull);
    }
  }

  private static void record(ValueType.RecordOf record, Map<String, @Nullable Object> schema) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (ValueType.RecordOf.Field field : record.fields()) {
      properties.put(field.name(), type(field.type()));
      if (!(field.type() instanceof ValueType.OptionalOf)) {
        required.add(field.name());
      }
    }
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required);
    schema.put("additionalProperties", false);
  }

  private static @Nullable Object scalarName(ValueType.Scalar scalar) {
    return switch (scalar) {
      case ANY -> null;
      case NONE -> "null";
      case BOOL -> "boolean";
      case INT -> "integer";
      case FLOAT -> "number";
      case NUMBER -> List.of("number", "boolean");
      case STR -> "string";
      case BYTES, COMPLEX, DECIMAL, DATE, TIME, DATETIME, TIMEDELTA, UUID, ARRAY -> "object";
    };
  }
}
