package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.graft.descriptor.ValueType;
import dev.graft.port.read.Expr;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Names;
import dev.graft.port.types.Type;
import dev.graft.py.PyDict;
import dev.graft.py.PyList;
import dev.graft.value.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Translates lists, tuples and dicts that are written out, which Python calls displays. */
final class Displays {
  private final Expressions expressions;

  Displays(Expressions expressions) {
    this.expressions = expressions;
  }

  /** {@code [a, b]}. */
  Code list(List<Expr> items) {
    if (items.isEmpty()) {
      return Code.of(Type.list(Type.NEVER), "new $T<>()", ArrayList.class);
    }
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Expr.Starred starred && items.size() > 1) {
        return joined(items, starred, i);
      } else if (items.get(i) instanceof Expr.Starred starred) {
        return Code.of(
            Type.list(Type.ANY),
            "new $T<>($L)",
            ArrayList.class,
            new Calls(expressions).items(starred.value()));
      }
    }
    Type item =
        items.stream().map(expressions::typeOf).reduce(Type.NEVER, Type::join).inContainer();
    return Code.of(Type.list(item), "$T.of($L)", PyList.class, expressions.all(items, item));
  }

  /** {@code [*a, b]}. */
  private Code joined(List<Expr> items, Expr.Starred starred, int at) {
    if (items.size() != 2) {
      throw new UntranslatableException("* among several values");
    }
    CodeBlock spread = new Calls(expressions).items(starred.value());
    Expr other = items.get(1 - at);
    CodeBlock alone =
        other instanceof Expr.Starred second
            ? new Calls(expressions).items(second.value())
            : CodeBlock.of("$T.of($L)", PyList.class, expressions.to(other, Type.ANY));
    return Code.of(
        Type.list(Type.ANY),
        "$T.concat($L, $L)",
        PyList.class,
        at == 0 ? spread : alone,
        at == 0 ? alone : spread);
  }

  /** {@code (a, b)}. */
  Code tuple(List<Expr> items) {
    return Code.of(Type.TUPLE, "$T.of($L)", Tuple.class, expressions.all(items, Type.ANY));
  }

  /** A dict is a record where it has the keys of what the node emits. */
  Code dict(Expr.DictOf dict) {
    Type output = expressions.scope().program().output();
    Optional<Code> record =
        expressions.scope().routine().role() == Routine.Role.CONSTRUCTOR
            ? Optional.empty()
            : record(dict, output);
    if (record.isPresent()) {
      return record.get();
    } else if (dict.entries().isEmpty()) {
      return Code.of(Type.keyed(Type.NEVER), "new $T<>()", LinkedHashMap.class);
    } else if (dict.entries().stream().anyMatch(entry -> entry.key().isEmpty())) {
      return new Unpacking(expressions).dict(dict);
    }
    return fields(dict);
  }

  /** A dict whose keys are written out. */
  Code fields(Expr.DictOf dict) {
    List<CodeBlock> parts = new ArrayList<>();
    for (Expr.Entry entry : dict.entries()) {
      Expr key = entry.key().orElseThrow();
      if (expressions.typeOf(key).kind() != Kind.STR) {
        throw new UntranslatableException("a dict with keys that are no str");
      }
      parts.add(
          CodeBlock.of(
              "$L, $L", expressions.to(key, Type.STR), expressions.to(entry.value(), Type.ANY)));
    }
    return Code.of(Type.keyed(Type.ANY), "$T.of($L)", PyDict.class, CodeBlock.join(parts, ", "));
  }

  /** Whether it has the keys of a record, in its order. */
  private static boolean isRecord(Expr.DictOf dict, Type record) {
    List<String> keys = new ArrayList<>();
    for (Expr.Entry entry : dict.entries()) {
      if (entry.key().orElse(null) instanceof Expr.Constant constant
          && constant.value() instanceof String key) {
        keys.add(key);
      }
    }
    return keys.size() == dict.entries().size()
        && keys.equals(record.fields().stream().map(ValueType.RecordOf.Field::name).toList());
  }

  /** As a record of the contract, if it has the keys of one. */
  Optional<Code> record(Expr.DictOf dict, Type wanted) {
    if (wanted.kind() != Kind.RECORD) {
      return Optional.empty();
    }
    return isRecord(dict, wanted)
        ? Optional.of(ofKeys(dict, wanted))
        : new Unpacking(expressions).record(dict, wanted);
  }

  private Code ofKeys(Expr.DictOf dict, Type record) {
    List<CodeBlock> parts = new ArrayList<>();
    Map<String, ValueType> types = new LinkedHashMap<>();
    record.fields().forEach(field -> types.put(field.name(), field.type()));
    int i = 0;
    for (Map.Entry<String, ValueType> field : types.entrySet()) {
      Expr value = dict.entries().get(i++).value();
      parts.add(component(value, field.getKey(), field.getValue()));
    }
    TypeName name = record.java();
    return Code.of(record, "new $T($L)", name, CodeBlock.join(parts, ", "));
  }

  /** A value as a component of a record. */
  CodeBlock component(Expr value, String name, ValueType type) {
    if (type instanceof ValueType.EnumOf) {
      return CodeBlock.of("$L.of($L)", Names.type(name), expressions.to(value, Type.STR));
    } else if (type instanceof ValueType.OptionalOf optional) {
      return CodeBlock.of(
          "$T.ofNullable($L)",
          Optional.class,
          expressions.to(
              value,
              expressions.scope().program().types().type(optional.type(), Names.type(name))));
    }
    return expressions.to(
        value, expressions.scope().program().types().type(type, Names.type(name)));
  }
}
