package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.read.Expr;
import dev.graft.port.read.Stmt;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Names;
import dev.graft.port.types.Type;
import dev.graft.py.PyDict;
import dev.graft.py.PyList;
import dev.graft.py.PyValue;
import java.util.Optional;

/** Translates what sets variables, fields and parts of values, and what deletes such parts. */
final class Assignments {
  private final Scope scope;
  private final Program program;
  private final Routine routine;

  Assignments(Scope scope) {
    this.scope = scope;
    this.program = scope.program();
    this.routine = scope.routine();
  }

  /** {@code target = value}. */
  CodeBlock assign(Stmt.Assign assign) {
    if (assign.targets().size() != 1) {
      throw new UntranslatableException("several targets get one value");
    }
    Expr target = assign.targets().getFirst();
    if (target instanceof Expr.TupleOf tuple) {
      return unpack(tuple, assign.value());
    }
    return set(target, assign.value());
  }

  private CodeBlock set(Expr target, Expr value) {
    Expressions expressions = new Expressions(scope);
    if (target instanceof Expr.Subscript subscript) {
      return put(subscript, value);
    }
    String key = key(target);
    Type found = expressions.typeOf(value);
    program.environment().join(key, found);
    Type wanted = program.environment().get(key);
    if (target instanceof Expr.Attribute field && program.ofOptional(field.name()).isPresent()) {
      Type held = program.ofOptional(field.name()).get();
      Code code =
          switch (value) {
            case Expr.Conditional _ -> expressions.fit(value, wanted);
            case Expr.DictOf _ -> expressions.fit(value, held);
            default -> expressions.of(value);
          };
      return CodeBlock.of("$L = $L;\n", place(target), Optionals.of(code, held));
    }
    CodeBlock code = expressions.to(value, wanted);
    return target instanceof Expr.Name name
        ? setVariable(name.id(), wanted, code)
        : CodeBlock.of("$L = $L;\n", place(target), code);
  }

  /** What a field or a variable gets whose value was computed already. */
  private CodeBlock stored(Expr target, Code value, Type wanted) {
    Optional<Type> held =
        target instanceof Expr.Attribute field
            ? program.ofOptional(field.name())
            : Optional.empty();
    return held.isPresent() ? Optionals.of(value, held.get()) : Coercion.to(value, wanted);
  }

  private CodeBlock setVariable(String name, Type type, CodeBlock value) {
    scope.forget(name);
    if (routine.parameter(name).isPresent() || scope.isDeclared(name)) {
      return CodeBlock.of("$L = $L;\n", Scope.javaName(name), value);
    }
    scope.declare(name);
    return CodeBlock.of("$T $L = $L;\n", type.java(), Scope.javaName(name), value);
  }

  private String key(Expr target) {
    return switch (target) {
      case Expr.Name name -> routine.variable(name.id());
      case Expr.Attribute attribute when Expressions.isSelf(attribute.value()) -> {
        if (program.isMethod(attribute.name())) {
          throw new UntranslatableException("a property is set: " + attribute.name());
        }
        yield "self." + attribute.name();
      }
      default -> throw new UntranslatableException("this cannot be set: " + target.at().text());
    };
  }

  private CodeBlock place(Expr target) {
    return switch (target) {
      case Expr.Name name -> CodeBlock.of("$L", Scope.javaName(name.id()));
      case Expr.Attribute attribute -> {
        program.useField(Names.camel(attribute.name()));
        yield CodeBlock.of("$L", scope.field(attribute.name()));
      }
      default -> throw new UntranslatableException("this cannot be set: " + target.at().text());
    };
  }

  private CodeBlock put(Expr.Subscript target, Expr value) {
    Expressions expressions = new Expressions(scope);
    if (!(target.value() instanceof Expr.Name) && !(target.value() instanceof Expr.Attribute)) {
      throw new UntranslatableException("a part of what is not in a variable is changed");
    }
    Code container = expressions.of(target.value());
    Code index = expressions.of(target.index());
    if (container.type().kind() == Kind.FIELDS && index.type().kind() == Kind.STR) {
      program
          .environment()
          .join(key(target.value()), Type.keyed(expressions.typeOf(value).inContainer()));
      Type item = expressions.typeOf(target.value()).itemType();
      return CodeBlock.of(
          "$L.put($L, $L);\n", container.primary(), index.text(), expressions.to(value, item));
    } else if (container.type().kind() == Kind.LIST && index.type().kind().isInt()) {
      return CodeBlock.of(
          "$T.set($L, $L, $L);\n",
          PyList.class,
          container.text(),
          Coercion.to(index, Type.NUMBER),
          expressions.to(value, container.type().itemType()));
    } else if (isOpen(container.type())) {
      program.environment().join(key(target.value()), Type.ENTRIES);
      return CodeBlock.of(
          "$T.put($L, $L, $L);\n",
          PyDict.class,
          container.text(),
          Coercion.to(index, Type.ANY),
          expressions.to(value, Type.ANY));
    } else if (container.type().kind() == Kind.NEVER) {
      return CodeBlock.of("");
    }
    throw new UntranslatableException("a part of a value is set whose type is not known");
  }

