package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.descriptor.ValueType;
import dev.graft.port.read.Expr;
import dev.graft.port.read.Place;
import dev.graft.port.types.ContractTypes;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Literal;
import dev.graft.port.types.Names;
import dev.graft.port.types.Type;
import dev.graft.py.PyTypeName;
import dev.graft.py.PyValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates expressions. */
final class Expressions {
  private static final long SMALL = 1_000_000;

  private final Scope scope;
  private final Program program;
  private final boolean isOutput;

  Expressions(Scope scope) {
    this(scope, false);
  }

  private Expressions(Scope scope, boolean isOutput) {
    this.scope = scope;
    this.program = scope.program();
    this.isOutput = isOutput;
  }

  /**
   * Expressions that go out: a list or a dict that the node keeps and changes later is copied, as
   * it is where it leaves Python.
   */
  static Expressions ofOutput(Scope scope) {
    return new Expressions(scope, true);
  }

  Scope scope() {
    return scope;
  }

  /** The same elsewhere. */
  Expressions in(Scope other) {
    return new Expressions(other, isOutput);
  }

  /** An expression where a value of a type is wanted. */
  CodeBlock to(Expr expr, Type wanted) {
    return fit(expr, wanted).text();
  }

  /** The same, to go on with. */
  Code fit(Expr expr, Type wanted) {
    if (expr instanceof Expr.DictOf dict) {
      Optional<Code> record = new Displays(this).record(dict, wanted);
      if (record.isPresent()) {
        return record.get();
      }
    } else if (expr instanceof Expr.Conditional choice) {
      return new Choices(this).choice(choice, wanted);
    }
    return Coercion.fit(of(expr), wanted);
  }

  /** The type that an expression has; nothing of its translation stays. */
  Type typeOf(Expr expr) {
    return new Expressions(scope.probe()).of(expr).type();
  }

  Code of(Expr expr) {
    if (isOutput && !isPartOfOutput(expr)) {
      return new Expressions(scope).of(expr);
    }
    return switch (expr) {
      case Expr.Name name -> name(name.id());
      case Expr.Constant constant -> constant(constant.value());
      case Expr.Attribute attribute -> attribute(attribute);
      case Expr.Subscript subscript -> new Subscripts(this).of(subscript);
      case Expr.Call call -> new Calls(this).of(call);
      case Expr.Binary binary ->
          Operators.binary(binary.operator(), of(binary.left()), of(binary.right()));
      case Expr.Unary unary -> unary(unary);
      case Expr.Logical _, Expr.Compare _ -> new Choices(this).logical(expr);
      case Expr.Conditional choice -> new Choices(this).choice(choice, Type.NEVER);
      case Expr.Lambda lambda -> lambda(lambda);
      case Expr.ListOf list -> new Displays(this).list(list.items());
      case Expr.TupleOf tuple -> new Displays(this).tuple(tuple.items());
      case Expr.DictOf dict -> new Displays(this).dict(dict);
      case Expr.Comprehension part -> comprehension(part);
      case Expr.Formatted text -> new Texts(this).formatted(text);
      case Expr.Field _, Expr.Slice _ -> throw new UntranslatableException("it stands alone");
      case Expr.Yield _, Expr.YieldFrom _ ->
          throw new UntranslatableException("what is sent to a generator has no counterpart");
      case Expr.Starred _ -> throw new UntranslatableException("* stands for several values here");
      case Expr.Other other ->
          throw new UntranslatableException(
              "there is no rule for %s".formatted(words(other.kind())));
    };
  }

  private static boolean isPartOfOutput(Expr expr) {
    return switch (expr) {
      case Expr.Attribute _, Expr.Conditional _ -> true;
      case Expr.ListOf _, Expr.TupleOf _, Expr.DictOf _ -> true;
      default -> false;
    };
  }

  private Code comprehension(Expr.Comprehension part) {
    if (part.kind().equals("GeneratorExp")) {
      throw new UntranslatableException("a generator that is handed on");
    }
    return new Comprehensions(this).of(part);
  }

