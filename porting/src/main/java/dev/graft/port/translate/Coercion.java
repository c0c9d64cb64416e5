package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Type;
import dev.graft.py.PyValue;
import dev.graft.value.Decode;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;

/**
 * Makes a value of one type fit where Java wants another, without changing what it is in Python.
 */
final class Coercion {
  private Coercion() {}

  /** The expression where that type is wanted. */
  static CodeBlock to(Code code, Type wanted) {
    return fit(code, wanted).text();
  }

  /** The same, to go on with. */
  static Code fit(Code code, Type wanted) {
    Kind from = code.type().kind();
    Kind to = wanted.kind();
    if (from == Kind.NEVER || to == Kind.NEVER || (from == Kind.NONE && !to.isPrimitive())) {
      return code;
    }
    return switch (to) {
      case ANY, NONE -> object(code);
      case NUMBER -> number(code, code.type().nullable() && !wanted.nullable() ? Kind.ANY : from);
      case INT -> code.type().nullable() && !wanted.nullable() ? present(code) : bigInteger(code);
      case SMALL, LONG -> from.isLong() ? code : refused(code, wanted);
      case FLOAT -> from == Kind.FLOAT ? code : decoded(code, wanted, "float64", Type.FLOAT);
      case BOOL -> from == Kind.BOOL ? code : decoded(code, wanted, "bool", Type.BOOL);
      case STR -> from == Kind.STR ? code : decoded(code, wanted, "str", Type.STR);
      case LIST -> list(code, wanted);
      case FIELDS, ENTRIES, DICT, TUPLE, RECORD, FUNCTION, OTHER -> same(code, wanted);
      case NEVER -> code;
    };
  }

  private static Code object(Code code) {
    return switch (code.type().kind()) {
      case SMALL ->
          isLiteral(code)
              ? Code.of(Type.ANY, "$LL", code.text())
              : isVariable(code) ? code.as(Type.ANY) : asLong(code);
      case INT ->
          code.type().nullable()
              ? Code.of(Type.ANY, "$T.intOrNone($L)", PyValue.class, code.text())
              : Code.of(Type.ANY, "$T.normalize($L)", Values.class, code.text());
      default -> code.as(Type.ANY);
    };
  }

  /** An int of Java, such as the size of a list, or a long already. */
  static Code asLong(Code code) {
    return new Code(
        CodeBlock.of("(long) $L", code.within(Code.Rank.UNARY)), Type.LONG, Code.Rank.UNARY);
  }

  private static boolean isVariable(Code code) {
    return code.text().toString().matches("(this\\.)?[A-Za-z_][A-Za-z0-9_]*");
  }

  static boolean isLiteral(Code code) {
    return code.text().toString().matches("-?[0-9]+");
  }

  private static Code number(Code code, Kind from) {
    return switch (from) {
      case SMALL, INT -> object(code).as(Type.NUMBER);
      case LONG, FLOAT, NUMBER -> code;
      default -> Code.of(Type.NUMBER, "$T.number($L)", PyValue.class, to(code, Type.ANY));
    };
  }

  private static Code bigInteger(Code code) {
    return switch (code.type().kind()) {
      case INT -> code;
      case SMALL -> literal(code);
      case LONG -> Code.of(Type.INT, "$T.valueOf($L)", BigInteger.class, code.text());
      default -> Code.of(Type.INT, "$T.bigInt($L)", Decode.class, to(code, Type.ANY));
    };
  }

  /** None is refused where Python refuses it, too. */
  private static Code present(Code code) {
    return Code.of(Type.INT, "$T.bigInt($L)", Decode.class, to(code, Type.ANY));
  }

  private static Code literal(Code code) {
    return switch (code.text().toString()) {
      case "0" -> Code.of(Type.INT, "$T.ZERO", BigInteger.class);
      case "1" -> Code.of(Type.INT, "$T.ONE", BigInteger.class);
      case "2" -> Code.of(Type.INT, "$T.TWO", BigInteger.class);
      case "10" -> Code.of(Type.INT, "$T.TEN", BigInteger.class);
      default -> Code.of(Type.INT, "$T.valueOf($L)", BigInteger.class, code.text());
    };
  }

  private static Code decoded(Code code, Type wanted, String method, Type type) {
    Kind from = code.type().kind();
    return from == Kind.ANY || from == Kind.NUMBER
        ? Code.of(type, "$T.$L($L)", Decode.class, method, code.text())
        : refused(code, wanted);
  }

  private static Code list(Code code, Type wanted) {
    if (code.type().kind() != Kind.LIST) {
      return refused(code, wanted);
    }
    Type item = code.type().itemType();
    if (item.kind() == Kind.NEVER || item.java().equals(wanted.itemType().java())) {
      return code;
    } else if (wanted.itemType().kind() == Kind.ANY) {
      return Code.of(wanted, "new $T<>($L)", ArrayList.class, code.text());
    }
    return refused(code, wanted);
  }

  private static Code same(Code code, Type wanted) {
    Kind from = code.type().kind();
    boolean isEmpty = from == Kind.FIELDS && code.type().itemType().kind() == Kind.NEVER;
    boolean isDict =
        (wanted.kind() == Kind.DICT && (from == Kind.FIELDS || from == Kind.ENTRIES))
            || (wanted.kind() == Kind.ENTRIES && isEmpty);
    boolean fits =
        code.type().kind() == wanted.kind()
            && (wanted.kind() == Kind.FIELDS
                ? code.type().itemType().kind() == Kind.NEVER
                    || code.type().itemType().java().equals(wanted.itemType().java())
                : code.type().java().equals(wanted.java()));
    return isDict || fits ? code : refused(code, wanted);
  }

  private static Code refused(Code code, Type wanted) {
    throw new UntranslatableException(
        "a value of type %s is wanted, and this is %s"
            .formatted(shown(wanted), shown(code.type())));
  }

  private static String shown(Type type) {
    return type.java().toString().replaceAll("[a-z]+\\.", "").replaceAll("@\\w+ ?", "");
  }
}
