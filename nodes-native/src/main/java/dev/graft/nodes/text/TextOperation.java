package dev.graft.nodes.text;

import dev.graft.py.PyStr;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link TextProcessorNode} can do with a text. */
public enum TextOperation {
  UPPERCASE,
  LOWERCASE,
  TITLE_CASE,
  REVERSE,
  CHAR_COUNT,
  WORD_COUNT,
  FIRST_WORD,
  LAST_WORD,
  REMOVE_SPACES;

  /** The operation of a name. */
  static Optional<TextOperation> of(@Nullable Object name) {
    return Arrays.stream(values()).filter(operation -> operation.text().equals(name)).findFirst();
  }

  /** All names. */
  static List<String> names() {
    return Arrays.stream(values()).map(TextOperation::text).toList();
  }

  /** The name in manifests and items. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The result: a str, or an int for what counts. */
  Object apply(String text) {
    return switch (this) {
      case UPPERCASE -> PyStr.upper(text);
      case LOWERCASE -> PyStr.lower(text);
      case TITLE_CASE -> PyStr.title(text);
      case REVERSE -> PyStr.reverse(text);
      case CHAR_COUNT -> (long) PyStr.length(text);
      case WORD_COUNT -> (long) PyStr.words(text).size();
      case FIRST_WORD -> wordOf(text, true);
      case LAST_WORD -> wordOf(text, false);
      case REMOVE_SPACES -> PyStr.remove(text, ' ');
    };
  }

  private static String wordOf(String text, boolean first) {
    List<String> words = PyStr.words(text);
    return words.isEmpty() ? "" : words.get(first ? 0 : words.size() - 1);
  }
}
