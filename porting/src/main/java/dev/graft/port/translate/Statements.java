package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.node.NodeException;
import dev.graft.port.read.Expr;
import dev.graft.port.read.Stmt;
import dev.graft.port.types.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Translates the statements of a routine, one block after the other. */
final class Statements {
  private final Scope scope;
  private final Program program;
  private final Routine routine;
  private final boolean inLoop;

  /** What comes after a branch that is always taken and does not come back. */
  private boolean isUnreachable;

  private Statements(Scope scope, boolean inLoop) {
    this.scope = scope;
    this.program = scope.program();
    this.routine = scope.routine();
    this.inLoop = inLoop;
  }

  /** The body of a routine. */
  static CodeBlock body(Program program, Routine routine) {
    return new Statements(Scope.of(program, routine), false).block(routine.function().body(), true);
  }

  /** Statements in a row; the last ends the routine if the block stands at its end. */
  private CodeBlock block(List<Stmt> statements, boolean atEnd) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < statements.size(); i++) {
      Stmt statement = statements.get(i);
      if (Walk.isText(statement)) {
        continue;
      }
      List<Stmt> rest = statements.subList(i + 1, statements.size());
      code.add(declarations(statement, rest));
      code.add(marked(statement, atEnd && rest.isEmpty(), rest));
      if (isUnreachable) {
        break;
      }
    }
    return code.build();
  }

  /** Variables that are set inside of a statement and used after it are declared before it. */
  private CodeBlock declarations(Stmt statement, List<Stmt> rest) {
    if (Walk.inner(statement).isEmpty()) {
      return CodeBlock.of("");
    }
    Set<String> names = new HashSet<>();
    Walk.inner(statement).forEach(body -> names.addAll(Walk.assigned(body)));
    Set<String> later = Walk.names(rest);
    Set<String> test = new HashSet<>();
    if (statement instanceof Stmt.While loop) {
      test.addAll(Walk.names(loop.test()));
    }
    CodeBlock.Builder code = CodeBlock.builder();
    for (String name : names.stream().sorted().toList()) {
      boolean isNeeded = later.contains(name) || test.contains(name);
      if (isNeeded && !scope.isDeclared(name) && routine.parameter(name).isEmpty()) {
        code.add("$T $L;\n", scope.type(name).java(), Scope.javaName(name));
        scope.declare(name);
      }
    }
    return code.build();
  }

  private CodeBlock marked(Stmt statement, boolean atEnd, List<Stmt> rest) {
    scope.allowHoisting();
    try {
      CodeBlock code = statement(statement, atEnd, rest);
      return CodeBlock.of("$L$L", scope.takeHoisted(), code);
    } catch (UntranslatableException e) {
      scope.takeHoisted();
      return new Marks(scope).of(statement, String.valueOf(e.getMessage()), this::inner);
    }
  }

  /** A block inside of this one. */
  CodeBlock inner(List<Stmt> body) {
    return new Statements(scope.inner(), inLoop).block(body, false);
  }

  private CodeBlock statement(Stmt statement, boolean atEnd, List<Stmt> rest) {
    return switch (statement) {
      case Stmt.Assign assign -> new Assignments(scope).assign(assign);
      case Stmt.Augment augment -> new Assignments(scope).augment(augment);
      case Stmt.Evaluate evaluate -> evaluate(evaluate.value(), atEnd);
      case Stmt.Return result -> returned(result.value(), atEnd);
      case Stmt.If branch -> branch(branch, atEnd, rest);
      case Stmt.For loop -> loop(loop, atEnd);
      case Stmt.While loop -> loop(loop);
      case Stmt.Raise raise -> new Raises(new Expressions(scope)).of(raise);
      case Stmt.Word word ->
          word.word().equals("pass") ? CodeBlock.of("") : CodeBlock.of("$L;\n", word.word());
      case Stmt.Check check -> new Raises(new Expressions(scope)).of(check);
      case Stmt.Declared _ -> CodeBlock.of("");
      case Stmt.Delete delete -> new Assignments(scope).delete(delete);
      case Stmt.Try attempt -> attempt(attempt);
      case Stmt.Import _ -> throw new UntranslatableException("an import while the node runs");
      case Stmt.Function function ->
          throw new UntranslatableException("a function inside of a function: " + function.name());
      case Stmt.ClassOf type ->
          throw new UntranslatableException("a class inside of a function: " + type.name());
      case Stmt.Other other ->
          throw new UntranslatableException(
              "there is no rule for %s".formatted(Expressions.words(other.kind())));
    };
  }

  /** Only what one kind of error tells apart can be caught. */
  private CodeBlock attempt(Stmt.Try attempt) {
    boolean emits = routine.emits() && (Walk.yields(attempt.body()) || returns(attempt.body()));
    if (emits) {
      throw new UntranslatableException("an output inside of try");
    }
    CodeBlock.Builder handlers = CodeBlock.builder();
    String error = scope.fresh("e");
    for (Stmt.Handler handler : attempt.handlers()) {
      if (!handler.name().isEmpty() && Walk.names(handler.body()).contains(handler.name())) {
        throw new UntranslatableException("the exception that was caught is looked at");
      }
      CodeBlock test = Raises.caught(handler.types(), error);
      handlers.add(
          "if ($L) {\n$L} else ",
          test,
          new Statements(scope.inner(), inLoop).block(handler.body(), false));
    }
    forgetAll(attempt.body());
    CodeBlock body = new Statements(scope.inner(), inLoop).block(attempt.body(), false);
    if (body.toString().contains("Decode.")) {
      throw new UntranslatableException("try around what Java refuses in its own way");
    }
    return CodeBlock.of(
        "try {\n$L} catch ($T $L) {\n$L{\nthrow $L;\n}\n}\n",
        body,
        NodeException.class,
        error,
        handlers.build(),
        error);
  }

  private static boolean returns(List<Stmt> body) {
    return body.stream()
        .anyMatch(
            each ->
                each instanceof Stmt.Return
                    || Walk.inner(each).stream().anyMatch(Statements::returns));
  }

  private CodeBlock evaluate(Expr value, boolean atEnd) {
    if (value instanceof Expr.Yield yielded) {
      return new Emitting(scope).yielded(yielded.value(), atEnd && !inLoop);
    } else if (value instanceof Expr.YieldFrom from) {
      return new Emitting(scope).yieldedFrom(from.value(), atEnd && !inLoop);
    } else if (value instanceof Expr.Call call) {
      if (isSuper(call)) {
        return ofSuper();
      }
      return CodeBlock.of("$L;\n", new Expressions(scope).of(call).text());
    }
    throw new UntranslatableException("an expression alone");
  }

  private CodeBlock ofSuper() {
    if (program.hasBaseInFile()) {
      throw new UntranslatableException("what the base class in this file does is not looked at");
    }
    return CodeBlock.of("");
  }

  /** {@code super().__init__()}: what Graft's own base class does, Graft does for Java nodes. */
  private static boolean isSuper(Expr.Call call) {
    return call.function() instanceof Expr.Attribute attribute
        && attribute.value() instanceof Expr.Call inner
        && inner.function() instanceof Expr.Name name
        && name.id().equals("super");
  }

  private CodeBlock returned(Optional<Expr> value, boolean atEnd) {
    if (routine.role() == Routine.Role.HELPER) {
      Expressions expressions = new Expressions(scope);
      Type found = value.map(each -> expressions.typeOf(each)).orElse(Type.NONE);
      program.environment().join(routine.result(), found);
      Type wanted = program.environment().get(routine.result());
      return value.isPresent()
          ? CodeBlock.of("return $L;\n", expressions.to(value.get(), wanted))
          : CodeBlock.of("return null;\n");
    }
    return new Emitting(scope).returned(value, atEnd && !inLoop);
  }

  private CodeBlock branch(Stmt.If branch, boolean atEnd, List<Stmt> rest) {
    Condition test = new Conditions(new Expressions(scope)).of(branch.test());
    if (test.isConstant()) {
      List<Stmt> live = test.isTrue() ? branch.body() : branch.otherwise();
      CodeBlock code = block(live, atEnd);
      isUnreachable = Walk.exits(live);
      return code;
    }
    Scope yes = scope.inner();
    yes.know(test.whenTrue());
    Scope no = scope.inner();
    no.know(test.whenFalse());
    CodeBlock body = new Statements(yes, inLoop).block(branch.body(), atEnd);
    CodeBlock.Builder code = CodeBlock.builder().add("if ($L) {\n$L}", test.text(), body);
    if (!branch.otherwise().isEmpty()) {
      code.add(" else $L", otherwise(branch.otherwise(), no, atEnd));
    }
    if (!code.build().toString().endsWith("\n")) {
      code.add("\n");
    }
    Walk.assigned(branch.body()).forEach(scope::forget);
    Walk.assigned(branch.otherwise()).forEach(scope::forget);
    if (Walk.exits(branch.body())
        && branch.otherwise().isEmpty()
        && !body.isEmpty()
        && endsInJava(branch, rest)) {
      scope.know(test.whenFalse());
    }
    return code.build();
  }

  /** Java lets what a test found out hold after it if the branch cannot be left at its end. */
  private boolean endsInJava(Stmt.If branch, List<Stmt> rest) {
    return !rest.isEmpty() && Walk.exits(branch.body());
  }

  private CodeBlock otherwise(List<Stmt> body, Scope inner, boolean atEnd) {
    if (body.size() == 1 && body.getFirst() instanceof Stmt.If branch) {
      Statements within = new Statements(inner.fixed(), inLoop);
      int marks = program.marks().size();
      try {
        CodeBlock found = within.branchOf(branch, atEnd);
        if (found.toString().startsWith("if (")) {
          return found;
        }
        return CodeBlock.of("{\n$L}", found);
      } catch (UntranslatableException e) {
        program.marks().subList(marks, program.marks().size()).clear();
      }
    }
    return CodeBlock.of("{\n$L}", new Statements(inner, inLoop).block(body, atEnd));
  }

  private CodeBlock branchOf(Stmt.If branch, boolean atEnd) {
    return branch(branch, atEnd, List.of());
  }

  private CodeBlock loop(Stmt.For loop, boolean atEnd) {
    if (!loop.otherwise().isEmpty()) {
      throw new UntranslatableException("for with else");
    }
    Optional<CodeBlock> handedOn = new Emitting(scope).handedOn(loop, atEnd && !inLoop);
    if (handedOn.isPresent()) {
      return handedOn.get();
    }
    Set<String> set = new HashSet<>();
    Walk.targets(loop.target(), set);
    for (String name : set) {
      if (scope.isDeclared(name)) {
        throw new UntranslatableException("the variable " + name + " of the loop is used outside");
      }
    }
    if (changes(loop.body(), loop.items())) {
      throw new UntranslatableException("what the loop goes through is changed in it");
    }
    forgetAll(loop.body());
    Scope inner = scope.inner();
    Loops.Head head = new Loops(inner).head(loop.target(), loop.items(), false);
    return CodeBlock.of(
        "$L$L {\n$L$L}\n",
        head.before(),
        head.text(),
        head.first(),
        new Statements(inner, true).block(loop.body(), false));
  }

  private CodeBlock loop(Stmt.While loop) {
    if (!loop.otherwise().isEmpty()) {
      throw new UntranslatableException("while with else");
    }
    forgetAll(loop.body());
    Condition test = new Conditions(new Expressions(scope.fixed())).of(loop.test());
    Scope inner = scope.inner();
    inner.know(test.whenTrue());
    return CodeBlock.of(
        "while ($L) {\n$L}\n", test.text(), new Statements(inner, true).block(loop.body(), false));
  }

  /** Whether statements call a method of a container that is no question. */
  private static boolean changes(List<Stmt> body, Expr container) {
    boolean[] found = new boolean[1];
    Walk.expressions(
        body,
        each ->
            found[0] |=
                each instanceof Expr.Call call
                    && call.function() instanceof Expr.Attribute method
                    && method.value().at().text().equals(container.at().text())
                    && List.of("append", "extend", "insert", "pop", "remove", "clear")
                        .contains(method.name()));
    return found[0];
  }

  /** In a loop a variable may have the value of a round before. */
  private void forgetAll(List<Stmt> body) {
    new ArrayList<>(Walk.assigned(body)).forEach(scope::forget);
  }
}
