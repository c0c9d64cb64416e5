package dev.graft.port.write;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Makes Javadoc of a docstring. */
final class Javadoc {
  private Javadoc() {}

  /** The paragraphs of a text, or another text if there are none. */
  static String of(String docstring, String otherwise) {
    String text = docstring.isBlank() ? otherwise : docstring;
    return Arrays.stream(text.strip().split("\n\\s*\n"))
        .map(paragraph -> escaped(paragraph.strip().replaceAll("\\s+", " ")))
        .collect(Collectors.joining("\n\n<p>"));
  }

  private static String escaped(String text) {
    String marked = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return marked
        .replace("*/", "*&#47;")
        .replace("@", "&#64;")
        .replaceAll("``([^`{}]+)``", "{@code $1}");
  }
}
