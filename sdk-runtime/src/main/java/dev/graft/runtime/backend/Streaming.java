package dev.graft.runtime.backend;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a Python node takes its items, if the manifest says so and not the class. */
public enum Streaming {
  /** One call for each item. */
  ITEM,
  /** One call, with all items as an iterator. */
  WHOLE;

  /** The word in manifests. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a word means. */
  public static Optional<Streaming> of(String text) {
    return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
  }
}
