package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.read.Expr;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Literal;
import dev.graft.port.types.Type;
import dev.graft.py.PyStr;
import dev.graft.value.FloatText;
import java.util.ArrayList;
import java.util.List;

/** Translates f-strings, {@code str()} and the texts of errors. */
final class Texts {
  private final Expressions expressions;

  Texts(Expressions expressions) {
    this.expressions = expressions;
  }

  /** {@code f"…"}: the parts one after the other. */
  Code formatted(Expr.Formatted text) {
    List<CodeBlock> parts = new ArrayList<>();
    boolean bordersAreSafe = true;
    boolean lastWasField = false;
    for (Expr part : text.parts()) {
      boolean isField = part instanceof Expr.Field;
      bordersAreSafe &= !(isField && lastWasField);
      parts.add(text.parts().size() > 1 ? joined(part) : part(part));
      lastWasField = isField;
    }
    if (parts.isEmpty()) {
      return Code.of(Type.STR, "\"\"");
    } else if (parts.size() == 1) {
      return Code.of(Type.STR, "$L", parts.getFirst());
    }
    // A literal between two texts keeps halves of code points apart.
    return bordersAreSafe
        ? new Code(CodeBlock.join(parts, " + "), Type.STR, Code.Rank.SUM)
        : Code.of(
            Type.STR,
            "$T.concat($L)",
            PyStr.class,
            text.parts().stream().map(this::part).collect(CodeBlock.joining(", ")));
  }

  /** A part beside a literal: there Java writes an int as Python does. */
  private CodeBlock joined(Expr part) {
    if (part instanceof Expr.Field field && field.conversion() != 'r' && !field.hasFormat()) {
      Code value = expressions.of(field.value());
      return value.type().kind().isLong() ? value.within(Code.Rank.PRODUCT) : text(value);
    }
    return part(part);
  }

  private CodeBlock part(Expr part) {
    if (part instanceof Expr.Constant constant) {
      return CodeBlock.of("$L", Literal.of(String.valueOf(constant.value())));
    } else if (part instanceof Expr.Field field) {
      if (field.hasFormat()) {
        throw new UntranslatableException("a format in an f-string");
      }
      return switch (field.conversion()) {
        case 'r' -> repr(expressions.of(field.value()));
        case ' ', 's' -> text(expressions.of(field.value()));
        default -> throw new UntranslatableException("the conversion !" + field.conversion());
      };
    }
    return expressions.to(part, Type.STR);
  }

  private static CodeBlock repr(Code value) {
    return CodeBlock.of("$T.repr($L)", PyStr.class, Coercion.to(value, Type.ANY));
  }

  /** {@code str(value)}. */
  static CodeBlock text(Code value) {
    return switch (value.type().nullable() ? Kind.ANY : value.type().kind()) {
      case STR -> value.within(Code.Rank.SUM);
      case SMALL, LONG -> CodeBlock.of("$T.valueOf($L)", String.class, value.text());
      case FLOAT -> CodeBlock.of("$T.of($L)", FloatText.class, value.text());
      default -> CodeBlock.of("$T.of($L)", PyStr.class, Coercion.to(value, Type.ANY));
    };
  }

  /** The text of an error. It is for people, and may say a number in another way. */
  CodeBlock message(Expr expr) {
    if (!(expr instanceof Expr.Formatted formatted)) {
      Code code = expressions.of(expr);
      return code.type().kind() == Kind.STR ? code.text() : text(code);
    }
    List<CodeBlock> parts = new ArrayList<>();
    for (Expr part : formatted.parts()) {
      if (part instanceof Expr.Field field) {
        parts.add(expressions.of(field.value()).within(Code.Rank.PRODUCT));
      } else {
        parts.add(part(part));
      }
    }
    boolean beginsWithText =
        !formatted.parts().isEmpty() && !(formatted.parts().getFirst() instanceof Expr.Field);
    CodeBlock all = CodeBlock.join(parts, " + ");
    return beginsWithText ? all : CodeBlock.of("\"\" + $L", all);
  }
}
