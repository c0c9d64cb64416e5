package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.read.Expr;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Names;
import dev.graft.port.types.Type;
import dev.graft.py.PyValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Translates what is asked: comparisons, tests of types, and the truth of values. */
final class Conditions {
  private final Expressions expressions;

  Conditions(Expressions expressions) {
    this.expressions = expressions;
  }

  /** The test that an expression is where Python asks for its truth. */
  Condition of(Expr expr) {
    return switch (expr) {
      case Expr.Unary unary when unary.operator().equals("Not") -> of(unary.operand()).negated();
      case Expr.Logical logical -> logical(logical);
      case Expr.Compare compare -> compare(compare);
      case Expr.Call call when TypeTests.isTest(call) ->
          new TypeTests(expressions).isInstance(call);
      default -> truth(expressions.of(expr));
    };
  }

  /** Whether a value is anything but none, false, zero or empty. */
  Condition truth(Code value) {
    CodeBlock on = value.primary();
    if (value.type().nullable()) {
      return Condition.of(
          Code.Rank.PRIMARY, "$T.truth($L)", PyValue.class, Coercion.to(value, Type.ANY));
    }
    return switch (value.type().kind()) {
      case BOOL -> new Condition(value.text(), value.rank(), Map.of(), Map.of());
      case NEVER -> new Condition(value.text(), value.rank(), Map.of(), Map.of());
      case SMALL, LONG, FLOAT ->
          Condition.of(Code.Rank.EQUALITY, "$L != 0", value.within(Code.Rank.RELATION))
              .withOpposite(Code.Rank.EQUALITY, "$L == 0", value.within(Code.Rank.RELATION));
      case INT ->
          Condition.of(Code.Rank.EQUALITY, "$L.signum() != 0", on)
              .withOpposite(Code.Rank.EQUALITY, "$L.signum() == 0", on);
      case STR, LIST, FIELDS, ENTRIES, DICT ->
          Condition.of(Code.Rank.UNARY, "!$L.isEmpty()", on)
              .withOpposite(Code.Rank.PRIMARY, "$L.isEmpty()", on);
      case NONE -> Condition.constant(false);
      case RECORD, FUNCTION -> Condition.constant(true);
      case NUMBER, TUPLE, OTHER, ANY ->
          Condition.of(
              Code.Rank.PRIMARY, "$T.truth($L)", PyValue.class, Coercion.to(value, Type.ANY));
    };
  }

  /** Each test knows what those before it have found out. */
  private Condition logical(Expr.Logical logical) {
    Code.Rank rank = logical.isAnd() ? Code.Rank.AND : Code.Rank.OR;
    Scope inner = expressions.scope().fixed();
    List<CodeBlock> parts = new ArrayList<>();
    Map<String, Code> known = new HashMap<>();
    for (Expr value : logical.values()) {
      Condition part = new Conditions(new Expressions(inner)).of(value);
      if (part.isConstant() && part.isTrue() == logical.isAnd()) {
        continue;
      } else if (part.isConstant()) {
        return part;
      }
      Map<String, Code> found = logical.isAnd() ? part.whenTrue() : part.whenFalse();
      inner.know(found);
      known.putAll(found);
      parts.add(part.within(rank));
    }
    if (parts.isEmpty()) {
      return Condition.constant(logical.isAnd());
    }
    CodeBlock text = CodeBlock.join(parts, logical.isAnd() ? " && " : " || ");
    return new Condition(
        text,
        parts.size() == 1 ? Code.Rank.PRIMARY : rank,
        logical.isAnd() ? known : Map.of(),
        logical.isAnd() ? Map.of() : known);
  }

  private Condition compare(Expr.Compare compare) {
    List<Expr> values = new ArrayList<>(List.of(compare.left()));
    values.addAll(compare.others());
    List<Condition> parts = new ArrayList<>();
    for (int i = 0; i < compare.operators().size(); i++) {
      if (i > 0 && !Walk.isSimple(values.get(i))) {
        throw new UntranslatableException("a chain of comparisons would compute its middle twice");
      }
      parts.add(compare(values.get(i), compare.operators().get(i), values.get(i + 1)));
    }
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    List<CodeBlock> texts = parts.stream().map(part -> part.within(Code.Rank.AND)).toList();
    return new Condition(CodeBlock.join(texts, " && "), Code.Rank.AND, Map.of(), Map.of());
  }

  private Condition compare(Expr left, String operator, Expr right) {
    TypeTests types = new TypeTests(expressions);
    if (TypeTests.isTypeOf(left)) {
      return types.hasType(left, operator, right);
    }
    return switch (operator) {
      case "Is" -> is(left, right);
      case "IsNot" -> is(left, right).negated();
      case "In" -> new Membership(expressions).of(left, right);
      case "NotIn" -> new Membership(expressions).of(left, right).negated();
      case "Eq" -> Comparisons.equal(expressions.of(left), expressions.of(right));
      case "NotEq" -> Comparisons.unequal(expressions.of(left), expressions.of(right));
      default -> Comparisons.ordered(operator, expressions.of(left), expressions.of(right));
    };
  }

  private Condition isEmpty(String attribute) {
    String field = expressions.scope().field(attribute);
    expressions.scope().program().useField(Names.camel(attribute));
    return Condition.of(Code.Rank.PRIMARY, "$L.isEmpty()", field)
        .withOpposite(Code.Rank.PRIMARY, "$L.isPresent()", field);
  }

  private Condition is(Expr left, Expr right) {
    if (Expr.isNone(right)
        && left instanceof Expr.Attribute attribute
        && Expressions.isSelf(attribute.value())
        && expressions.scope().program().ofOptional(attribute.name()).isPresent()) {
      return isEmpty(attribute.name());
    }
    Code value = expressions.of(left);
    if (Expr.isNone(right)) {
      Kind kind = value.type().kind();
      boolean mayBeNone = value.type().nullable() || kind == Kind.ANY || kind == Kind.NEVER;
      return kind == Kind.NONE
          ? Condition.constant(true)
          : mayBeNone
              ? Condition.of(Code.Rank.EQUALITY, "$L == null", value.within(Code.Rank.RELATION))
                  .withOpposite(Code.Rank.EQUALITY, "$L != null", value.within(Code.Rank.RELATION))
              : Condition.constant(false);
    } else if (right instanceof Expr.Constant constant
        && constant.value() instanceof Boolean bool) {
      if (value.type().kind() == Kind.BOOL) {
        Condition found = truth(value);
        return bool ? found : found.negated();
      } else if (value.type().kind().isNumber() || value.type().kind() == Kind.STR) {
        return Condition.constant(false);
      }
      return Condition.of(
          Code.Rank.PRIMARY,
          "$T.$L.equals($L)",
          Boolean.class,
          bool ? "TRUE" : "FALSE",
          Coercion.to(value, Type.ANY));
    }
    throw new UntranslatableException("which object it is, Java does not say as Python does");
  }
}
