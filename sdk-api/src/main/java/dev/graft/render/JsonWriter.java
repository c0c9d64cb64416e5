package dev.graft.render;

import dev.graft.value.Bytes;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, collections, texts, numbers, bools and null as JSON with two spaces of indentation,
 * always in the same way. It exists so that this module needs no JSON library; values of pipelines
 * are written elsewhere.
 */
public final class JsonWriter {
  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  /** The JSON text of a tree, with a line end after it. */
  public static String write(@Nullable Object tree) {
    JsonWriter writer = new JsonWriter();
    writer.value(tree, "");
    return writer.out.append('\n').toString();
  }

  private void value(@Nullable Object tree, String indent) {
    if (tree instanceof Map<?, ?> map) {
      block('{', '}', map.entrySet(), indent);
    } else if (tree instanceof Collection<?> list) {
      block('[', ']', list, indent);
    } else if (tree instanceof Map.Entry<?, ?> entry) {
      string(String.valueOf(entry.getKey()));
      out.append(": ");
      value(entry.getValue(), indent);
    } else if (tree instanceof Double number) {
      number(number);
    } else if (tree == null || tree instanceof Boolean || tree instanceof Number) {
      out.append(tree);
    } else if (tree instanceof String text) {
      string(text);
    } else if (tree instanceof JsonText written) {
      out.append(written.text());
    } else if (tree instanceof Bytes) {
      throw new IllegalArgumentException("bytes have no plain JSON form");
    } else {
      string(tree.toString());
    }
  }

  private void number(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      string(String.valueOf(number));
    } else {
      out.append(number);
    }
  }

  private void block(char open, char close, Collection<?> items, String indent) {
    if (items.isEmpty()) {
      out.append(open).append(close);
      return;
    }
    out.append(open);
    String inner = indent + "  ";
    Iterator<?> each = items.iterator();
    while (each.hasNext()) {
      out.append('\n').append(inner);
      value(each.next(), inner);
      out.append(each.hasNext() ? "," : "\n" + indent);
    }
    out.append(close);
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || Character.isSurrogate(c)) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
