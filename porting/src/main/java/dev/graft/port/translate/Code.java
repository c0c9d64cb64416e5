package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.types.Type;

/**
 * An expression of Java.
 *
 * @param text the expression
 * @param type the type of its value
 * @param rank how tightly it holds together
 * @param boxed whether it is an object although its type is a primitive one, as what comes out of a
 *     list is: two such must not be compared with {@code ==}
 */
record Code(CodeBlock text, Type type, Rank rank, boolean boxed) {
  /** How tightly operators bind, the tightest first. */
  enum Rank {
    PRIMARY,
    UNARY,
    PRODUCT,
    SUM,
    RELATION,
    EQUALITY,
    AND,
    OR,
    CHOICE,
    LAMBDA
  }

  Code(CodeBlock text, Type type, Rank rank) {
    this(text, type, rank, false);
  }

  /** A name, a literal or a call. */
  static Code of(Type type, String format, Object... args) {
    return new Code(CodeBlock.of(format, args), type, Rank.PRIMARY);
  }

  /** The text, in parentheses where it would fall apart beside an operator of that rank. */
  CodeBlock within(Rank outer) {
    return rank.compareTo(outer) <= 0 ? text : CodeBlock.of("($L)", text);
  }

  /** The text as what a method is called on. */
  CodeBlock primary() {
    return within(Rank.PRIMARY);
  }

  /** The same with another type. */
  Code as(Type other) {
    return new Code(text, other, rank, boxed);
  }

  /** The same as an object, where its type is a primitive one. */
  Code asBoxed() {
    return new Code(text, type, rank, type.java().isPrimitive());
  }

  /** The same as no object. */
  Code unboxed() {
    return boxed
        ? new Code(
            CodeBlock.of("($T) $L", type.java(), within(Rank.UNARY)), type, Rank.UNARY, false)
        : this;
  }
}
