package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Type;
import dev.graft.py.PyValue;
import java.util.Map;

/** Translates {@code ==} and {@code <} and their like. */
final class Comparisons {
  private static final Map<String, String> SIGNS =
      Map.of("Lt", "<", "LtE", "<=", "Gt", ">", "GtE", ">=");

  private Comparisons() {}

  static Condition equal(Code left, Code right) {
    Kind a = left.type().kind();
    Kind b = right.type().kind();
    if (arePrimitive(a, b) || (a == Kind.BOOL && b == Kind.BOOL)) {
      return sign("==", left, right);
    } else if (isPresent(left, Kind.STR) && b == Kind.STR) {
      return Condition.of(Code.Rank.PRIMARY, "$L.equals($L)", left.primary(), right.text());
    } else if (isPresent(right, Kind.STR) && a == Kind.STR) {
      return Condition.of(Code.Rank.PRIMARY, "$L.equals($L)", right.primary(), left.text());
    } else if (isPresent(left, Kind.INT) && right.type().kind().isInt()) {
      return Condition.of(
          Code.Rank.PRIMARY, "$L.equals($L)", left.primary(), Coercion.to(right, Type.INT));
    }
    return Condition.of(
        Code.Rank.PRIMARY,
        "$T.equal($L, $L)",
        PyValue.class,
        Coercion.to(left, Type.ANY),
        Coercion.to(right, Type.ANY));
  }

  static Condition unequal(Code left, Code right) {
    Kind a = left.type().kind();
    Kind b = right.type().kind();
    return arePrimitive(a, b) || (a == Kind.BOOL && b == Kind.BOOL)
        ? sign("!=", left, right)
        : equal(left, right).negated();
  }

  static Condition ordered(String operator, Code left, Code right) {
    String sign = SIGNS.get(operator);
    if (sign == null) {
      throw new UntranslatableException("there is no rule for " + Expressions.words(operator));
    }
    Kind a = left.type().kind();
    Kind b = right.type().kind();
    if (arePrimitive(a, b)) {
      return relation(
          CodeBlock.of("$L $L $L", left.within(Code.Rank.SUM), sign, right.within(Code.Rank.SUM)));
    } else if (a.isInt() && b.isInt() && !left.type().nullable() && !right.type().nullable()) {
      if (right.text().toString().equals("0")) {
        return relation(CodeBlock.of("$L.signum() $L 0", left.primary(), sign));
      }
      return relation(
          CodeBlock.of(
              "$L.compareTo($L) $L 0",
              Coercion.fit(left, Type.INT).primary(),
              Coercion.to(right, Type.INT),
              sign));
    }
    boolean isLess = sign.startsWith("<");
    return Condition.of(
        Code.Rank.PRIMARY,
        "$T.$L($L, $L)",
        PyValue.class,
        sign.endsWith("=") ? "isAtMost" : "isLess",
        Coercion.to(isLess ? left : right, Type.ANY),
        Coercion.to(isLess ? right : left, Type.ANY));
  }

  private static boolean isPresent(Code code, Kind kind) {
    return code.type().kind() == kind && !code.type().nullable();
  }

  private static boolean arePrimitive(Kind a, Kind b) {
    return isPlain(a)
        && isPlain(b)
        && (a.isLong() == b.isLong() || a == Kind.SMALL || b == Kind.SMALL);
  }

  private static boolean isPlain(Kind kind) {
    return kind.isLong() || kind == Kind.FLOAT;
  }

  private static Condition relation(CodeBlock text) {
    return new Condition(text, Code.Rank.RELATION, Map.of(), Map.of());
  }

  /** Of two objects {@code ==} would ask whether they are the same one. */
  private static Condition sign(String sign, Code left, Code right) {
    Code first = right.boxed() ? left.unboxed() : left;
    return Condition.of(
        Code.Rank.EQUALITY,
        "$L $L $L",
        first.within(Code.Rank.RELATION),
        sign,
        right.within(Code.Rank.RELATION));
  }
}
