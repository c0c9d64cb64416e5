package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.read.Expr;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Type;
import dev.graft.py.PyValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Translates the heads of loops. */
final class Loops {
  private final Scope scope;
  private final Expressions expressions;

  Loops(Scope scope) {
    this.scope = scope;
    this.expressions = new Expressions(scope);
  }

  /**
   * A loop without its body.
   *
   * @param before what stands before it
   * @param text its head
   * @param first what stands first in its body
   */
  record Head(CodeBlock before, CodeBlock text, CodeBlock first) {
    private static Head of(CodeBlock text) {
      return new Head(CodeBlock.of(""), text, CodeBlock.of(""));
    }
  }

  /** The head of a loop; its variables are known in the scope from then on. */
  Head head(Expr target, Expr items, boolean bound) {
    if (items instanceof Expr.Call call && call.keywords().isEmpty()) {
      if (isNamed(call, "range") && target instanceof Expr.Name name) {
        return range(name, call.args(), bound);
      } else if (isNamed(call, "enumerate") && call.args().size() == 1) {
        return enumerate(target, call.args().getFirst(), bound);
      } else if (call.function() instanceof Expr.Attribute attribute
          && attribute.name().equals("items")
          && call.args().isEmpty()) {
        return entries(target, attribute.value(), bound);
      }
    }
    if (target instanceof Expr.TupleOf tuple) {
      return several(tuple, items, bound);
    } else if (!(target instanceof Expr.Name)) {
      throw new UntranslatableException("a loop that sets " + target.at().text());
    }
    CodeBlock collection = new Calls(expressions).items(items);
    Type type = itemType(items);
    CodeBlock variable = variable(((Expr.Name) target).id(), type, bound);
    return Head.of(CodeBlock.of("for ($T $L : $L)", type.java(), variable, collection));
  }

  /** {@code for a, b in pairs}. */
  private Head several(Expr.TupleOf targets, Expr items, boolean bound) {
    CodeBlock collection = new Calls(expressions).items(items);
    String each = scope.fresh("each");
    String parts = scope.fresh("parts");
    int count = targets.items().size();
    CodeBlock.Builder first = CodeBlock.builder();
    first.add(
        "$T $L = $T.unpack($L, $L);\n",
        Type.list(Type.ANY).java(),
        parts,
        PyValue.class,
        each,
        count);
    for (int i = 0; i < count; i++) {
      if (!(targets.items().get(i) instanceof Expr.Name name)) {
        throw new UntranslatableException("a loop that sets " + targets.at().text());
      }
      CodeBlock variable = variable(name.id(), Type.ANY, bound);
      first.add("Object $L = $L.get($L);\n", variable, parts, i);
    }
    return new Head(
        CodeBlock.of(""), CodeBlock.of("for (Object $L : $L)", each, collection), first.build());
  }

  private Type itemType(Expr items) {
    if (items instanceof Expr.Comprehension) {
      return Type.ANY;
    }
    Type type = expressions.typeOf(items);
    return switch (type.nullable() ? Kind.ANY : type.kind()) {
      case LIST -> type.element();
      case STR, FIELDS -> Type.STR;
      case NEVER -> Type.NEVER;
      default -> Type.ANY;
    };
  }

  private static boolean isNamed(Expr.Call call, String name) {
    return call.function() instanceof Expr.Name function && function.id().equals(name);
  }

  /** Makes the variable of a loop known. */
  private CodeBlock variable(String name, Type type, boolean bound) {
    String java = Scope.javaName(name);
    if (bound) {
      java = scope.fresh(java);
      scope.know(name, Code.of(type, "$L", java));
    } else {
      scope.forget(name);
      scope.program().environment().join(scope.routine().variable(name), type);
      scope.declare(name);
    }
    return CodeBlock.of("$L", java);
  }

