package dev.graft.runtime.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A key of an object.
 *
 * @param <T> what stands at it
 * @param name the key
 * @param form what may stand at it
 * @param doc what it means, whole sentences
 * @param required whether it must be there
 * @param usual what counts if it is not there, as one would write it
 * @param examples what could stand there, for editors
 */
public record Key<T>(
    String name,
    Form<T> form,
    String doc,
    boolean required,
    Optional<Object> usual,
    List<Object> examples) {
  public Key {
    examples = List.copyOf(examples);
  }

  /** A key that may be left out. */
  public static <T> Key<T> of(String name, Form<T> form, String doc) {
    return new Key<>(name, form, doc, false, Optional.empty(), List.of());
  }

  /** The same, and it must be there. */
  public Key<T> needed() {
    return new Key<>(name, form, doc, true, usual, examples);
  }

  /** The same with what counts if it is not there. */
  public Key<T> usually(Object value) {
    return new Key<>(name, form, doc, required, Optional.of(value), examples);
  }

  /** The same with examples. */
  public Key<T> like(Object... values) {
    return new Key<>(name, form, doc, required, usual, List.of(values));
  }

  Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("description", doc);
    schema.putAll(form.schema(definitions));
    usual.ifPresent(value -> schema.put("default", value));
    if (!examples.isEmpty()) {
      schema.put("examples", examples);
    }
    return schema;
  }
}
