package dev.graft.port.read;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An expression. */
public sealed interface Expr {
  /** Where it stands. */
  Place at();

  /** A variable, a function, a module or a class. */
  record Name(Place at, String id) implements Expr {}

  /** A literal; the value is portable. */
  record Constant(Place at, @Nullable Object value) implements Expr {}

  /** {@code value.name}. */
  record Attribute(Place at, Expr value, String name) implements Expr {}

  /** {@code value[index]}. */
  record Subscript(Place at, Expr value, Expr index) implements Expr {}

  /** {@code lower:upper:step}, in brackets. */
  record Slice(Place at, Optional<Expr> lower, Optional<Expr> upper, Optional<Expr> step)
      implements Expr {}

  /** A call; an argument of no name has an empty one. */
  record Call(Place at, Expr function, List<Expr> args, List<Keyword> keywords) implements Expr {}

  /** An operator between two values, named as in Python's {@code ast}. */
  record Binary(Place at, Expr left, String operator, Expr right) implements Expr {}

  /** An operator before a value. */
  record Unary(Place at, String operator, Expr operand) implements Expr {}

  /** {@code and} or {@code or} of two values and more. */
  record Logical(Place at, boolean isAnd, List<Expr> values) implements Expr {}

  /** A chain of comparisons. */
  record Compare(Place at, Expr left, List<String> operators, List<Expr> others) implements Expr {}

  /** {@code yes if test else no}. */
  record Conditional(Place at, Expr test, Expr yes, Expr no) implements Expr {}

  /** A function without a name. */
  record Lambda(Place at, List<String> parameters, Expr body) implements Expr {}

  /** {@code [a, b]}. */
  record ListOf(Place at, List<Expr> items) implements Expr {}

  /** {@code (a, b)}. */
  record TupleOf(Place at, List<Expr> items) implements Expr {}

  /** {@code {key: value}}; an entry without a key is {@code **value}. */
  record DictOf(Place at, List<Entry> entries) implements Expr {}

  /** {@code [element for target in items if test]}, and that of a dict with a key. */
  record Comprehension(
      Place at, String kind, Optional<Expr> key, Expr element, List<Generator> generators)
      implements Expr {}

  /** {@code f"…"}. */
  record Formatted(Place at, List<Expr> parts) implements Expr {}

  /** {@code {value!r:format}} in an f-string. */
  record Field(Place at, Expr value, char conversion, boolean hasFormat) implements Expr {}

  /** {@code yield value}. */
  record Yield(Place at, Optional<Expr> value) implements Expr {}

  /** {@code yield from value}. */
  record YieldFrom(Place at, Expr value) implements Expr {}

  /** {@code *value}. */
  record Starred(Place at, Expr value) implements Expr {}

  /**
   * Anything else.
   *
   * @param kind its class in Python's {@code ast}
   * @param parts the expressions in it
   */
  record Other(Place at, String kind, List<Expr> parts) implements Expr {}

  /** {@code name=value} in a call. */
  record Keyword(String name, Expr value) {}

  /** An entry of a dict. */
  record Entry(Optional<Expr> key, Expr value) {}

  /** {@code for target in items if test if test}. */
  record Generator(Expr target, Expr items, List<Expr> tests, boolean isAsync) {}

  /** Whether it is the literal {@code None}. */
  static boolean isNone(Expr each) {
    return each instanceof Constant constant && constant.value() == null;
  }
}
