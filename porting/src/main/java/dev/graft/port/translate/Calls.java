package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.read.Expr;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Type;
import dev.graft.py.PyArithmetic;
import dev.graft.py.PyList;
import dev.graft.py.PyStr;
import dev.graft.py.PyValue;
import dev.graft.value.Tuple;
import dev.graft.value.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Translates calls: of functions of the node, of functions in variables, and of built-in ones. */
final class Calls {
  private final Expressions expressions;

  Calls(Expressions expressions) {
    this.expressions = expressions;
  }

  Code of(Expr.Call call) {
    Functions functions = new Functions(expressions);
    if (TypeTests.isTest(call)) {
      Condition test = new TypeTests(expressions).isInstance(call);
      return new Code(test.text(), Type.BOOL, test.rank());
    }
    Optional<Routine> routine = functions.find(call.function());
    if (routine.isPresent()) {
      return functions.call(routine.get(), call);
    } else if (isVariable(call.function())) {
      return apply(expressions.of(call.function()), call);
    }
    Optional<String> whole = wholeNumber(call);
    if (whole.isPresent()) {
      return whole(whole.get(), expressions.of(call.args().getFirst()));
    } else if (call.function() instanceof Expr.Name name) {
      return builtin(name.id(), call);
    } else if (call.function() instanceof Expr.Attribute attribute) {
      if (attribute.value() instanceof Expr.Name name
          && !expressions.scope().isLocal(name.id())
          && !Expressions.isSelf(name)
          && !isConstant(name.id())) {
        throw new UntranslatableException(call.function().at().text() + " has no counterpart");
      }
      return new Methods(expressions).of(attribute, call);
    } else if (call.function() instanceof Expr.Subscript) {
      return apply(expressions.of(call.function()), call);
    }
    throw new UntranslatableException("a call of " + call.function().at().text());
  }

  /** The rule of Java for {@code math.floor} and {@code math.ceil}, under whatever name. */
  private Optional<String> wholeNumber(Expr.Call call) {
    Expr root = call.function() instanceof Expr.Attribute part ? part.value() : call.function();
    boolean isShadowed =
        root instanceof Expr.Name name
            && (expressions.scope().isLocal(name.id()) || isConstant(name.id()));
    if (isShadowed || call.args().size() != 1 || !call.keywords().isEmpty()) {
      return Optional.empty();
    }
    return expressions
        .scope()
        .routine()
        .module()
        .fromLibrary(call.function())
        .filter(name -> name.equals("math.floor") || name.equals("math.ceil"))
        .map(name -> name.substring(name.indexOf('.') + 1));
  }

  private static Code whole(String rule, Code value) {
    return value.type().kind().isInt() && !value.type().nullable()
        ? value
        : Code.of(
            Type.INT,
            "$T.toBigInteger($T.$L($L))",
            Values.class,
            PyArithmetic.class,
            rule,
            Coercion.to(value, Type.NUMBER));
  }

  private boolean isConstant(String name) {
    Scope scope = expressions.scope();
    return scope.program().constant(scope.routine().module(), name).isPresent();
  }

  /** A variable or a field that holds a function. */
  private boolean isVariable(Expr function) {
    return (function instanceof Expr.Name name && expressions.scope().isLocal(name.id()))
        || (function instanceof Expr.Attribute attribute && Expressions.isSelf(attribute.value()));
  }

  private Code apply(Code function, Expr.Call call) {
    if (function.type().kind() != Kind.FUNCTION && function.type().kind() != Kind.NEVER) {
      throw new UntranslatableException("a call of what may be no function");
    } else if (function.type().kind() == Kind.FUNCTION
        && (function.type().arity() != call.args().size() || !call.keywords().isEmpty())) {
      throw new UntranslatableException("a call with other arguments than the function has");
    }
    return Code.of(
        Type.ANY, "$L.apply($L)", function.primary(), expressions.all(call.args(), Type.ANY));
  }

