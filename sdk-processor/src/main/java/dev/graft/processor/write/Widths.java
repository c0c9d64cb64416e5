package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;

/** How wide code will be once JavaPoet has turned qualified names into imports. */
final class Widths {
  private Widths() {}

  /** The number of columns of one line of code. */
  static int of(CodeBlock code) {
    String text = code.toString();
    int width = 0;
    int at = 0;
    while (at < text.length()) {
      int end = at + 1;
      if (text.charAt(at) == '"') {
        end = endOfString(text, at);
      } else if (isWord(text.charAt(at))) {
        int name = afterQualifier(text, at);
        end = endOfWord(text, name);
        at = name;
      }
      width += end - at;
      at = end;
    }
    return width;
  }

  /** Where the name begins that a word is the qualifier of; the word itself if it is none. */
  private static int afterQualifier(String text, int word) {
    int name = word;
    while (isLower(charAt(text, name))) {
      int end = endOfWord(text, name);
      if (charAt(text, end) != '.') {
        return word;
      }
      name = end + 1;
    }
    if (name > word && charAt(text, name) == ' ') {
      name++; // before an annotation, see Layout
    }
    char first = charAt(text, name);
    return first == '@' || (first >= 'A' && first <= 'Z') ? name : word;
  }

  private static int endOfString(String text, int quote) {
    int end = quote + 1;
    while (text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1;
  }

  private static int endOfWord(String text, int start) {
    int end = start;
    while (isWord(charAt(text, end))) {
      end++;
    }
    return end;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isWord(char c) {
    return isLower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  private static char charAt(String text, int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }
}
