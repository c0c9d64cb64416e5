package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Type;
import dev.graft.py.PyArithmetic;
import dev.graft.py.PyList;
import dev.graft.py.PyStr;
import dev.graft.py.PyValue;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.Map;

/** Translates arithmetic. Java's own operators stand where they do what Python's do. */
final class Operators {
  private static final Map<String, String> METHODS =
      Map.of(
          "Add", "add",
          "Sub", "subtract",
          "Mult", "multiply",
          "Div", "divide",
          "FloorDiv", "floorDivide",
          "Mod", "modulo",
          "Pow", "power",
          "BitAnd", "bitAnd");
  private static final Map<String, String> SIGNS = Map.of("Add", "+", "Sub", "-", "Mult", "*");

  private Operators() {}

  /** An operator, named as in Python's {@code ast}, between two values. */
  static Code binary(String operator, Code left, Code right) {
    String method = METHODS.get(operator);
    if (method == null) {
      throw new UntranslatableException(
          "there is no rule for the operator " + Expressions.words(operator));
    }
    Kind a = left.type().kind();
    Kind b = right.type().kind();
    if (a == Kind.NEVER || b == Kind.NEVER) {
      return Code.of(Type.NEVER, "$T.$L($L, $L)", PyValue.class, method, left.text(), right.text());
    } else if (operator.equals("Add") && a == Kind.STR && b == Kind.STR) {
      return Code.of(Type.STR, "$T.concat($L, $L)", PyStr.class, left.text(), right.text());
    } else if (operator.equals("Add") && a == Kind.LIST && b == Kind.LIST) {
      return Code.of(
          Type.list(Type.ANY), "$T.concat($L, $L)", PyList.class, left.text(), right.text());
    } else if (!isNumber(left) || !isNumber(right) || operator.equals("BitAnd")) {
      return unknown(method, left, right);
    }
    return numbers(operator, method, left, right);
  }

  private static boolean isNumber(Code code) {
    return code.type().kind().isNumber() && !code.type().nullable();
  }

  /** What the operands are is found when the node runs. */
  private static Code unknown(String method, Code left, Code right) {
    return Code.of(
        Type.ANY,
        "$T.$L($L, $L)",
        PyValue.class,
        method,
        Coercion.to(left, Type.ANY),
        Coercion.to(right, Type.ANY));
  }

  private static Code numbers(String operator, String method, Code left, Code right) {
    Kind a = left.type().kind();
    Kind b = right.type().kind();
    boolean isSimple = SIGNS.containsKey(operator);
    if (a.isLong() && b.isLong()) {
      return longs(operator, method, left, right);
    } else if (isSimple && isPrimitive(a) && isPrimitive(b)) {
      return plain(operator, left, right, Type.FLOAT);
    } else if (isSimple && a.isInt() && b.isInt()) {
      return Code.of(
          Type.INT,
          "$L.$L($L)",
          Coercion.fit(left, Type.INT).primary(),
          method,
          Coercion.to(right, Type.INT));
    }
    return exact(operator, method, left, right);
  }

  /** Sums of a long and a small number do not leave the longs; other results may. */
  private static Code longs(String operator, String method, Code left, Code right) {
    boolean isSmall = left.type().kind() == Kind.SMALL || right.type().kind() == Kind.SMALL;
    boolean bothSmall = left.type().kind() == Kind.SMALL && right.type().kind() == Kind.SMALL;
    boolean isSum = operator.equals("Add") || operator.equals("Sub");
    if (isSum && isSmall) {
      return plain(operator, left, right, Type.LONG);
    } else if (operator.equals("Mult") && bothSmall) {
      return plain(operator, Coercion.asLong(left), right, Type.LONG);
    } else if (isDivisor(right) && (operator.equals("FloorDiv") || operator.equals("Mod"))) {
      String rule = operator.equals("Mod") ? "floorMod" : "floorDiv";
      return Code.of(Type.LONG, "$T.$L($L, $L)", Math.class, rule, left.text(), right.text());
    }
    return switch (operator) {
      case "Add", "Sub", "Mult" ->
          Code.of(
              Type.INT,
              "$T.valueOf($L).$L($L)",
              BigInteger.class,
              left.text(),
              method,
              Coercion.to(right, Type.INT));
      default -> exact(operator, method, left, right);
    };
  }

  private static boolean isDivisor(Code code) {
    return Coercion.isLiteral(code) && !code.text().toString().equals("0");
  }

  private static boolean isPrimitive(Kind kind) {
    return kind.isLong() || kind == Kind.FLOAT;
  }

  private static Code plain(String operator, Code left, Code right, Type type) {
    Code.Rank rank = operator.equals("Mult") ? Code.Rank.PRODUCT : Code.Rank.SUM;
    Code.Rank tighter = operator.equals("Mult") ? Code.Rank.UNARY : Code.Rank.PRODUCT;
    return new Code(
        CodeBlock.of("$L $L $L", left.within(rank), SIGNS.get(operator), right.within(tighter)),
        type,
        rank);
  }

  private static Code exact(String operator, String method, Code left, Code right) {
    Code result =
        Code.of(
            Type.NUMBER,
            "$T.$L($L, $L)",
            PyArithmetic.class,
            method,
            Coercion.to(left, Type.NUMBER),
            Coercion.to(right, Type.NUMBER));
    boolean areInts = left.type().kind().isInt() && right.type().kind().isInt();
    boolean hasFloat = left.type().kind() == Kind.FLOAT || right.type().kind() == Kind.FLOAT;
    if (operator.equals("Div") || (hasFloat && !operator.equals("Pow"))) {
      return Code.of(Type.FLOAT, "$L.doubleValue()", result.text());
    } else if (areInts && (!operator.equals("Pow") || Coercion.isLiteral(right))) {
      return Code.of(Type.INT, "$T.toBigInteger($L)", Values.class, result.text());
    }
    return result;
  }
}
