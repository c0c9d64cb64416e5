package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.descriptor.ValueType;
import dev.graft.port.read.Expr;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Type;
import dev.graft.py.PyDict;
import dev.graft.py.PyList;
import dev.graft.py.PyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Translates {@code in}. */
final class Membership {
  private final Expressions expressions;

  Membership(Expressions expressions) {
    this.expressions = expressions;
  }

  Condition of(Expr value, Expr container) {
    Optional<List<Expr>> literals = literals(container);
    if (literals.isPresent() && isChecked(value, literals.get())) {
      return Condition.constant(true);
    } else if (literals.isPresent()) {
      return among(expressions.of(value), literals.get());
    }
    Code found = expressions.of(value);
    Code in = expressions.of(container);
    boolean isText = found.type().kind() == Kind.STR && !found.type().nullable();
    Kind kind = in.type().nullable() ? Kind.ANY : in.type().kind();
    boolean holdsTexts = kind == Kind.LIST && in.type().itemType().kind() == Kind.STR;
    if (isText && (kind == Kind.STR || holdsTexts)) {
      return Condition.of(Code.Rank.PRIMARY, "$L.contains($L)", in.primary(), found.text());
    } else if (isText && kind == Kind.FIELDS) {
      return Condition.of(Code.Rank.PRIMARY, "$L.containsKey($L)", in.primary(), found.text());
    }
    return switch (kind) {
      case FIELDS, ENTRIES, DICT -> call(PyDict.class, in, found);
      case LIST -> call(PyList.class, in, found);
      default ->
          Condition.of(
              Code.Rank.PRIMARY,
              "$T.contains($L, $L)",
              PyValue.class,
              Coercion.to(in, Type.ANY),
              Coercion.to(found, Type.ANY));
    };
  }

  /** Whether the contract lets nothing but these through: a choice in the constructor. */
  private boolean isChecked(Expr value, List<Expr> items) {
    Scope scope = expressions.scope();
    if (scope.routine().role() != Routine.Role.CONSTRUCTOR
        || !(value instanceof Expr.Name name)
        || scope.isAssigned(name.id())) {
      return false;
    }
    List<Object> texts = new ArrayList<>();
    for (Expr item : items) {
      if (item instanceof Expr.Constant constant && constant.value() instanceof String text) {
        texts.add(text);
      }
    }
    return scope
        .program()
        .param(name.id())
        .map(
            param ->
                param.type() instanceof ValueType.EnumOf choices
                    && texts.containsAll(choices.choices()))
        .orElse(false);
  }

  private static Condition call(Class<?> rules, Code in, Code found) {
    return Condition.of(
        Code.Rank.PRIMARY, "$T.contains($L, $L)", rules, in.text(), Coercion.to(found, Type.ANY));
  }

  /** The items of a tuple or list that stands here, or the keys of a table of functions. */
  private Optional<List<Expr>> literals(Expr container) {
    if (container instanceof Expr.TupleOf tuple) {
      return Optional.of(tuple.items());
    } else if (container instanceof Expr.ListOf list) {
      return Optional.of(list.items());
    } else if (container instanceof Expr.Name name && !expressions.scope().isLocal(name.id())) {
      return new Functions(expressions)
          .table(name)
          .map(table -> table.entries().stream().flatMap(entry -> entry.key().stream()).toList());
    }
    return Optional.empty();
  }

  private Condition among(Code found, List<Expr> items) {
    List<Code> codes = items.stream().map(expressions::of).toList();
    boolean areTexts =
        found.type().kind() == Kind.STR
            && !found.type().nullable()
            && codes.stream().allMatch(each -> each.type().kind() == Kind.STR);
    List<CodeBlock> texts = new ArrayList<>();
    for (Code each : codes) {
      texts.add(Coercion.to(each, areTexts ? Type.STR : Type.ANY));
    }
    return areTexts
        ? Condition.of(
            Code.Rank.PRIMARY,
            "$T.of($L).contains($L)",
            List.class,
            CodeBlock.join(texts, ", "),
            found.text())
        : Condition.of(
            Code.Rank.PRIMARY,
            "$T.contains($T.of($L), $L)",
            PyList.class,
            PyList.class,
            CodeBlock.join(texts, ", "),
            Coercion.to(found, Type.ANY));
  }
}
