package dev.graft.port.types;

import java.util.Locale;
import javax.lang.model.SourceVersion;

/** Java's names for Python's. */
public final class Names {
  private Names() {}

  /** {@code _look_up} becomes {@code lookUp}. */
  public static String camel(String python) {
    StringBuilder name = new StringBuilder();
    boolean upper = false;
    String plain = python.replaceAll("^_+", "");
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '_') {
        upper = !name.isEmpty();
      } else {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    String found = name.toString();
    if (found.isEmpty() || !SourceVersion.isIdentifier(found)) {
      return "value" + found;
    }
    return SourceVersion.isKeyword(found) ? found + "Value" : found;
  }

  /** {@code max_count} becomes {@code MaxCount}. */
  public static String type(String python) {
    String camel = camel(python);
    return Character.toUpperCase(camel.charAt(0)) + camel.substring(1);
  }

  /** {@code _max_depth} becomes {@code MAX_DEPTH}. */
  public static String constant(String python) {
    String name = python.replaceAll("^_+", "").toUpperCase(Locale.ROOT);
    return SourceVersion.isIdentifier(name) ? name : "VALUE_" + name;
  }
}
