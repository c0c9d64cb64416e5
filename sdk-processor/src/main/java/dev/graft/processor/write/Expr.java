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
    return column + Widths.of(flat()) + tail <= limit ? flat() : broken(indent, tail, limit);
  }

  /** An expression that cannot be broken. */
  static Expr atom(String format, Object... args) {
    return new Atom(CodeBlock.of(format, args));
  }

  /** A call of a method or a constructor. */
  static Expr call(CodeBlock head, Expr... args) {
    return new Call(head, Arrays.asList(args));
  }

  /** A call of a method or a constructor. */
  static Expr call(CodeBlock head, List<Expr> args) {
    return new Call(head, args);
  }

  /** A list of these. */
  static Expr list(List<Expr> items) {
    return call(CodeBlock.of("$T.of", List.class), items);
  }

  /** A cast. */
  static Expr cast(TypeName type, Expr value) {
    return new Cast(CodeBlock.of("($T)", type), value);
  }

  /** A lambda without parameters. */
  static Expr lambda(Expr body) {
    return new Lambda(body);
  }

  /** An unbreakable expression. */
  record Atom(CodeBlock flat) implements Expr {
    @Override
    public CodeBlock broken(int indent, int tail, int limit) {
      return flat;
    }
  }

  /** A call. */
  record Call(CodeBlock head, List<Expr> args) implements Expr {
    @Override
    public CodeBlock flat() {
      return CodeBlock.of("$L($L)", head, joined());
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
      if (inner + Widths.of(joined()) + 1 + tail <= limit) {
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

  /** A cast. */
  record Cast(CodeBlock type, Expr value) implements Expr {
    @Override
    public CodeBlock flat() {
      return CodeBlock.of("$L $L", type, value.flat());
    }

    @Override
    public CodeBlock broken(int indent, int tail, int limit) {
      int inner = indent + 4;
      CodeBlock printed = value.print(inner, inner, tail, limit);
      return CodeBlock.of("$L$L$L", type, Lines.breakAt(inner), printed);
    }
  }

  /** A lambda. */
  record Lambda(Expr body) implements Expr {
    @Override
    public CodeBlock flat() {
      return CodeBlock.of("() -> $L", body.flat());
    }

    @Override
    public CodeBlock broken(int indent, int tail, int limit) {
      int inner = indent + 4;
      CodeBlock printed = body.print(inner, inner, tail, limit);
      return CodeBlock.of("() ->$L$L", Lines.breakAt(inner), printed);
    }
  }
}
