package dev.graft.runtime.form;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An object of a shape.
 *
 * @param <T> what it means
 * @param shape its keys
 * @param definition the name under which a schema keeps it
 * @param make makes the meaning of the entries; what is wrong with some of them is told already
 */
public record ObjectForm<T>(Shape shape, String definition, Function<Entries, Optional<T>> make)
    implements Form<T> {
  @Override
  public String words() {
    return "an object";
  }

  @Override
  public Optional<T> read(Slot slot) {
    return shape.open(slot).flatMap(make);
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return definitions.refer(definition, () -> shape.schema(definitions));
  }
}
