package dev.graft.runtime.form;

import java.util.Map;
import java.util.Optional;

/** The entries of an object that is being read. */
public final class Entries {
  private final Map<?, ?> map;
  private final Slot slot;

  Entries(Map<?, ?> map, Slot slot) {
    this.map = map;
    this.slot = slot;
  }

  /** What stands at a key; if it is not there although it must be, that is told. */
  public <T> Optional<T> get(Key<T> key) {
    if (map.containsKey(key.name())) {
      return key.form().read(slot.entry(key.name(), map.get(key.name())));
    } else if (key.required()) {
      problem(key, "is required, give " + key.form().words() + ".");
    }
    return Optional.empty();
  }

  /** Whether the key is there, right or wrong. */
  public boolean has(Key<?> key) {
    return map.containsKey(key.name());
  }

  /** Says what is wrong with the value at a key. */
  public void problem(Key<?> key, String fact) {
    reading().found(slot.to(key.name()), fact);
  }

  /** Says that a key cannot be there. */
  public void unwanted(Key<?> key, String fact) {
    reading().foundKey(slot.to(key.name()), fact);
  }

  /** The reading that this is a part of. */
  public Reading reading() {
    return slot.reading();
  }
}
