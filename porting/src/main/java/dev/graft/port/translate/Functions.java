package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.read.Expr;
import dev.graft.port.read.PythonModule;
import dev.graft.port.read.Stmt;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Type;
import dev.graft.py.PyStr;
import dev.graft.py.PyValue;
import dev.graft.value.Decode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Functions of the file and of those beside it: called, handed on, and kept in dicts. */
final class Functions {
  private final Expressions expressions;
  private final Scope scope;
  private final Program program;

  Functions(Expressions expressions) {
    this.expressions = expressions;
    this.scope = expressions.scope();
    this.program = scope.program();
  }

  /** The function that an expression names, if it is one of the node's. */
  Optional<Routine> find(Expr function) {
    PythonModule module = scope.routine().module();
    return switch (function) {
      case Expr.Name name when !scope.isLocal(name.id()) -> program.function(module, name.id());
      case Expr.Attribute attribute when Expressions.isSelf(attribute.value()) ->
          program.method(attribute.name());
      case Expr.Attribute attribute when attribute.value() instanceof Expr.Name name ->
          program
              .sibling(module, name.id())
              .flatMap(other -> program.function(other, attribute.name()));
      default -> Optional.empty();
    };
  }

  /** A call of a function that becomes a method. */
  Code call(Routine routine, Expr.Call call) {
    if (routine.role() != Routine.Role.HELPER) {
      throw new UntranslatableException(
          routine.role() == Routine.Role.EMITTER
              ? "a generator, of which only yield from is translated"
              : "a call of " + routine.function().name());
    }
    return Code.of(
        program.environment().get(routine.result()),
        "$L($L)",
        routine.javaName(),
        CodeBlock.join(arguments(routine, call), ", "));
  }

  /** The arguments of a call, in the order of the parameters. */
  List<CodeBlock> arguments(Routine routine, Expr.Call call) {
    List<String> decorators = routine.function().decorators();
    if (routine.function().isAsync()
        || !(decorators.isEmpty() || decorators.equals(List.of("staticmethod")))) {
      throw new UntranslatableException(
          routine.function().name() + " is async, or has a decorator");
    }
    List<CodeBlock> found = new ArrayList<>();
    List<Stmt.Parameter> parameters = routine.parameters();
    if (call.args().size() > parameters.size()
        || parameters.stream().anyMatch(each -> !each.isPlain())) {
      throw new UntranslatableException("the arguments do not match the parameters one by one");
    }
    for (int i = 0; i < parameters.size(); i++) {
      found.add(argument(routine, parameters.get(i), given(call, i, parameters.get(i))));
    }
    return found;
  }

  private static Expr given(Expr.Call call, int index, Stmt.Parameter parameter) {
    if (index < call.args().size()) {
      return call.args().get(index);
    }
    return call.keywords().stream()
        .filter(word -> word.name().equals(parameter.name()))
        .map(Expr.Keyword::value)
        .findFirst()
        .or(parameter::defaultValue)
        .orElseThrow(
            () -> new UntranslatableException("the argument " + parameter.name() + " is missing"));
  }

  private CodeBlock argument(Routine routine, Stmt.Parameter parameter, Expr value) {
    String key = routine.variable(parameter.name());
    Type found = expressions.typeOf(value);
    Type type = found.kind() == Kind.SMALL ? Type.LONG : found;
    program.environment().join(key, type);
    Type wanted = program.environment().get(key);
    return expressions.to(value, wanted);
  }

  /**
   * A call in what is not translated. Its arguments still say what a function takes that is called
   * nowhere else, as far as they can be told alone.
   */
  void meet(Expr.Call call, Set<Routine> known) {
    Routine routine = find(call.function()).filter(each -> !known.contains(each)).orElse(null);
    if (routine != null) {
      List<Stmt.Parameter> parameters = routine.parameters();
      for (int i = 0; i < parameters.size(); i++) {
        program
            .environment()
            .join(
                routine.variable(parameters.get(i).name()), typeGiven(call, i, parameters.get(i)));
      }
    }
  }

  /** The same of a function that is handed on: it may take anything. */
  void meetValue(Expr function, Set<Routine> known) {
    find(function)
        .filter(each -> !known.contains(each))
        .ifPresent(
            routine ->
                routine
                    .parameters()
                    .forEach(
                        each ->
                            program.environment().join(routine.variable(each.name()), Type.ANY)));
  }

