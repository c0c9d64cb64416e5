package dev.graft.runtime.form;

import dev.graft.render.JsonWriter;
import dev.graft.value.Suggestions;
import dev.graft.value.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object with certain keys and no others.
 *
 * @param title what it is, one or two words
 * @param doc what it means, whole sentences
 * @param keys its keys, in the order in which editors offer them
 */
public record Shape(String title, String doc, List<Key<?>> keys) {
  public Shape {
    keys = List.copyOf(keys);
  }

  /**
   * The entries of an object, if it is one. Says which keys it does not know; those that are
   * missing are told when they are read.
   */
  public Optional<Entries> open(Slot slot) {
    if (!(slot.value() instanceof Map<?, ?> map)) {
      return slot.problem("must be an object, got " + Values.describe(slot.value()) + ".");
    }
    List<String> known = keys.stream().map(Key::name).toList();
    for (Object key : map.keySet()) {
      String name = String.valueOf(key);
      if (!known.contains(name)) {
        slot.reading()
            .foundKey(slot.to(name), "there is no such key. " + Suggestions.hint(name, known));
      }
    }
    return Optional.of(new Entries(map, slot));
  }

  /**
   * The JSON Schema of files that are such objects, with a line feed at its end.
   *
   * @param id what it is called
   */
  public String document(String id) {
    Definitions definitions = new Definitions();
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", id);
    schema.putAll(schema(definitions));
    if (!definitions.all().isEmpty()) {
      schema.put("$defs", definitions.all());
    }
    return JsonWriter.write(schema);
  }

  /** The JSON Schema of such an object. */
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", title);
    schema.put("description", doc);
    schema.put("type", "object");
    List<String> needed = keys.stream().filter(Key::required).map(Key::name).toList();
    if (!needed.isEmpty()) {
      schema.put("required", needed);
    }
    schema.put("additionalProperties", false);
    Map<String, Object> properties = new LinkedHashMap<>();
    keys.forEach(key -> properties.put(key.name(), key.schema(definitions)));
    schema.put("properties", properties);
    return schema;
  }
}