  /** A dict whose keys need not be str: it is so already, or nothing is known of it yet. */
  private static boolean isOpen(Type type) {
    return type.kind() == Kind.ENTRIES
        || (type.kind() == Kind.FIELDS && type.itemType().kind() == Kind.NEVER);
  }

  /** {@code del target}. */
  CodeBlock delete(Stmt.Delete delete) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Expr target : delete.targets()) {
      if (!(target instanceof Expr.Subscript subscript)
          || subscript.index() instanceof Expr.Slice
          || (!(subscript.value() instanceof Expr.Name)
              && !(subscript.value() instanceof Expr.Attribute))) {
        throw new UntranslatableException("del of what is no item of a variable");
      }
      Expressions expressions = new Expressions(scope);
      Code container = expressions.of(subscript.value());
      Code index = expressions.of(subscript.index());
      Kind kind = container.type().kind();
      if (kind == Kind.LIST && index.type().kind().isInt()) {
        code.add(
            "$T.pop($L, $L);\n", PyList.class, container.text(), Coercion.to(index, Type.NUMBER));
      } else if (kind == Kind.FIELDS || kind == Kind.ENTRIES || kind == Kind.NEVER) {
        code.add(
            "$T.delete($L, $L);\n", PyDict.class, container.text(), Coercion.to(index, Type.ANY));
      } else {
        throw new UntranslatableException("del of an item of what may be no list or dict of ours");
      }
    }
    return code.build();
  }

  /** Several targets at once: one after the other, if none is used after it was set. */
  private CodeBlock unpack(Expr.TupleOf targets, Expr value) {
    if (value instanceof Expr.TupleOf values && values.items().size() == targets.items().size()) {
      CodeBlock.Builder code = CodeBlock.builder();
      for (int i = 0; i < values.items().size(); i++) {
        for (int j = 0; j < i; j++) {
          if (uses(values.items().get(i), targets.items().get(j))) {
            throw new UntranslatableException("values change places");
          }
        }
        code.add(set(targets.items().get(i), values.items().get(i)));
      }
      return code.build();
    }
    CodeBlock items = new Calls(new Expressions(scope)).whole(value);
    String parts = scope.fresh("parts");
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(
        "$T $L = $T.unpack($L, $L);\n",
        Type.list(Type.ANY).java(),
        parts,
        PyValue.class,
        items,
        targets.items().size());
    for (int i = 0; i < targets.items().size(); i++) {
      Expr target = targets.items().get(i);
      program.environment().join(key(target), Type.ANY);
      CodeBlock part = CodeBlock.of("$L.get($L)", parts, i);
      code.add(
          target instanceof Expr.Name name
              ? setVariable(name.id(), Type.ANY, part)
              : CodeBlock.of(
                  "$L = $L;\n",
                  place(target),
                  stored(target, Code.of(Type.ANY, "$L", part), Type.ANY)));
    }
    return code.build();
  }

  private static boolean uses(Expr value, Expr target) {
    boolean[] found = new boolean[1];
    Walk.expression(value, each -> found[0] |= each.at().text().equals(target.at().text()));
    return found[0];
  }

  /** {@code target += value} and its like. */
  CodeBlock augment(Stmt.Augment augment) {
    Expressions expressions = new Expressions(scope);
    Expr target = augment.target();
    String key = key(target);
    Code before = expressions.of(target);
    Code by = expressions.of(augment.value());
    if (before.type().kind() == Kind.LIST && augment.operator().equals("Add")) {
      program.environment().join(key, Type.list(Type.ANY));
      return CodeBlock.of(
          "$L.addAll($L);\n", before.primary(), new Calls(expressions).items(augment.value()));
    }
    Code after = Operators.binary(augment.operator(), before, by);
    program.environment().join(key, after.type());
    Type wanted = program.environment().get(key);
    if (wanted.kind() == Kind.LONG && after.type().kind() == Kind.LONG && isSum(augment)) {
      String sign = augment.operator().equals("Add") ? "+" : "-";
      return by.text().toString().equals("1")
          ? CodeBlock.of("$L$L;\n", place(target), sign + sign)
          : CodeBlock.of("$L $L= $L;\n", place(target), sign, by.text());
    } else if (wanted.kind() == Kind.FLOAT && by.type().kind() == Kind.FLOAT && isSum(augment)) {
      String sign = augment.operator().equals("Add") ? "+" : "-";
      return CodeBlock.of("$L $L= $L;\n", place(target), sign, by.text());
    }
    if (target instanceof Expr.Name name) {
      scope.forget(name.id());
    }
    return CodeBlock.of("$L = $L;\n", place(target), stored(target, after, wanted));
  }

  private static boolean isSum(Stmt.Augment augment) {
    return augment.operator().equals("Add") || augment.operator().equals("Sub");
  }
}
