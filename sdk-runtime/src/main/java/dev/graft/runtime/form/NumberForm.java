package dev.graft.runtime.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A whole number.
 *
 * @param unit what it counts, for example {@code milliseconds}; may be empty
 * @param least the least that is allowed
 * @param most the most that is allowed
 */
public record NumberForm(String unit, long least, long most) implements Form<Long> {
  @Override
  public String words() {
    return "a whole number %sfrom %d to %d"
        .formatted(unit.isEmpty() ? "" : "of " + unit + " ", least, most);
  }

  @Override
  public Optional<Long> read(Slot slot) {
    return slot.value() instanceof Long number && number >= least && number <= most
        ? Optional.of(number)
        : slot.refuse(this);
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "integer");
    schema.put("minimum", least);
    schema.put("maximum", most);
    return schema;
  }
}
