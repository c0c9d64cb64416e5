package dev.graft.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a Python dataclass or named tuple.
 *
 * @param type the class: its qualified name if a node's file defines it, else with the module
 *     before it
 * @param fields the portable values of its fields, in their order
 */
public record RecordValue(String type, Map<String, @Nullable Object> fields) {
  /** Takes a copy of the fields. */
  // Not a compact one: other modules would not see that a field may be null.
  public RecordValue(String type, Map<String, @Nullable Object> fields) {
    this.type = type;
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<String, @Nullable Object>(fields));
  }

  /** The same as the constructor, whose class file does not say that fields may be none. */
  public static RecordValue of(String type, Map<String, ? extends @Nullable Object> fields) {
    return new RecordValue(type, new LinkedHashMap<String, @Nullable Object>(fields));
  }

  @Override
  public String toString() {
    return type + fields;
  }
}