  private Code builtin(String name, Expr.Call call) {
    List<Expr> args = call.args();
    if (!call.keywords().isEmpty()) {
      throw new UntranslatableException(name + "() with a keyword");
    } else if (args.stream().anyMatch(each -> each instanceof Expr.Starred)) {
      throw new UntranslatableException(name + "(*…)");
    }
    if ((name.equals("any") || name.equals("all"))
        && args.size() == 1
        && args.getFirst() instanceof Expr.Comprehension part
        && !part.kind().equals("DictComp")) {
      return new Comprehensions(expressions).decided(part, name.equals("any"));
    }
    return switch (name + "/" + args.size()) {
      case "len/1" -> length(expressions.of(args.getFirst()));
      case "str/1" -> Code.of(Type.STR, "$L", Texts.text(expressions.of(args.getFirst())));
      case "repr/1" ->
          Code.of(Type.STR, "$T.repr($L)", PyStr.class, expressions.to(args.getFirst(), Type.ANY));
      case "int/1" -> toInt(expressions.of(args.getFirst()));
      case "float/1" -> toFloat(expressions.of(args.getFirst()));
      case "bool/1" -> {
        Condition test = new Conditions(expressions).of(args.getFirst());
        yield new Code(test.text(), Type.BOOL, test.rank());
      }
      case "abs/1" -> absolute(expressions.of(args.getFirst()));
      case "round/1" -> round(expressions.of(args.getFirst()), Optional.empty());
      case "round/2" ->
          round(expressions.of(args.getFirst()), Optional.of(expressions.of(args.getLast())));
      case "min/2", "max/2" ->
          extreme(name, expressions.of(args.getFirst()), expressions.of(args.getLast()));
      case "min/1", "max/1" ->
          Code.of(Type.ANY, "$T.$L($L)", PyValue.class, name, items(args.getFirst()));
      case "min/3", "max/3" ->
          Code.of(
              Type.ANY,
              "$T.$L($T.of($L))",
              PyValue.class,
              name,
              PyList.class,
              expressions.all(args, Type.ANY));
      case "divmod/2" -> divmod(args);
      case "sum/1" -> Code.of(Type.NUMBER, "$T.sum($L)", PyList.class, items(args.getFirst()));
      case "sorted/1" ->
          Code.of(Type.list(Type.ANY), "$T.sorted($L)", PyList.class, items(args.getFirst()));
      case "list/0" -> Code.of(Type.list(Type.NEVER), "new $T<>()", ArrayList.class);
      case "list/1" -> copy(args.getFirst());
      case "dict/0" -> Code.of(Type.keyed(Type.NEVER), "new $T<>()", LinkedHashMap.class);
      case "dict/1" -> copyOfDict(expressions.of(args.getFirst()));
      case "tuple/0" -> Code.of(Type.TUPLE, "$T.of()", Tuple.class);
      case "tuple/1" ->
          Code.of(
              Type.TUPLE,
              "$T.copyOf(new $T<>($L))",
              Tuple.class,
              ArrayList.class,
              items(args.getFirst()));
      default ->
          throw new UntranslatableException(
              expressions.scope().program().module().classes().containsKey(name)
                  ? "the class " + name + " is to be written in Java first"
                  : "there is no rule for %s()".formatted(name));
    };
  }

  static Code length(Code value) {
    return switch (value.type().nullable() ? Kind.ANY : value.type().kind()) {
      case LIST, FIELDS, ENTRIES, DICT, TUPLE -> Code.of(Type.SMALL, "$L.size()", value.primary());
      case STR -> Code.of(Type.SMALL, "$T.length($L)", PyStr.class, value.text());
      default -> Code.of(Type.LONG, "$T.length($L)", PyValue.class, Coercion.to(value, Type.ANY));
    };
  }

  private static Code toInt(Code value) {
    return value.type().kind().isInt()
        ? value
        : Code.of(
            Type.INT,
            "$T.toBigInteger($T.toInt($L))",
            Values.class,
            PyValue.class,
            Coercion.to(value, Type.ANY));
  }

  private static Code toFloat(Code value) {
    return value.type().kind() == Kind.FLOAT
        ? value
        : Code.of(Type.FLOAT, "$T.toFloat($L)", PyValue.class, Coercion.to(value, Type.ANY));
  }

  private static Code absolute(Code value) {
    return switch (value.type().kind()) {
      case SMALL, LONG, FLOAT -> Code.of(value.type(), "$T.abs($L)", Math.class, value.text());
      case INT -> Code.of(Type.INT, "$L.abs()", value.primary());
      case NUMBER -> Code.of(Type.NUMBER, "$T.absolute($L)", PyArithmetic.class, value.text());
      default -> Code.of(Type.ANY, "$T.absolute($L)", PyValue.class, Coercion.to(value, Type.ANY));
    };
  }

