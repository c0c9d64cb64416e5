package dev.graft.runtime.form;

import dev.graft.value.Values;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of the tree that is being read.
 *
 * @param value the value
 * @param path the way to it; empty for the root
 * @param reading who gathers what is wrong
 */
public record Slot(@Nullable Object value, String path, Reading reading) {
  /**
   * Says that the value is not of the form. Always empty, for the convenience of those who read.
   */
  public <T> Optional<T> refuse(Form<T> form) {
    return problem("must be %s, got %s.".formatted(form.words(), Values.describe(value)));
  }

  /** Says what is wrong with the value. Always empty, for the convenience of those who read. */
  public <T> Optional<T> problem(String fact) {
    reading.found(path, fact);
    return Optional.empty();
  }

  /** An item of this value, which is an array. */
  public Slot item(int index, @Nullable Object item) {
    return new Slot(item, path + "[" + index + "]", reading);
  }

  /** An entry of this value, which is an object. */
  public Slot entry(String name, @Nullable Object entry) {
    return new Slot(entry, to(name), reading);
  }

  /** The path of an entry of this value, whether it is there or not. */
  String to(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
