package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A test, and what is known of variables where it holds and where it does not.
 *
 * @param text an expression of type boolean
 * @param rank how tightly it holds together
 * @param whenTrue what variables are where it holds
 * @param whenFalse what they are elsewhere
 * @param opposite how its opposite is written, if not with an exclamation mark
 */
record Condition(
    CodeBlock text,
    Code.Rank rank,
    Map<String, Code> whenTrue,
    Map<String, Code> whenFalse,
    @Nullable Part opposite) {

  /** A test whose opposite is written with an exclamation mark. */
  Condition(
      CodeBlock text, Code.Rank rank, Map<String, Code> whenTrue, Map<String, Code> whenFalse) {
    this(text, rank, whenTrue, whenFalse, null);
  }

  static Condition of(Code.Rank rank, String format, Object... args) {
    return new Condition(CodeBlock.of(format, args), rank, Map.of(), Map.of());
  }

  /** A test that was made before, by a type. */
  static Condition constant(boolean value) {
    return of(Code.Rank.PRIMARY, "$L", value);
  }

  boolean isConstant() {
    return isTrue() || text.toString().equals("false");
  }

  boolean isTrue() {
    return text.toString().equals("true");
  }

  CodeBlock within(Code.Rank outer) {
    return rank.compareTo(outer) <= 0 ? text : CodeBlock.of("($L)", text);
  }

  Condition negated() {
    if (isConstant()) {
      return constant(!isTrue());
    }
    if (opposite != null) {
      return new Condition(
          opposite.text(),
          opposite.rank(),
          /* whenTrue= */ whenFalse,
          /* whenFalse= */ whenTrue,
          asPart());
    }
    return new Condition(
        CodeBlock.of("!$L", within(Code.Rank.PRIMARY)),
        Code.Rank.UNARY,
        /* whenTrue= */ whenFalse,
        /* whenFalse= */ whenTrue,
        asPart());
  }

  private Part asPart() {
    return new Part(text, rank);
  }

  /** The same test, of which it is known how its opposite is written. */
  Condition withOpposite(Code.Rank opposed, String format, Object... args) {
    return new Condition(
        text, rank, whenTrue, whenFalse, new Part(CodeBlock.of(format, args), opposed));
  }

  /** An expression of type boolean. */
  record Part(CodeBlock text, Code.Rank rank) {}
}