  private Code divmod(List<Expr> args) {
    if (!args.stream().allMatch(Walk::isSimple)) {
      throw new UntranslatableException("divmod() would compute its arguments twice");
    }
    CodeBlock both = expressions.all(args, Type.ANY);
    return Code.of(
        Type.TUPLE,
        "$T.of($T.floorDivide($L), $T.modulo($L))",
        Tuple.class,
        PyValue.class,
        both,
        PyValue.class,
        both);
  }

  private static Code round(Code value, Optional<Code> digits) {
    if (value.type().kind() == Kind.NEVER) {
      return Code.of(Type.NEVER, "$L", value.text());
    } else if (digits.isPresent() && !isPresentInt(digits.get().type())) {
      throw new UntranslatableException("round() to digits that may be no int");
    }
    CodeBlock number = Coercion.to(value, Type.NUMBER);
    boolean isFloat = value.type().kind() == Kind.FLOAT;
    return digits.isEmpty()
        ? Code.of(
            Type.INT, "$T.toBigInteger($T.round($L))", Values.class, PyArithmetic.class, number)
        : Code.of(
            isFloat ? Type.FLOAT : Type.NUMBER,
            isFloat ? "$T.round($L, $L).doubleValue()" : "$T.round($L, $L)",
            PyArithmetic.class,
            number,
            digits.get().text());
  }

  private static boolean isPresentInt(Type type) {
    return (type.kind().isInt() && !type.nullable()) || type.kind() == Kind.NEVER;
  }

  private static Code extreme(String name, Code left, Code right) {
    Kind a = left.type().kind();
    Kind b = right.type().kind();
    if (a.isLong() && b.isLong()) {
      return Code.of(
          left.type().join(right.type()),
          "$T.$L($L, $L)",
          Math.class,
          name,
          left.text(),
          right.text());
    } else if (a.isInt() && b.isInt()) {
      return Code.of(
          Type.INT,
          "$L.$L($L)",
          Coercion.fit(left, Type.INT).primary(),
          name,
          Coercion.to(right, Type.INT));
    }
    return Code.of(
        Type.ANY,
        "$T.$L($T.of($L, $L))",
        PyValue.class,
        name,
        PyList.class,
        Coercion.to(left, Type.ANY),
        Coercion.to(right, Type.ANY));
  }

  /** What a loop over a value goes through, as a collection. */
  CodeBlock items(Expr expr) {
    if (expr instanceof Expr.Comprehension part && part.kind().equals("GeneratorExp")) {
      return new Comprehensions(expressions).of(part).text();
    }
    Code value = expressions.of(expr);
    return switch (value.type().nullable() ? Kind.ANY : value.type().kind()) {
      case LIST, NEVER -> value.text();
      case TUPLE -> CodeBlock.of("$L.items()", value.primary());
      case FIELDS, ENTRIES, DICT -> CodeBlock.of("$L.keySet()", value.primary());
      case STR -> CodeBlock.of("$T.characters($L)", PyStr.class, value.text());
      default -> CodeBlock.of("$T.items($L)", PyValue.class, Coercion.to(value, Type.ANY));
    };
  }

  /** A value whose items are taken apart, a generator as the list that it makes. */
  CodeBlock whole(Expr expr) {
    return expr instanceof Expr.Comprehension ? items(expr) : expressions.to(expr, Type.ANY);
  }

  private Code copy(Expr expr) {
    Code value = expressions.of(expr);
    Type item =
        switch (value.type().kind()) {
          case LIST -> value.type().element();
          case STR, FIELDS -> Type.STR;
          default -> Type.ANY;
        };
    return Code.of(Type.list(item), "new $T<>($L)", ArrayList.class, items(expr));
  }

  private static Code copyOfDict(Code value) {
    if (value.type().kind() != Kind.FIELDS) {
      throw new UntranslatableException("a copy of a dict whose keys may be other than str");
    }
    return Code.of(value.type(), "new $T<>($L)", LinkedHashMap.class, value.text());
  }
}
