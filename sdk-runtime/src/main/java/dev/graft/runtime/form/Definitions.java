package dev.graft.runtime.form;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The parts of a JSON Schema that several places refer to. */
public final class Definitions {
  private final Map<String, Object> parts = new TreeMap<>();

  /** The keyword that refers to a part, which is made if nobody referred to it yet. */
  public Map<String, Object> refer(String name, Supplier<Map<String, Object>> part) {
    if (!parts.containsKey(name)) {
      parts.put(name, Map.of());
      parts.put(name, part.get());
    }
    return Map.of("$ref", "#/$defs/" + name);
  }

  /** All parts by name, in the order of their names. */
  public Map<String, Object> all() {
    return parts;
  }
}
