package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.read.Expr;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Type;

/** Translates values that are one of several: {@code and}, {@code or}, {@code if … else …}. */
final class Choices {
  private final Expressions expressions;

  Choices(Expressions expressions) {
    this.expressions = expressions;
  }

  /** A comparison, or {@code and} and {@code or} of bools; of other values the one that decides. */
  Code logical(Expr expr) {
    if (expr instanceof Expr.Logical logical && !areBools(logical)) {
      return oneOf(logical);
    }
    Condition condition = new Conditions(expressions).of(expr);
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
      return new Expressions(expressions.scope().fixed()).typeOf(expr).kind();
    } catch (UntranslatableException e) {
      return Kind.ANY;
    }
  }

  private Code oneOf(Expr.Logical logical) {
    Expr first = logical.values().getFirst();
    if (logical.values().size() != 2) {
      throw new UntranslatableException("and/or of values that are no bools");
    }
    Code left = expressions.of(first);
    Code right = expressions.of(logical.values().getLast());
    if (left.type().kind() == Kind.BOOL) {
      return ofBool(logical.isAnd(), left, right);
    }
    boolean isPlainCall = first instanceof Expr.Call call && isGet(call);
    if (!Walk.isSimple(first) && !isPlainCall) {
      throw new UntranslatableException("and/or of a call that would be made twice");
    }
    Type type = left.type().join(right.type()).present();
    Condition test = new Conditions(expressions).truth(left);
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

  /** {@code yes if test else no}, as what is wanted if that is known. */
  Code choice(Expr.Conditional choice, Type wanted) {
    Conditions conditions = new Conditions(expressions);
    Condition test = conditions.of(choice.test());
    if (test.isConstant()) {
      return expressions.fit(test.isTrue() ? choice.yes() : choice.no(), wanted);
    }
    Scope yesScope = expressions.scope().fixed();
    yesScope.know(test.whenTrue());
    Scope noScope = expressions.scope().fixed();
    noScope.know(test.whenFalse());
    Code yes = expressions.in(yesScope).fit(choice.yes(), wanted);
    Code no = expressions.in(noScope).fit(choice.no(), wanted);
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
}
