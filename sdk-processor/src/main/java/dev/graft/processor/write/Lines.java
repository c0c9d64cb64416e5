package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;

/** Statements and fields in the layout of google-java-format. */
final class Lines {
  private static final int WIDTH = 100;

  private final int limit;

  private Lines(int margin) {
    this.limit = WIDTH - margin;
  }

  /** Lines that begin at a column, up to which JavaPoet indents by itself. */
  static Lines from(int margin) {
    return new Lines(margin);
  }

  /** A line break after which a line begins at a column, counted from the margin. */
  static String breakAt(int column) {
    return "\n" + " ".repeat(column);
  }

  /** {@code left = right;}. */
  CodeBlock assign(CodeBlock left, Expr right) {
    return CodeBlock.of("$L = $L;\n", left, initializer(left, right));
  }

  /** What stands behind {@code left =}; the line end after the sign follows in {@link Layout}. */
  CodeBlock initializer(CodeBlock left, Expr right) {
    if (Widths.of(left) + 3 + right.width() + 1 <= limit) {
      return right.flat();
    }
    return CodeBlock.of("$L$L", breakAt(4), right.print(4, 4, 1, limit));
  }

  /** The head of a loop over what is on the right, its brace open. */
  CodeBlock forEach(CodeBlock left, CodeBlock right) {
    boolean fits = Widths.of(left) + Widths.of(right) + "for ( : ) {".length() <= limit;
    return CodeBlock.of("for ($L :$L$L) {\n", left, fits ? " " : breakAt(4), right);
  }

  /** {@code return value;}. */
  CodeBlock returned(Expr value) {
    return CodeBlock.of("return $L;\n", value.print(0, 7, 1, limit));
  }

  /** {@code return test ? yes : no;}. */
  CodeBlock returnedChoice(CodeBlock test, CodeBlock yes, CodeBlock no) {
    CodeBlock flat = CodeBlock.of("return $L ? $L : $L;\n", test, yes, no);
    return Widths.of(flat) - 1 <= limit
        ? flat
        : CodeBlock.of("return $L\n    ? $L\n    : $L;\n", test, yes, no);
  }

  /** {@code call;}. */
  CodeBlock statement(Expr call) {
    return CodeBlock.of("$L;\n", call.print(0, 0, 1, limit));
  }
}
