package dev.graft.runtime.form;

import java.util.Map;
import java.util.Optional;

/**
 * What may stand in a place of a file. Immutable.
 *
 * @param <T> what it means to the program
 */
public interface Form<T> {
  /** The form in words, after "must be": {@code a text that is not empty}. */
  String words();

  /** What stands there; if it is wrong, empty, and the reading knows why. */
  Optional<T> read(Slot slot);

  /** The keywords of a JSON Schema that say the same. */
  Map<String, Object> schema(Definitions definitions);
}
