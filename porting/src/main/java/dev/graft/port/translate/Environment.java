package dev.graft.port.translate;

import dev.graft.port.types.Type;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of the types of variables, fields, parameters and results. It grows while functions
 * are translated, and is done when a whole round taught nothing new.
 */
final class Environment {
  private final Map<String, Type> types = new HashMap<>();
  private final Map<String, Type> fixed = new HashMap<>();
  private boolean changed;

  /** Begins a round. */
  void begin() {
    changed = false;
  }

  /** Whether the round taught something. */
  boolean hasChanged() {
    return changed;
  }

  /** The type behind a key, as far as it is known. */
  Type get(String key) {
    Type declared = fixed.get(key);
    return declared != null ? declared : types.getOrDefault(key, Type.NEVER);
  }

  /** Whether the contract says the type. */
  boolean isDeclared(String key) {
    return fixed.containsKey(key);
  }

  /** The contract says the type. */
  void declare(String key, Type type) {
    fixed.put(key, type);
  }

  /** A value of that type comes there as well. */
  void join(String key, Type type) {
    Type before = types.getOrDefault(key, Type.NEVER);
    Type after = before.join(type);
    if (!after.equals(before)) {
      types.put(key, after);
      changed = true;
    }
  }
}
