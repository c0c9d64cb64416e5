package dev.graft.runtime.form;

import java.util.Map;
import java.util.Optional;

/** Yes or no. */
public final class FlagForm implements Form<Boolean> {
  /** The only one. */
  public static final FlagForm ANY = new FlagForm();

  private FlagForm() {}

  @Override
  public String words() {
    return "true or false";
  }

  @Override
  public Optional<Boolean> read(Slot slot) {
    return slot.value() instanceof Boolean flag ? Optional.of(flag) : slot.refuse(this);
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return Map.of("type", "boolean");
  }
}
