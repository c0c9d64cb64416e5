package dev.graft.runtime.edit;

import dev.graft.runtime.backend.BackendId;
import java.util.Optional;

/** Puts the backend of one node into the text of its manifest. */
final class BackendText {
  private static final String BACKEND = "backend";
  private static final String PREFER = "prefer";
  private static final String TYPE = "type";

  private final String text;
  private final NodeText node;
  private final NodeText.Entry type;

  private BackendText(String text, NodeText node) {
    this.text = text;
    this.node = node;
    this.type = node.find(TYPE).orElseThrow(); // a node without one is no manifest's
  }

  /** The text with the backend. */
  static String with(String text, NodeText node, BackendId backend) throws EditException {
    return new BackendText(text, node).with(backend.text());
  }

  private String with(String backend) throws EditException {
    Optional<NodeText.Entry> there = node.find(BACKEND);
    if (there.isPresent()) {
      NodeText.Entry entry = there.get();
      return replaced(entry.from(), entry.to(), quotedLike(entry.from(), backend));
    }
    String entry = quotedLike(type.key(), BACKEND) + colon() + quotedLike(type.from(), backend);
    Optional<NodeText.Entry> prefer = node.find(PREFER);
    if (prefer.isPresent()) {
      return instead(prefer.get(), entry);
    }
    return node.isBlock() ? onNextLine(entry) : afterComma(entry);
  }

  private String instead(NodeText.Entry prefer, String entry) throws EditException {
    if (text.substring(prefer.key(), prefer.to()).contains("#")) {
      throw new EditException("there are comments inside of \"prefer\", which would be lost");
    }
    return replaced(prefer.key(), prefer.to(), entry);
  }

  private String onNextLine(String entry) {
    int line = text.lastIndexOf('\n', type.key()) + 1;
    int end = text.indexOf('\n', type.to());
    int at = end < 0 ? text.length() : end;
    boolean returns = at > 0 && text.charAt(at - 1) == '\r';
    if (returns) {
      at--;
    }
    String indent = " ".repeat(type.key() - line);
    return replaced(at, at, (returns ? "\r\n" : "\n") + indent + entry);
  }

  /** Blanks or a new line before it, as the neighbours have it. */
  private String afterComma(String entry) {
    NodeText.Entry first = node.entries().getFirst();
    String blank =
        node.entries().stream()
            .filter(each -> !each.equals(first))
            .filter(each -> first.equals(type) || each.equals(type))
            .findFirst()
            .map(each -> blankBefore(each.key()))
            .orElse(" ");
    return replaced(type.to(), type.to(), "," + blank + entry);
  }

  private String blankBefore(int at) {
    int from = at;
    while (from > 0 && Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, at);
  }

  /** What stands between a key and its value. */
  private String colon() {
    int from = type.key() + quotedLike(type.key(), TYPE).length();
    return text.substring(from, type.from());
  }

  private String quotedLike(int at, String word) {
    char quote = text.charAt(at);
    return quote == '"' || quote == '\'' ? quote + word + quote : word;
  }

  private String replaced(int from, int to, String by) {
    return text.substring(0, from) + by + text.substring(to);
  }
}
