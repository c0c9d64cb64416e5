package dev.graft.port.translate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.graft.port.read.Expr;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Type;
import dev.graft.py.PyValue;
import dev.graft.value.Bytes;
import dev.graft.value.Numbers;
import dev.graft.value.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Translates {@code isinstance} and comparisons of {@code type(value)}. */
final class TypeTests {
  private static final Map<String, TypeName> TYPES =
      Map.of(
          "str", ClassName.get(String.class),
          "dict", Type.DICT.java(),
          "list", wildcard(List.class),
          "tuple", ClassName.get(Tuple.class),
          "float", ClassName.get(Double.class),
          "bool", ClassName.get(Boolean.class),
          "bytes", ClassName.get(Bytes.class),
          "set", wildcard(Set.class));
  private static final Map<String, Type> KNOWN =
      Map.of(
          "str", Type.STR,
          "dict", Type.DICT,
          "list", Type.list(Type.ANY),
          "tuple", Type.TUPLE,
          "float", Type.FLOAT,
          "bool", Type.BOOL);
  private static final Map<String, String> VARIABLES =
      Map.of(
          "str", "text", "dict", "dict", "list", "list", "tuple", "tuple", "float", "number",
          "bool", "bool");

  private final Expressions expressions;

  TypeTests(Expressions expressions) {
    this.expressions = expressions;
  }

  private static TypeName wildcard(Class<?> type) {
    return ParameterizedTypeName.get(
        ClassName.get(type), WildcardTypeName.subtypeOf(ClassName.OBJECT));
  }

  static boolean isTest(Expr.Call call) {
    return call.function() instanceof Expr.Name name
        && name.id().equals("isinstance")
        && call.args().size() == 2;
  }

  /** {@code type(value)}. */
  static boolean isTypeOf(Expr expr) {
    return expr instanceof Expr.Call call
        && call.function() instanceof Expr.Name name
        && name.id().equals("type")
        && call.args().size() == 1;
  }

  Condition isInstance(Expr.Call call) {
    return test(call.args().getFirst(), names(call.args().getLast()), false);
  }

  /** {@code type(value) is str} and the like. */
  Condition hasType(Expr left, String operator, Expr right) {
    Condition found = test(((Expr.Call) left).args().getFirst(), names(right), true);
    return switch (operator) {
      case "Is", "Eq", "In" -> found;
      case "IsNot", "NotEq", "NotIn" -> found.negated();
      default -> throw new UntranslatableException("types have no order");
    };
  }

  /** The names of types: one, several in a tuple, or a constant that holds such a tuple. */
  private List<String> names(Expr types) {
    if (types instanceof Expr.TupleOf tuple) {
      return tuple.items().stream().flatMap(each -> names(each).stream()).toList();
    } else if (types instanceof Expr.Name name) {
      if (TYPES.containsKey(name.id()) || name.id().equals("int")) {
        return List.of(name.id());
      }
      return expressions
          .scope()
          .program()
          .constant(expressions.scope().routine().module(), name.id())
          .map(constant -> names(constant.value()))
          .orElseThrow(() -> noCounterpart(name.id()));
    }
    throw noCounterpart(types.at().text());
  }

  private static UntranslatableException noCounterpart(String type) {
    return new UntranslatableException("the type " + type + " has no counterpart here");
  }

  private Condition test(Expr subject, List<String> types, boolean exact) {
    Code value = expressions.of(subject);
    Kind kind = value.type().kind();
    if (kind != Kind.ANY && kind != Kind.NEVER && !value.type().nullable()) {
      return known(kind, types, exact);
    }
    Set<String> all = Set.copyOf(types);
    CodeBlock on = Coercion.to(value, Type.ANY);
    if (all.equals(Set.of("int", "float", "bool"))
        || (!exact && all.equals(Set.of("int", "float")))) {
      return Condition.of(Code.Rank.PRIMARY, "$T.isNumber($L)", Numbers.class, on);
    } else if (types.size() == 1 && !types.getFirst().equals("int")) {
      return single(subject, value, types.getFirst());
    }
    List<CodeBlock> parts = new ArrayList<>();
    for (String type : types) {
      if (type.equals("int")) {
        parts.add(CodeBlock.of("$T.isInt($L)", PyValue.class, on));
        if (!exact && !all.contains("bool")) {
          parts.add(CodeBlock.of("$L instanceof $T", on, Boolean.class));
        }
      } else {
        parts.add(CodeBlock.of("$L instanceof $T", on, TYPES.get(type)));
      }
    }
    return new Condition(
        CodeBlock.join(parts, " || "),
        parts.size() == 1 ? Code.Rank.PRIMARY : Code.Rank.OR,
        Map.of(),
        Map.of());
  }

  /** A test of one type gives the value a name under which it has that type. */
  private Condition single(Expr subject, Code value, String type) {
    CodeBlock test =
        CodeBlock.of("$L instanceof $T", value.within(Code.Rank.RELATION), TYPES.get(type));
    Type known = KNOWN.get(type);
    if (known == null || !(subject instanceof Expr.Name name)) {
      return new Condition(test, Code.Rank.RELATION, Map.of(), Map.of());
    }
    String variable = expressions.scope().fresh(VARIABLES.getOrDefault(type, "value"));
    Code narrowed =
        type.equals("list")
            ? new Code(
                CodeBlock.of("$L", variable),
                Type.list(Type.other(WildcardTypeName.subtypeOf(ClassName.OBJECT))),
                Code.Rank.PRIMARY)
            : Code.of(known, "$L", variable).asBoxed();
    return new Condition(
        CodeBlock.of("$L $L", test, variable),
        Code.Rank.RELATION,
        Map.of(name.id(), narrowed),
        Map.of());
  }

  /** Where the type is known, the answer is, too: Graft has checked the item before. */
  private static Condition known(Kind kind, List<String> types, boolean exact) {
    return switch (kind) {
      case STR -> Condition.constant(types.contains("str"));
      case BOOL -> Condition.constant(types.contains("bool") || (!exact && types.contains("int")));
      case SMALL, LONG, INT -> Condition.constant(types.contains("int"));
      case FLOAT -> Condition.constant(types.contains("float"));
      case LIST -> Condition.constant(types.contains("list"));
      case TUPLE -> Condition.constant(types.contains("tuple"));
      case FIELDS, ENTRIES, DICT, RECORD -> Condition.constant(types.contains("dict"));
      case NUMBER -> number(types.contains("int"), types.contains("float"));
      default -> throw new UntranslatableException("the type of this value is decided elsewhere");
    };
  }

  private static Condition number(boolean mayBeInt, boolean mayBeFloat) {
    if (mayBeInt != mayBeFloat) {
      throw new UntranslatableException(
          "whether the number is an int is known only when the node runs");
    }
    return Condition.constant(mayBeInt);
  }
}
