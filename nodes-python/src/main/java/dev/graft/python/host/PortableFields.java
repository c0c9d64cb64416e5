package dev.graft.python.host;

import dev.graft.value.Portable;
import dev.graft.value.ValueException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named values, each in its portable form. */
final class PortableFields {
  private PortableFields() {}

  /**
   * The same fields.
   *
   * @throws ValueException if one is not portable; its path starts with the name
   */
  static Map<String, @Nullable Object> of(Map<String, ? extends @Nullable Object> fields) {
    Map<String, @Nullable Object> checked = new LinkedHashMap<>();
    for (Map.Entry<String, ? extends @Nullable Object> field : fields.entrySet()) {
      try {
        checked.put(field.getKey(), Portable.check(field.getValue()));
      } catch (ValueException e) {
        throw e.atKey(field.getKey());
      }
    }
    return checked;
  }
}
