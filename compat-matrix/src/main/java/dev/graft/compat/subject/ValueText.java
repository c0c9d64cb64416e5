package dev.graft.compat.subject;

import dev.graft.runtime.json.TypedJson;
import org.jspecify.annotations.Nullable;

/** The typed JSON of values, opaque references included. */
public final class ValueText {
  private ValueText() {}

  /** The text, in one line. */
  public static String of(@Nullable Object value) {
    return TypedJson.write(value);
  }
}
