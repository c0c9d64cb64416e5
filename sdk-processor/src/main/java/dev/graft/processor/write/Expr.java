package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An expression that knows how to break over lines: it stays on one line if it fits; else the
 * arguments of a call go on the next line, together if they fit, or one by one.
 */
sealed interface Expr {
  /** The expression on one line. */
  CodeBlock flat();

  /** How many columns it takes on one line. */
  int width();

  /**
   * The expression, broken.
   *
   * @param indent the column where the line that it stands in begins
   * @param tail how many columns must stay free behind it
   * @param limit how many columns there are
   */
  CodeBlock broken(int indent, int tail, int limit);

  /** The expression, broken only if it does not fit; it begins at a column of its line. */
  default CodeBlock print(int indent, int column, int tail, int limit) {
    return column + width() + tail <= limit ? flat() : broken(indent, tail, limit);
  }

  /** An expression that cannot be broken. */
  static Expr atom(String format, Object... args) {
    CodeBlock flat = CodeBlock.of(format, args);
    return new Atom(flat, Widths.of(flat));
  }

  /** An expression that cannot be broken and names no class that must be imported. */
  static Expr text(String code) {
    return new Atom(CodeBlock.of("$L", code), code.length());
  }

  /** A call of a method or a constructor. */
  static Expr call(CodeBlock head, Expr... args) {
    return call(head, Arrays.asList(args));
  }

  /** A call of a method or a constructor. */
  static Expr call(CodeBlock head, List<Expr> args) {
    int inside = args.stream().mapToInt(Expr::width).sum() + 2 * Math.max(0, args.size() - 1);
    return new Call(head, args, Widths.of(head), inside);
  }

  /** A list of these. */
  static Expr list(List<Expr> items) {
    return call(CodeBlock.of("$T.of", List.class), items);
  }

  /** A cast. */
  static Expr cast(TypeName type, Expr value) {
    CodeBlock sign = CodeBlock.of("($T)", type);
    return new Before(sign, value, Widths.of(sign));
  }

  /** A lambda without parameters. */
  static Expr lambda(Expr body) {
    CodeBlock sign = CodeBlock.of("() ->");
    return new Before(sign, body, Widths.of(sign));
  }

  /** An unbreakable expression. */
  record Atom(CodeBlock flat, int width) implements Expr {
    @Override
    public CodeBlock broken(int indent, int tail, int limit) {
      return flat;
    }
  }

  /** A call. */
  record Call(CodeBlock head, List<Expr> args, int headWidth, int argsWidth) implements Expr {
    @Override
    public CodeBlock flat() {
      return CodeBlock.of("$L($L)", head, joined());
    }

    @Override
    public int width() {
      return headWidth + "()".length() + argsWidth;
    }

    private CodeBlock joined() {
      return args.stream().map(Expr::flat).collect(CodeBlock.joining(", "));
    }

    @Override
    public CodeBlock broken(int indent, int tail, int limit) {
      if (args.isEmpty()) {
        return flat();
      }
      int inner = indent + 4;
      String newLine = Lines.breakAt(inner);
      if (inner + argsWidth + 1 + tail <= limit) {
        return CodeBlock.of("$L($L$L)", head, newLine, joined());
      }
      List<CodeBlock> lines = new ArrayList<>();
      for (int i = 0; i < args.size(); i++) {
        boolean last = i == args.size() - 1;
        lines.add(args.get(i).print(inner, inner, last ? 1 + tail : 1, limit));
      }
      return CodeBlock.of(
          "$L($L$L)", head, newLine, lines.stream().collect(CodeBlock.joining("," + newLine)));
    }
  }

  /** A cast or the head of a lambda, and what follows it. */
  record Before(CodeBlock sign, Expr value, int signWidth) implements Expr {
    @Override
    public CodeBlock flat() {
      return CodeBlock.of("$L $L", sign, value.flat());
    }

    @Override
    public int width() {
      return signWidth + 1 + value.width();
    }

    @Override
    public CodeBlock broken(int indent, int tail, int limit) {
      int inner = indent + 4;
      CodeBlock printed = value.print(inner, inner, tail, limit);
      return CodeBlock.of("$L$L$L", sign, Lines.breakAt(inner), printed);
    }
  }
}
