package dev.graft.render;

import static dev.graft.render.JsonTree.object;

import dev.graft.descriptor.ValueType;
import dev.graft.descriptor.ValueType.Scalar;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the schemas of the types of one document. A schema knows its place there, a JSON pointer,
 * because a dict that is written as {@code {"$lit": {…}}} refers to how it is written without.
 */
final class TypeSchema {
  private static final String DICT_KEY = "^(?!\\$)|^\\$(?:lit|map)$";

  private final Set<Scalar> used = EnumSet.noneOf(Scalar.class);

  /** The schema of a type, to be put at a place. */
  Map<String, @Nullable Object> of(ValueType type, String place) {
    if (type instanceof Scalar scalar) {
      return scalar(scalar);
    } else if (type instanceof ValueType.EnumOf choice) {
      return object("type", "string", "enum", choice.choices());
    } else if (type instanceof ValueType.OptionalOf optional) {
      Object present = of(optional.type(), at(place, "anyOf", "0"));
      return object("anyOf", List.of(present, object("type", "null")));
    } else if (type instanceof ValueType.ListOf list) {
      return object("type", "array", "items", of(list.item(), at(place, "items")));
    } else if (type instanceof ValueType.TupleOf tuple) {
      return tuple(tuple, place);
    } else if (type instanceof ValueType.SetOf set) {
      return set(set, place);
    } else if (type instanceof ValueType.DictOf dict) {
      return dict(dict, place);
    } else if (type instanceof ValueType.RecordOf record) {
      return withLiteral(record(record, Map.of(), at(place, "else")), place);
    }
    return withLiteral(union((ValueType.UnionOf) type, at(place, "else")), place);
  }

  /** What the schemas made so far refer to, by name. */
  Map<String, @Nullable Object> definitions() {
    Map<String, @Nullable Object> definitions = new LinkedHashMap<>();
    used.forEach(scalar -> definitions.put(ScalarSchema.name(scalar), ScalarSchema.of(scalar)));
    return definitions;
  }

  private Map<String, @Nullable Object> scalar(Scalar scalar) {
    if (scalar == Scalar.NONE || scalar == Scalar.BOOL) {
      return ScalarSchema.of(scalar);
    }
    used.add(scalar);
    return object("$ref", "#/$defs/" + ScalarSchema.name(scalar));
  }

  private Map<String, @Nullable Object> tuple(ValueType.TupleOf tuple, String place) {
    int size = tuple.items().size();
    if (size == 0) {
      return ScalarSchema.tagged("$tuple", object("type", "array", "maxItems", 0));
    }
    List<Object> items = new ArrayList<>();
    for (ValueType item : tuple.items()) {
      String index = Integer.toString(items.size());
      items.add(of(item, at(place, "properties", "$tuple", "prefixItems", index)));
    }
    return ScalarSchema.tagged(
        "$tuple", object("type", "array", "prefixItems", items, "items", false, "minItems", size));
  }

  private Map<String, @Nullable Object> set(ValueType.SetOf set, String place) {
    String tag = set.frozen() ? "$fset" : "$set";
    Object item = of(set.item(), at(place, "properties", tag, "items"));
    return ScalarSchema.tagged(tag, object("type", "array", "items", item, "uniqueItems", true));
  }

  /** A dict with str keys is an object; one with others is a list of pairs, unless it is empty. */
  private Map<String, @Nullable Object> dict(ValueType.DictOf dict, String place) {
    Object key = of(dict.key(), at(place, "properties", "$map", "items", "prefixItems", "0"));
    if (!takesText(dict.key())) {
      Object value = of(dict.value(), at(place, "properties", "$map", "items", "prefixItems", "1"));
      return object(
          "type",
          "object",
          "properties",
          object("$map", pairs(key, value)),
          "additionalProperties",
          false);
    }
    String valuePlace = at(place, "additionalProperties");
    Map<String, @Nullable Object> value = of(dict.value(), valuePlace);
    Object again = value.size() == 1 ? value : object("$ref", valuePlace);
    Map<String, @Nullable Object> literal = object("type", "object");
    Map<String, @Nullable Object> names = object("pattern", DICT_KEY);
    List<String> choices = choices(dict.key());
    if (!choices.isEmpty()) {
      literal.put("propertyNames", object("enum", choices));
      List<String> plain = new ArrayList<>(choices);
      plain.addAll(List.of("$lit", "$map"));
      names.put("enum", plain);
    }
    literal.put("additionalProperties", again);
    return object(
        "type",
        "object",
        "properties",
        object("$lit", literal, "$map", pairs(key, again)),
        "propertyNames",
        names,
        "additionalProperties",
        value,
        "dependentSchemas",
        object("$lit", object("maxProperties", 1), "$map", object("maxProperties", 1)));
  }

  private static Map<String, @Nullable Object> pairs(Object key, Object value) {
    Map<String, @Nullable Object> pair =
        object("type", "array", "prefixItems", List.of(key, value), "items", false, "minItems", 2);
    return object("type", "array", "items", pair);
  }

  private static boolean takesText(ValueType key) {
    return key == Scalar.STR
        || key == Scalar.ANY
        || key instanceof ValueType.EnumOf
        || (key instanceof ValueType.OptionalOf optional && takesText(optional.type()));
  }

  private static List<String> choices(ValueType key) {
    if (key instanceof ValueType.OptionalOf optional) {
      return choices(optional.type());
    }
    return key instanceof ValueType.EnumOf choice ? choice.choices() : List.of();
  }

  private Map<String, @Nullable Object> record(
      ValueType.RecordOf record, Map<String, @Nullable Object> first, String place) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>(first);
    List<String> required = new ArrayList<>(first.keySet());
    for (ValueType.RecordOf.Field field : record.fields()) {
      properties.put(field.name(), of(field.type(), at(place, "properties", field.name())));
      if (!(field.type() instanceof ValueType.OptionalOf)) {
        required.add(field.name());
      }
    }
    return object("properties", properties, "required", required, "additionalProperties", false);
  }

  private Map<String, @Nullable Object> union(ValueType.UnionOf union, String place) {
    List<Object> variants = new ArrayList<>();
    for (ValueType.UnionOf.Variant variant : union.variants()) {
      Map<String, @Nullable Object> tag = object(union.tag(), object("const", variant.name()));
      String index = Integer.toString(variants.size());
      variants.add(record(variant.record(), tag, at(place, "oneOf", index)));
    }
    return object("oneOf", variants);
  }

  private static Map<String, @Nullable Object> withLiteral(
      Map<String, @Nullable Object> entries, String place) {
    Map<String, @Nullable Object> literal = object("type", "object", "$ref", at(place, "else"));
    return object(
        "type",
        "object",
        "if",
        object("required", List.of("$lit")),
        "then",
        object("properties", object("$lit", literal), "additionalProperties", false),
        "else",
        entries);
  }

  /** The place below another one. */
  static String at(String place, String... steps) {
    StringBuilder pointer = new StringBuilder(place);
    for (String step : steps) {
      String escaped = step.replace("~", "~0").replace("/", "~1");
      pointer.append('/').append(fragment(escaped));
    }
    return pointer.toString();
  }

  private static String fragment(String step) {
    return URLEncoder.encode(step, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%24", "$")
        .replace("%7E", "~");
  }
}
