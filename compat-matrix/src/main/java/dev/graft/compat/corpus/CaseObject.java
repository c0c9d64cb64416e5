package dev.graft.compat.corpus;

import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.TypedJson;
import dev.graft.value.Suggestions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON object of a case file, which knows its place and refuses keys that nobody reads. */
final class CaseObject {
  private final JsonNode node;
  private final CasePlace place;

  private CaseObject(JsonNode node, CasePlace place) {
    this.node = node;
    this.place = place;
  }

  /** An object with these keys; what it is, such as "a step", is for messages. */
  static CaseObject of(JsonNode node, CasePlace place, String what, String... known)
      throws CaseFormatException {
    if (!node.isObject()) {
      throw new CaseFormatException(place, "expected an object.");
    }
    List<String> names = List.of(known);
    for (String name : node.propertyNames()) {
      if (!names.contains(name)) {
        throw new CaseFormatException(
            place.at(name),
            "\"%s\" is no key of %s. %s".formatted(name, what, Suggestions.hint(name, names)));
      }
    }
    return new CaseObject(node, place);
  }

  CasePlace place() {
    return place;
  }

  boolean has(String name) {
    return node.has(name);
  }

  Optional<JsonNode> child(String name) {
    return Optional.ofNullable(node.get(name));
  }

  List<JsonNode> children(String name) throws CaseFormatException {
    JsonNode list = node.get(name);
    if (list == null) {
      return List.of();
    }
    return items(list, place.key(name));
  }

  static List<JsonNode> items(JsonNode list, CasePlace place) throws CaseFormatException {
    if (!list.isArray()) {
      throw new CaseFormatException(place, "expected an array.");
    }
    List<JsonNode> all = new ArrayList<>();
    list.forEach(all::add);
    return List.copyOf(all);
  }

  String text(String name, String otherwise) throws CaseFormatException {
    JsonNode value = node.get(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.isString()) {
      throw new CaseFormatException(place.key(name), "expected a text.");
    }
    return value.stringValue();
  }

  String text(String name) throws CaseFormatException {
    if (!node.has(name)) {
      throw new CaseFormatException(place, "\"" + name + "\" is missing.");
    }
    return text(name, "");
  }

  List<String> texts(String name) throws CaseFormatException {
    List<String> all = new ArrayList<>();
    for (JsonNode item : children(name)) {
      if (!item.isString()) {
        throw new CaseFormatException(place.key(name), "expected texts.");
      }
      all.add(item.stringValue());
    }
    return List.copyOf(all);
  }

  Optional<Long> number(String name) throws CaseFormatException {
    JsonNode value = node.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new CaseFormatException(place.key(name), "expected an int.");
    }
    return Optional.of(value.longValue());
  }

  @Nullable Object value(String name) throws CaseFormatException {
    JsonNode value = node.get(name);
    if (value == null) {
      throw new CaseFormatException(place, "\"" + name + "\" is missing.");
    }
    return value(value, place.key(name));
  }

  /** Structure is read as a tree, values as typed JSON: only the latter knows the tags. */
  static @Nullable Object value(JsonNode node, CasePlace place) throws CaseFormatException {
    try {
      return TypedJson.read(node.toString(), place.inside());
    } catch (JsonFormatException e) {
      throw new CaseFormatException(place, e.fact().endsWith(".") ? e.fact() : e.fact() + ".");
    }
  }

  Map<String, @Nullable Object> values(String name) throws CaseFormatException {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    JsonNode object = node.get(name);
    if (object == null) {
      return all;
    }
    if (!object.isObject()) {
      throw new CaseFormatException(place.key(name), "expected an object.");
    }
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      all.put(entry.getKey(), value(entry.getValue(), place.key(name).key(entry.getKey())));
    }
    return all;
  }
}
