package dev.graft.runtime.write;

import dev.graft.node.ErrorKind;
import dev.graft.value.ValueException;

/** Whether a str can be written as UTF-8. */
final class Encodable {
  private Encodable() {}

  /**
   * Refuses half of a surrogate pair: it would become a question mark.
   *
   * @throws ValueException if there is one
   */
  static void check(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw ValueException.of(
            ErrorKind.INVALID,
            "the str has a lone surrogate, which UTF-8 cannot hold. Write --output-format jsonl");
      }
    }
  }
}
