package dev.graft.runtime.form;

import java.util.Map;
import java.util.Optional;

/**
 * A form whose places are wanted as well, because there is more to say of them later.
 *
 * @param <T> what it means
 * @param form the form
 */
public record PlacedForm<T>(Form<T> form) implements Form<PlacedForm.Placed<T>> {
  /**
   * What was read, and where.
   *
   * @param path the way to it
   * @param value what was read
   */
  public record Placed<T>(String path, T value) {}

  @Override
  public String words() {
    return form.words();
  }

  @Override
  public Optional<Placed<T>> read(Slot slot) {
    return form.read(slot).map(value -> new Placed<>(slot.path(), value));
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return form.schema(definitions);
  }
}
