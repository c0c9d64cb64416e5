package dev.graft.compat.subject;

import java.util.regex.Pattern;

/** Texts for people, in which half of a surrogate pair, that no file can hold, is spelled out. */
final class WellFormed {
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private WellFormed() {}

  static String of(String text) {
    return HALF.matcher(text)
        .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)));
  }
}
