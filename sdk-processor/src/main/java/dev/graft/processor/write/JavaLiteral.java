package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;
import java.math.BigInteger;
import java.util.List;

/** Portable values as Java source. */
final class JavaLiteral {
  private JavaLiteral() {}

  /** The expression for a bool, number or text, or a list of such. */
  static Expr of(Object value) {
    if (value instanceof String text) {
      return Expr.text(string(text));
    } else if (value instanceof Long) {
      return Expr.text(value + "L");
    } else if (value instanceof Double number) {
      return Expr.text(number.toString());
    } else if (value instanceof BigInteger) {
      return Expr.call(
          CodeBlock.of("new $T", BigInteger.class), Expr.text(string(value.toString())));
    }
    if (value instanceof List<?> items) {
      return Expr.list(items.stream().map(JavaLiteral::of).toList());
    }
    return Expr.text(value.toString());
  }

  /** A text in quotes. */
  static String string(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c > 0x7e) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }
}
