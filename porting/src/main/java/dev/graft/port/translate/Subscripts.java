package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.descriptor.ValueType;
import dev.graft.port.read.Expr;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Names;
import dev.graft.port.types.Type;
import dev.graft.py.PyDict;
import dev.graft.py.PyList;
import dev.graft.py.PyStr;
import dev.graft.py.PyValue;
import java.util.List;
import java.util.Optional;

/** Translates {@code value[index]} and slices. */
final class Subscripts {
  private final Expressions expressions;

  Subscripts(Expressions expressions) {
    this.expressions = expressions;
  }

  Code of(Expr.Subscript subscript) {
    if (subscript.value() instanceof Expr.Name name
        && !expressions.scope().isLocal(name.id())
        && new Functions(expressions).table(name).isPresent()) {
      return new Functions(expressions).fromTable(name, subscript.index());
    }
    Code value = expressions.of(subscript.value());
    if (subscript.index() instanceof Expr.Slice slice) {
      return slice(value, slice);
    }
    return switch (value.type().kind()) {
      case LIST ->
          Code.of(
                  value.type().element(),
                  "$T.item($L, $L)",
                  PyList.class,
                  value.text(),
                  index(subscript.index()))
              .asBoxed();
      case STR ->
          Code.of(Type.STR, "$T.item($L, $L)", PyStr.class, value.text(), index(subscript.index()));
      case FIELDS, ENTRIES, DICT ->
          Code.of(
                  value.type().element(),
                  "$T.item($L, $L)",
                  PyDict.class,
                  value.text(),
                  expressions.to(subscript.index(), Type.ANY))
              .asBoxed();
      case RECORD -> component(value, subscript.index());
      case ANY, TUPLE, NEVER ->
          Code.of(
              Type.ANY,
              "$T.item($L, $L)",
              PyValue.class,
              value.text(),
              expressions.to(subscript.index(), Type.ANY));
      default -> throw new UntranslatableException("such a value has no items");
    };
  }

  private CodeBlock index(Expr index) {
    Code code = expressions.of(index);
    if (!code.type().kind().isInt() && code.type().kind() != Kind.NEVER) {
      throw new UntranslatableException("an index that may be no int");
    }
    return Coercion.to(code, Type.NUMBER);
  }

  /** The component of a record of the contract. */
  Code component(Code record, Expr key) {
    if (key instanceof Expr.Constant constant && constant.value() instanceof String name) {
      for (ValueType.RecordOf.Field field : record.type().fields()) {
        if (field.name().equals(name)) {
          return component(record, field);
        }
      }
    }
    throw new UntranslatableException("a key of a record that is known only when the node runs");
  }

  /** The same of a key that is known. */
  Code component(Code record, ValueType.RecordOf.Field field) {
    CodeBlock read = CodeBlock.of("$L.$L()", record.primary(), Names.camel(field.name()));
    Program program = expressions.scope().program();
    String wanted = Names.type(field.name());
    return switch (field.type()) {
      case ValueType.OptionalOf optional when !(optional.type() instanceof ValueType.EnumOf) ->
          Code.of(program.types().type(field.type(), wanted), "$L.orElse(null)", read);
      case ValueType.EnumOf _ -> Code.of(Type.STR, "$L.text()", read);
      case ValueType.OptionalOf _ ->
          throw new UntranslatableException("an optional choice in a record");
      default -> Code.of(program.types().type(field.type(), wanted), "$L", read);
    };
  }

  private Code slice(Code value, Expr.Slice slice) {
    Kind kind = value.type().kind();
    Class<?> rules =
        kind == Kind.STR ? PyStr.class : kind == Kind.LIST ? PyList.class : PyValue.class;
    if (!List.of(Kind.STR, Kind.LIST, Kind.NEVER, Kind.ANY, Kind.TUPLE).contains(kind)) {
      throw new UntranslatableException("a slice of what has none");
    } else if (isReversal(slice)) {
      return Code.of(
          kind == Kind.TUPLE ? Type.ANY : value.type(),
          "$T.$L($L)",
          rules,
          kind == Kind.STR ? "reverse" : "reversed",
          value.text());
    } else if (slice.step().isPresent()) {
      throw new UntranslatableException("a slice with a step");
    }
    Type type =
        switch (kind) {
          case LIST -> Type.list(value.type().element());
          case TUPLE -> Type.ANY;
          default -> value.type();
        };
    return Code.of(
        type,
        "$T.slice($L, $L, $L)",
        rules,
        value.text(),
        bound(slice.lower()),
        bound(slice.upper()));
  }

  private static boolean isReversal(Expr.Slice slice) {
    return slice.lower().isEmpty()
        && slice.upper().isEmpty()
        && slice.step().map(step -> step.at().text().equals("-1")).orElse(false);
  }

  private CodeBlock bound(Optional<Expr> bound) {
    return bound.map(this::index).orElseGet(() -> CodeBlock.of("null"));
  }
}
