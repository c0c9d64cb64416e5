package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.read.Expr;
import dev.graft.port.read.Stmt;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Type;
import java.util.List;
import java.util.Optional;

/** Translates what becomes outputs: {@code return} and {@code yield} of the node's own methods. */
final class Emitting {
  private final Scope scope;
  private final Routine routine;

  Emitting(Scope scope) {
    this.scope = scope;
    this.routine = scope.routine();
  }

  private Type output() {
    return scope.program().output();
  }

  /** {@code yield value}: a node stops where nobody wants more. */
  CodeBlock yielded(Optional<Expr> value, boolean atEnd) {
    if (!routine.emits()) {
      throw new UntranslatableException("a generator whose outputs are not the node's");
    } else if (value.isEmpty() || Expr.isNone(value.get())) {
      return CodeBlock.of("");
    }
    CodeBlock emit = emit(value.get());
    return atEnd && routine.role() != Routine.Role.EMITTER
        ? CodeBlock.of("$L;\n", emit)
        : stopUnless(emit);
  }

  private CodeBlock stopUnless(CodeBlock goesOn) {
    return CodeBlock.of("if (!$L) {\n$L}\n", goesOn, stop());
  }

  private CodeBlock stop() {
    return routine.role() == Routine.Role.EMITTER
        ? CodeBlock.of("return false;\n")
        : CodeBlock.of("return;\n");
  }

  private CodeBlock emit(Expr value) {
    return CodeBlock.of("out.emit($L)", Expressions.ofOutput(scope).to(value, output()));
  }

  /** {@code yield from self.more()}. */
  CodeBlock yieldedFrom(Expr value, boolean atEnd) {
    if (routine.emits() && value instanceof Expr.Call call) {
      Functions functions = new Functions(new Expressions(scope));
      Routine other = functions.find(call.function()).orElse(null);
      if (other != null && other.role() == Routine.Role.FLUSH && call.args().isEmpty()) {
        return CodeBlock.of("flush(out);\n");
      } else if (other != null && other.role() == Routine.Role.EMITTER) {
        List<CodeBlock> arguments = functions.arguments(other, call);
        arguments.add(CodeBlock.of("out"));
        CodeBlock more = CodeBlock.of("$L($L)", other.javaName(), CodeBlock.join(arguments, ", "));
        return atEnd && routine.role() != Routine.Role.EMITTER
            ? CodeBlock.of("$L;\n", more)
            : stopUnless(more);
      }
    }
    throw new UntranslatableException("yield from something else than a generator of the node");
  }

  /** {@code for each in self.more(): yield each}, which is the same. */
  Optional<CodeBlock> handedOn(Stmt.For loop, boolean atEnd) {
    if (loop.body().size() == 1
        && loop.body().getFirst() instanceof Stmt.Evaluate evaluate
        && evaluate.value() instanceof Expr.Yield yielded
        && yielded
            .value()
            .map(each -> each.at().text())
            .orElse("")
            .equals(loop.target().at().text())
        && loop.items() instanceof Expr.Call call
        && new Functions(new Expressions(scope))
            .find(call.function())
            .map(each -> each.role() == Routine.Role.EMITTER)
            .orElse(false)) {
      return Optional.of(yieldedFrom(call, atEnd));
    }
    return Optional.empty();
  }

  /** {@code return value}: the output, unless it is none. */
  CodeBlock returned(Optional<Expr> value, boolean atEnd) {
    boolean isGenerator = Walk.yields(routine.function().body());
    boolean emits =
        (routine.role() == Routine.Role.PROCESS || routine.role() == Routine.Role.FLUSH)
            && !isGenerator
            && value.isPresent();
    CodeBlock end =
        atEnd && routine.role() != Routine.Role.EMITTER
            ? CodeBlock.of("")
            : routine.role() == Routine.Role.EMITTER
                ? CodeBlock.of("return true;\n")
                : CodeBlock.of("return;\n");
    return emits ? CodeBlock.of("$L$L", output(value.get()), end) : end;
  }

  private CodeBlock output(Expr value) {
    if (Expr.isNone(value)) {
      return CodeBlock.of("");
    } else if (value instanceof Expr.Conditional choice
        && (Expr.isNone(choice.yes()) || Expr.isNone(choice.no()))) {
      return chosen(choice);
    }
    Type type = new Expressions(scope).typeOf(value);
    if (type.nullable() && output().kind() != Kind.ANY) {
      return ifPresent(value, type);
    }
    return CodeBlock.of("$L;\n", emit(value));
  }

  /** {@code value if test else None}. */
  private CodeBlock chosen(Expr.Conditional choice) {
    Condition test = new Conditions(new Expressions(scope)).of(choice.test());
    boolean isElse = Expr.isNone(choice.yes());
    Condition holds = isElse ? test.negated() : test;
    Scope inner = scope.inner();
    inner.know(isElse ? test.whenFalse() : test.whenTrue());
    CodeBlock emit = new Emitting(inner).output(isElse ? choice.no() : choice.yes());
    return CodeBlock.of("if ($L) {\n$L}\n", holds.text(), emit);
  }

  private CodeBlock ifPresent(Expr value, Type type) {
    String name = scope.fresh("result");
    return CodeBlock.of(
        "$T $L = $L;\nif ($L != null) {\nout.emit($L);\n}\n",
        type.java(),
        name,
        new Expressions(scope).of(value).text(),
        name,
        Coercion.to(Code.of(type.present(), "$L", name), output()));
  }
}