  private Type typeGiven(Expr.Call call, int index, Stmt.Parameter parameter) {
    try {
      Type found = expressions.typeOf(given(call, index, parameter));
      return switch (found.kind()) {
        case SMALL -> Type.LONG;
        case NEVER -> Type.ANY;
        default -> parameter.isPlain() ? found : Type.ANY;
      };
    } catch (UntranslatableException e) {
      return Type.ANY;
    }
  }

  /** A function as a value: all that it takes and gives are objects then. */
  Code reference(Expr function) {
    if (function instanceof Expr.Attribute attribute
        && attribute.value() instanceof Expr.Name name
        && name.id().equals("str")) {
      return ofText(attribute.name());
    } else if (function instanceof Expr.Name name && !scope.isLocal(name.id())) {
      Optional<Code> builtin = builtin(name.id());
      if (builtin.isPresent()) {
        return builtin.get();
      }
    }
    Routine routine =
        find(function)
            .orElseThrow(
                () -> new UntranslatableException(function.at().text() + " has no counterpart"));
    int arity = routine.parameters().size();
    if (routine.role() != Routine.Role.HELPER || arity < 1 || arity > 2) {
      throw new UntranslatableException("a function of one or two arguments would be translated");
    }
    routine
        .parameters()
        .forEach(each -> program.environment().join(routine.variable(each.name()), Type.ANY));
    List<CodeBlock> names = new ArrayList<>();
    for (Stmt.Parameter each : routine.parameters()) {
      names.add(CodeBlock.of("$L", scope.freshParameter(Scope.javaName(each.name()))));
    }
    CodeBlock all = CodeBlock.join(names, ", ");
    Code result =
        Code.of(program.environment().get(routine.result()), "$L($L)", routine.javaName(), all);
    return new Code(
        CodeBlock.of(arity == 1 ? "$L -> $L" : "($L) -> $L", all, Coercion.to(result, Type.ANY)),
        Type.function(arity),
        Code.Rank.LAMBDA);
  }

  private Code ofText(String method) {
    if (!List.of("upper", "lower", "title", "strip").contains(method)) {
      throw new UntranslatableException("str." + method + " as a value has no counterpart");
    }
    return new Code(
        CodeBlock.of("text -> $T.$L($T.str(text))", PyStr.class, method, Decode.class),
        Type.function(1),
        Code.Rank.LAMBDA);
  }

  private static Optional<Code> builtin(String name) {
    Map<String, String> methods =
        Map.of("len", "length", "abs", "absolute", "int", "toInt", "float", "toFloat");
    if (name.equals("str")) {
      return Optional.of(
          new Code(CodeBlock.of("$T::of", PyStr.class), Type.function(1), Code.Rank.LAMBDA));
    } else if (name.equals("list")) {
      return Optional.of(
          new Code(
              CodeBlock.of("value -> new $T<>($T.items(value))", ArrayList.class, PyValue.class),
              Type.function(1),
              Code.Rank.LAMBDA));
    }
    return Optional.ofNullable(methods.get(name))
        .map(
            method ->
                new Code(
                    CodeBlock.of("$T::$L", PyValue.class, method),
                    Type.function(1),
                    Code.Rank.LAMBDA));
  }

  /** The dict of functions that a name stands for, if it does. */
  Optional<Expr.DictOf> table(Expr.Name name) {
    return program
        .constant(scope.routine().module(), name.id())
        .map(Program.ConstantUse::value)
        .filter(value -> value instanceof Expr.DictOf)
        .map(value -> (Expr.DictOf) value)
        .filter(Functions::holdsFunctions);
  }

  private static boolean holdsFunctions(Expr.DictOf dict) {
    return !dict.entries().isEmpty()
        && dict.entries().stream()
            .allMatch(
                entry ->
                    entry.key().orElse(null) instanceof Expr.Constant
                        && (entry.value() instanceof Expr.Lambda
                            || entry.value() instanceof Expr.Name
                            || entry.value() instanceof Expr.Attribute));
  }

  /** {@code TABLE[key]}. */
  Code fromTable(Expr.Name name, Expr key) {
    Program.ConstantUse constant =
        program.constant(scope.routine().module(), name.id()).orElseThrow();
    String method = program.useTable(constant);
    return Code.of(
        program.environment().get(Program.key(constant)),
        "$L($L)",
        method,
        expressions.to(key, Type.STR));
  }
}