  private Head range(Expr.Name target, List<Expr> args, boolean bound) {
    Code start = args.size() > 1 ? expressions.of(args.getFirst()) : Code.of(Type.SMALL, "0");
    Code end = expressions.of(args.get(args.size() > 1 ? 1 : 0));
    Code step = args.size() > 2 ? expressions.of(args.get(2)) : Code.of(Type.SMALL, "1");
    boolean isDown = step.text().toString().startsWith("-");
    if (!start.type().kind().isLong() && start.type().kind() != Kind.NEVER) {
      throw new UntranslatableException("a range that may begin beyond 64 bits");
    } else if (!Coercion.isLiteral(step) || step.text().toString().equals("0")) {
      throw new UntranslatableException("a range whose step is no literal");
    } else if (!end.type().kind().isInt() && end.type().kind() != Kind.NEVER) {
      throw new UntranslatableException("a range to what may be no int");
    }
    CodeBlock before = CodeBlock.of("");
    CodeBlock limit = end.text();
    if (!Coercion.isLiteral(end)) {
      String name = scope.fresh("end");
      before = CodeBlock.of("$T $L = $L;\n", end.type().java(), name, end.text());
      limit = CodeBlock.of("$L", name);
    }
    CodeBlock i = variable(target.id(), Type.LONG, bound);
    String sign = isDown ? ">" : "<";
    CodeBlock test =
        end.type().kind() == Kind.INT
            ? CodeBlock.of("$T.valueOf($L).compareTo($L) $L 0", BigInteger.class, i, limit, sign)
            : CodeBlock.of("$L $L $L", i, sign, limit);
    CodeBlock next =
        step.text().toString().equals("1")
            ? CodeBlock.of("$L++", i)
            : CodeBlock.of("$L += $L", i, step.text());
    return new Head(
        before,
        CodeBlock.of("for (long $L = $L; $L; $L)", i, start.text(), test, next),
        CodeBlock.of(""));
  }

  private Head enumerate(Expr target, Expr items, boolean bound) {
    if (!(target instanceof Expr.TupleOf tuple
        && tuple.items().size() == 2
        && tuple.items().getFirst() instanceof Expr.Name index
        && tuple.items().getLast() instanceof Expr.Name item)) {
      throw new UntranslatableException("enumerate() without two variables");
    }
    Type type = itemType(items);
    CodeBlock collection = new Calls(expressions).items(items);
    CodeBlock i = variable(index.id(), Type.LONG, bound);
    CodeBlock each = variable(item.id(), type, bound);
    return new Head(
        CodeBlock.of("long $L = -1;\n", i),
        CodeBlock.of("for ($T $L : $L)", type.java(), each, collection),
        CodeBlock.of("$L++;\n", i));
  }

  private Head entries(Expr target, Expr items, boolean bound) {
    Code dict = expressions.of(items);
    Kind kind = dict.type().kind();
    if ((kind != Kind.FIELDS && kind != Kind.ENTRIES && kind != Kind.DICT && kind != Kind.NEVER)
        || !(target instanceof Expr.TupleOf tuple
            && tuple.items().size() == 2
            && tuple.items().getFirst() instanceof Expr.Name key
            && tuple.items().getLast() instanceof Expr.Name value)) {
      throw new UntranslatableException("items() of what may be no dict");
    }
    boolean isOurs = kind == Kind.FIELDS;
    Type keyType = isOurs ? Type.STR : Type.ANY;
    Type valueType = isOurs ? dict.type().element() : Type.ANY;
    String entry = scope.fresh("entry");
    CodeBlock k = variable(key.id(), keyType, bound);
    CodeBlock v = variable(value.id(), valueType, bound);
    CodeBlock type =
        isOurs
            ? CodeBlock.of("$T.Entry<$T, $T>", Map.class, String.class, valueType.argument())
            : CodeBlock.of("$T.Entry<?, ?>", Map.class);
    return new Head(
        CodeBlock.of(""),
        CodeBlock.of("for ($L $L : $L.entrySet())", type, entry, dict.primary()),
        CodeBlock.of(
            "$T $L = $L.getKey();\n$T $L = $L.getValue();\n",
            keyType.java(),
            k,
            entry,
            valueType.java(),
            v,
            entry));
  }
}
