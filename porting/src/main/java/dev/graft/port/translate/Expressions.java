package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.graft.descriptor.ValueType;
import dev.graft.port.read.Expr;
import dev.graft.port.read.Place;
import dev.graft.port.types.ContractTypes;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Literal;
import dev.graft.port.types.Names;
import dev.graft.port.types.Type;
import dev.graft.py.PyDict;
import dev.graft.py.PyList;
import dev.graft.py.PyTypeName;
import dev.graft.py.PyValue;
import dev.graft.value.Tuple;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /** An expression where a value of a type is wanted. */
  CodeBlock to(Expr expr, Type wanted) {
    return fit(expr, wanted).text();
  }

  /** The same, to go on with. */
  Code fit(Expr expr, Type wanted) {
    if (expr instanceof Expr.DictOf dict
        && wanted.kind() == Kind.RECORD
        && isRecord(dict, wanted)) {
      return record(dict, wanted);
    } else if (expr instanceof Expr.Conditional choice) {
      return choice(choice, wanted);
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
      case Expr.Logical _, Expr.Compare _ -> logical(expr);
      case Expr.Conditional choice -> choice(choice, Type.NEVER);
      case Expr.Lambda lambda -> lambda(lambda);
      case Expr.ListOf list -> list(list.items());
      case Expr.TupleOf tuple -> tuple(tuple.items());
      case Expr.DictOf dict -> dict(dict);
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
              "$L",
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
      return logical(unary);
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

  /** A comparison, or {@code and} and {@code or} of bools; of other values the one that decides. */
  private Code logical(Expr expr) {
    if (expr instanceof Expr.Logical logical && !areBools(logical)) {
      return oneOf(logical);
    }
    Condition condition = new Conditions(this).of(expr);
    return new Code(condition.text(), Type.BOOL, condition.rank());
  }

  private boolean areBools(Expr.Logical logical) {
    return logical.values().stream()
        .allMatch(
            each ->
                each instanceof Expr.Compare
                    || (each instanceof Expr.Call call && TypeTests.isTest(call))
                    || (each instanceof Expr.Unary unary && unary.operator().equals("Not"))
                    || (each instanceof Expr.Logical inner && areBools(inner))
                    || kindOf(each) == Kind.BOOL);
  }

  private Kind kindOf(Expr expr) {
    try {
      return new Expressions(scope.fixed()).typeOf(expr).kind();
    } catch (UntranslatableException e) {
      return Kind.ANY;
    }
  }

  private Code oneOf(Expr.Logical logical) {
    Expr first = logical.values().getFirst();
    if (logical.values().size() != 2) {
      throw new UntranslatableException("and/or of values that are no bools");
    }
    Code left = of(first);
    Code right = of(logical.values().getLast());
    if (left.type().kind() == Kind.BOOL) {
      return ofBool(logical.isAnd(), left, right);
    }
    boolean isPlainCall = first instanceof Expr.Call call && isGet(call);
    if (!Walk.isSimple(first) && !isPlainCall) {
      throw new UntranslatableException("and/or of a call that would be made twice");
    }
    Type type = left.type().join(right.type()).present();
    Condition test = new Conditions(this).truth(left);
    CodeBlock yes = Coercion.to(logical.isAnd() ? right : left, type);
    CodeBlock no = Coercion.to(logical.isAnd() ? left : right, type);
    return new Code(
        CodeBlock.of("$L ? $L : $L", test.text(), yes, no),
        type,
        Code.Rank.CHOICE,
        left.boxed() && right.boxed());
  }

  /** A bool decides, and is the value itself where it does. */
  private static Code ofBool(boolean isAnd, Code left, Code right) {
    CodeBlock value = Coercion.fit(right, Type.ANY).within(Code.Rank.CHOICE);
    CodeBlock test = left.within(Code.Rank.OR);
    return new Code(
        isAnd
            ? CodeBlock.of("$L ? $L : $T.FALSE", test, value, Boolean.class)
            : CodeBlock.of("$L ? $T.TRUE : $L", test, Boolean.class, value),
        Type.ANY,
        Code.Rank.CHOICE);
  }

  private static boolean isGet(Expr.Call call) {
    return call.function() instanceof Expr.Attribute attribute && attribute.name().equals("get");
  }

  private Code choice(Expr.Conditional choice, Type wanted) {
    Conditions conditions = new Conditions(this);
    Condition test = conditions.of(choice.test());
    if (test.isConstant()) {
      return fit(test.isTrue() ? choice.yes() : choice.no(), wanted);
    }
    Scope yesScope = scope.fixed();
    yesScope.know(test.whenTrue());
    Scope noScope = scope.fixed();
    noScope.know(test.whenFalse());
    Code yes = new Expressions(yesScope, isOutput).fit(choice.yes(), wanted);
    Code no = new Expressions(noScope, isOutput).fit(choice.no(), wanted);
    Type type = wanted.kind() == Kind.NEVER ? yes.type().join(no.type()) : wanted;
    if (wanted.kind() == Kind.NEVER) {
      yes = Coercion.fit(yes, type);
      no = Coercion.fit(no, type);
    }
    boolean promotes =
        !type.kind().isPrimitive()
            && yes.type().kind().isPrimitive()
            && no.type().kind().isPrimitive()
            && yes.type().kind() != Kind.BOOL;
    CodeBlock first =
        promotes
            ? CodeBlock.of("($T) $L", Number.class, yes.within(Code.Rank.UNARY))
            : yes.within(Code.Rank.OR);
    return new Code(
        CodeBlock.of("$L ? $L : $L", test.within(Code.Rank.OR), first, no.within(Code.Rank.CHOICE)),
        type,
        Code.Rank.CHOICE,
        yes.boxed() && no.boxed());
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

  private Code list(List<Expr> items) {
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
            new Calls(this).items(starred.value()));
      }
    }
    Type item = items.stream().map(this::typeOf).reduce(Type.NEVER, Type::join).inContainer();
    return Code.of(Type.list(item), "$T.of($L)", PyList.class, all(items, item));
  }

  /** {@code [*a, b]}. */
  private Code joined(List<Expr> items, Expr.Starred starred, int at) {
    if (items.size() != 2) {
      throw new UntranslatableException("* among several values");
    }
    CodeBlock spread = new Calls(this).items(starred.value());
    Expr other = items.get(1 - at);
    CodeBlock alone =
        other instanceof Expr.Starred second
            ? new Calls(this).items(second.value())
            : CodeBlock.of("$T.of($L)", PyList.class, to(other, Type.ANY));
    return Code.of(
        Type.list(Type.ANY),
        "$T.concat($L, $L)",
        PyList.class,
        at == 0 ? spread : alone,
        at == 0 ? alone : spread);
  }

  private Code tuple(List<Expr> items) {
    return Code.of(Type.TUPLE, "$T.of($L)", Tuple.class, all(items, Type.ANY));
  }

  CodeBlock all(List<Expr> items, Type type) {
    List<CodeBlock> found = new ArrayList<>();
    for (Expr item : items) {
      found.add(to(item, type));
    }
    return CodeBlock.join(found, ", ");
  }

  /** A dict is a record where it has the keys of what the node emits. */
  private Code dict(Expr.DictOf dict) {
    Type output = program.output();
    if (output.kind() == Kind.RECORD
        && isRecord(dict, output)
        && scope.routine().role() != Routine.Role.CONSTRUCTOR) {
      return record(dict, output);
    } else if (dict.entries().isEmpty()) {
      return Code.of(Type.keyed(Type.NEVER), "new $T<>()", LinkedHashMap.class);
    }
    List<CodeBlock> parts = new ArrayList<>();
    for (Expr.Entry entry : dict.entries()) {
      Expr key =
          entry.key().orElseThrow(() -> new UntranslatableException("** stands for several keys"));
      if (typeOf(key).kind() != Kind.STR) {
        throw new UntranslatableException("a dict with keys that are no str");
      }
      parts.add(CodeBlock.of("$L, $L", to(key, Type.STR), to(entry.value(), Type.ANY)));
    }
    return Code.of(Type.keyed(Type.ANY), "$T.of($L)", PyDict.class, CodeBlock.join(parts, ", "));
  }

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

  private Code record(Expr.DictOf dict, Type record) {
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

  private CodeBlock component(Expr value, String name, ValueType type) {
    if (type instanceof ValueType.EnumOf) {
      return CodeBlock.of("$L.of($L)", Names.type(name), to(value, Type.STR));
    } else if (type instanceof ValueType.OptionalOf optional) {
      return CodeBlock.of(
          "$T.ofNullable($L)",
          Optional.class,
          to(value, program.types().type(optional.type(), Names.type(name))));
    }
    return to(value, program.types().type(type, Names.type(name)));
  }
}
