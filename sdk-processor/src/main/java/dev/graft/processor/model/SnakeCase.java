package dev.graft.processor.model;

import java.util.Locale;

/** Turns Java names into the names that manifests use. */
public final class SnakeCase {
  private SnakeCase() {}

  /** {@code initialCount} is {@code initial_count}, {@code HTTPPort} is {@code http_port}. */
  public static String ofMember(String name) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isUpperCase(c) && startsWord(name, i)) {
        out.append('_');
      }
      out.append(c);
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  /** {@code ADD_ALL} is {@code add_all}; a constant in camel case is treated like a member. */
  public static String ofConstant(String name) {
    boolean shouting = name.chars().noneMatch(Character::isLowerCase);
    return shouting ? name.toLowerCase(Locale.ROOT) : ofMember(name);
  }

  private static boolean startsWord(String name, int index) {
    if (index == 0 || name.charAt(index - 1) == '_') {
      return false;
    }
    boolean afterSmall = !Character.isUpperCase(name.charAt(index - 1));
    boolean beforeSmall =
        index + 1 < name.length() && Character.isLowerCase(name.charAt(index + 1));
    return afterSmall || beforeSmall;
  }
}
