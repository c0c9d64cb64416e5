package dev.graft.runtime.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A text with something in it. */
public final class TextForm implements Form<String> {
  /** Any such text. */
  public static final TextForm ANY = new TextForm();

  private TextForm() {}

  @Override
  public String words() {
    return "a text that is not empty";
  }

  @Override
  public Optional<String> read(Slot slot) {
    return slot.value() instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : slot.refuse(this);
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.put("pattern", "\\S");
    return schema;
  }
}
