package dev.graft.runtime.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An array. Items that are wrong are left out of what is read.
 *
 * @param <T> what its items mean
 * @param item what each item may be
 * @param isNeeded whether there is at least one
 */
public record ListForm<T>(Form<T> item, boolean isNeeded) implements Form<List<T>> {
  /** An array of any length. */
  public static <T> ListForm<T> of(Form<T> item) {
    return new ListForm<>(item, false);
  }

  @Override
  public String words() {
    return isNeeded ? "an array that is not empty" : "an array";
  }

  @Override
  public Optional<List<T>> read(Slot slot) {
    if (!(slot.value() instanceof List<?> list) || (isNeeded && list.isEmpty())) {
      return slot.refuse(this);
    }
    List<T> items = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      item.read(slot.item(i, list.get(i))).ifPresent(items::add);
    }
    return Optional.of(items);
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    if (isNeeded) {
      schema.put("minItems", 1);
    }
    schema.put("items", item.schema(definitions));
    return schema;
  }
}
