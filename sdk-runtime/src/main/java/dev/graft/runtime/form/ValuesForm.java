package dev.graft.runtime.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object of portable values by name; others know what they may be. */
public final class ValuesForm implements Form<Map<String, @Nullable Object>> {
  /** The only one. */
  public static final ValuesForm ANY = new ValuesForm();

  private ValuesForm() {}

  @Override
  public String words() {
    return "an object";
  }

  @Override
  public Optional<Map<String, @Nullable Object>> read(Slot slot) {
    if (!(slot.value() instanceof Map<?, ?> map)) {
      return slot.refuse(this);
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    map.forEach((name, value) -> values.put(String.valueOf(name), value));
    return Optional.of(values);
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return Map.of("type", "object");
  }
}
