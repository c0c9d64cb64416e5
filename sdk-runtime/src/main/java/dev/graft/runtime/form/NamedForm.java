package dev.graft.runtime.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An object whose keys are names that its author chose. Entries that are wrong are left out of what
 * is read.
 *
 * @param <T> what its entries mean
 * @param name what a name may be; it is matched as a whole
 * @param rule the same in words, one or two sentences
 * @param entry what each entry may be
 */
public record NamedForm<T>(Pattern name, String rule, Form<T> entry)
    implements Form<Map<String, T>> {
  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  /** Any name will do. */
  public static <T> NamedForm<T> of(Form<T> entry) {
    return new NamedForm<>(ANY, "", entry);
  }

  @Override
  public String words() {
    return "an object";
  }

  @Override
  public Optional<Map<String, T>> read(Slot slot) {
    if (!(slot.value() instanceof Map<?, ?> map)) {
      return slot.refuse(this);
    }
    Map<String, T> entries = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          String text = String.valueOf(key);
          if (name.matcher(text).matches()) {
            entry.read(slot.entry(text, value)).ifPresent(read -> entries.put(text, read));
          } else {
            slot.reading().foundKey(slot.to(text), rule);
          }
        });
    return Optional.of(entries);
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    if (!rule.isEmpty()) {
      schema.put("propertyNames", Map.of("pattern", "^" + name.pattern() + "$"));
    }
    schema.put("additionalProperties", entry.schema(definitions));
    return schema;
  }
}