  /** {@code ListComp} as words. */
  static String words(String kind) {
    return kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** A name: a variable, a parameter of the node, a constant or a function. */
  private Code name(String id) {
    Optional<Code> known = scope.known(id);
    if (known.isPresent()) {
      return known.get();
    } else if (scope.routine().role() == Routine.Role.CONSTRUCTOR
        && scope.routine().parameter(id).isPresent()) {
      return param(id);
    } else if (scope.isLocal(id)) {
      return Code.of(scope.type(id), "$L", Scope.javaName(id));
    }
    Optional<Program.ConstantUse> constant = program.constant(scope.routine().module(), id);
    if (constant.isPresent()) {
      return constant(constant.get());
    }
    return new Functions(this).reference(new Expr.Name(new Place(0, 0, id), id));
  }

  Code constant(Program.ConstantUse constant) {
    program.use(constant);
    return Code.of(program.environment().get(Program.key(constant)), "$L", constant.javaName());
  }

  /** A parameter of the node, in its constructor. */
  private Code param(String id) {
    ValueType type =
        program
            .param(id)
            .orElseThrow(() -> new UntranslatableException("the contract has no parameter " + id))
            .type();
    String wanted = Names.type(id);
    CodeBlock read = CodeBlock.of("params.$L()", Names.camel(id));
    if (!ContractTypes.isKnown(type)) {
      throw new UntranslatableException("the parameter " + id + " has a type to be decided");
    } else if (type instanceof ValueType.OptionalOf optional) {
      Type inner = program.types().type(optional.type(), wanted);
      return isEnum(optional.type())
          ? Code.of(inner.orNone(), "$L.map($L::text).orElse(null)", read, wanted)
          : Code.of(inner.orNone(), "$L.orElse(null)", read);
    } else if (isEnum(type)) {
      return Code.of(Type.STR, "$L.text()", read);
    } else if (type instanceof ValueType.ListOf list && isEnum(list.item())) {
      return Code.of(Type.list(Type.STR), "$L.stream().map($L::text).toList()", read, wanted);
    }
    return Code.of(program.types().type(type, wanted), "$L", read);
  }

  private static boolean isEnum(ValueType type) {
    return type instanceof ValueType.EnumOf;
  }

  private static Code constant(@Nullable Object value) {
    return switch (value) {
      case null -> Code.of(Type.NONE, "null");
      case Boolean bool -> Code.of(Type.BOOL, "$L", bool);
      case Long number when Math.abs(number) <= SMALL -> Code.of(Type.SMALL, "$L", number);
      case Long number -> Code.of(Type.LONG, "$LL", number);
      case BigInteger number ->
          Code.of(Type.INT, "new $T($L)", BigInteger.class, Literal.of(number.toString()));
      case Double number when Double.isFinite(number) -> Code.of(Type.FLOAT, "$L", number);
      case String text -> Code.of(Type.STR, "$L", Literal.of(text));
      default -> throw new UntranslatableException("there is no literal of such a value");
    };
  }

  private Code attribute(Expr.Attribute attribute) {
    if (isSelf(attribute.value())) {
      if (program.method(attribute.name()).isPresent()) {
        return new Functions(this).reference(attribute);
      }
      if (!program.isSet(attribute.name())) {
        return constant(
            program
                .classConstant(attribute.name())
                .orElseThrow(
                    () ->
                        new UntranslatableException(
                            "self.%s is set nowhere in this class".formatted(attribute.name()))));
      }
      program.useField(Names.camel(attribute.name()));
      Code field =
          Code.of(
              program.environment().get("self." + attribute.name()),
              program.ofOptional(attribute.name()).isPresent() ? "$L.orElse(null)" : "$L",
              scope.field(attribute.name()));
      return isOutput ? copied(field) : field;
    } else if (attribute.name().equals("__name__")
        && attribute.value() instanceof Expr.Call call
        && call.function() instanceof Expr.Name name
        && name.id().equals("type")
        && call.args().size() == 1) {
      return Code.of(Type.STR, "$T.of($L)", PyTypeName.class, to(call.args().getFirst(), Type.ANY));
    } else if (attribute.value() instanceof Expr.Name name && !scope.isLocal(name.id())) {
      Optional<Program.ConstantUse> constant =
          program
              .sibling(scope.routine().module(), name.id())
              .flatMap(module -> program.constant(module, attribute.name()));
      return constant.isPresent()
          ? constant(constant.get())
          : new Functions(this).reference(attribute);
    }
    throw new UntranslatableException("the attribute ." + attribute.name() + " has no counterpart");
  }

  private static Code copied(Code field) {
    return switch (field.type().nullable() ? Kind.ANY : field.type().kind()) {
      case LIST -> Code.of(field.type(), "new $T<>($L)", ArrayList.class, field.text());
      case FIELDS, ENTRIES ->
          Code.of(field.type(), "new $T<>($L)", LinkedHashMap.class, field.text());
      default -> field;
    };
  }

  static boolean isSelf(Expr expr) {
    return expr instanceof Expr.Name name && name.id().equals("self");
  }

  private Code unary(Expr.Unary unary) {
    if (unary.operator().equals("Not")) {
      return new Choices(this).logical(unary);
    }
    Code operand = of(unary.operand());
    Kind kind = operand.type().kind();
    if (unary.operator().equals("UAdd") && kind.isNumber()) {
      return operand;
    } else if (!unary.operator().equals("USub")) {
      throw new UntranslatableException("there is no rule for " + words(unary.operator()));
    } else if (kind.isLong() || kind == Kind.FLOAT) {
      return new Code(
          CodeBlock.of("-$L", operand.within(Code.Rank.PRIMARY)),
          operand.type(),
          Coercion.isLiteral(operand) ? Code.Rank.PRIMARY : Code.Rank.UNARY);
    }
    return kind == Kind.INT
        ? Code.of(Type.INT, "$L.negate()", operand.primary())
        : Code.of(Type.ANY, "$T.negate($L)", PyValue.class, Coercion.to(operand, Type.ANY));
  }

  /** A function of objects. */
  private Code lambda(Expr.Lambda lambda) {
    if (lambda.parameters().isEmpty() || lambda.parameters().size() > 2) {
      throw new UntranslatableException("a function of one or two arguments would be translated");
    }
    Scope inner = scope.fixed();
    List<CodeBlock> names = new ArrayList<>();
    for (String parameter : lambda.parameters()) {
      String name = Scope.javaName(parameter);
      if (scope.isLocal(parameter)) {
        name = scope.fresh(name + "Value");
      }
      names.add(CodeBlock.of("$L", name));
      inner.know(parameter, Code.of(Type.ANY, "$L", name));
    }
    CodeBlock body = new Expressions(inner).fit(lambda.body(), Type.ANY).within(Code.Rank.CHOICE);
    CodeBlock parameters =
        names.size() == 1 ? names.getFirst() : CodeBlock.of("($L)", CodeBlock.join(names, ", "));
    return new Code(
        CodeBlock.of("$L -> $L", parameters, body), Type.function(names.size()), Code.Rank.LAMBDA);
  }

  /** Several, one after the other. */
  CodeBlock all(List<Expr> items, Type type) {
    List<CodeBlock> found = new ArrayList<>();
    for (Expr item : items) {
      found.add(to(item, type));
    }
    return CodeBlock.join(found, ", ");
  }
}
