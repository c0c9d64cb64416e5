package dev.graft.port.translate;

import dev.graft.port.read.Expr;
import dev.graft.port.read.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Looks through statements: which names they set and use, whether they end or yield. */
final class Walk {
  private Walk() {}

  /** All expressions in statements, from outside in; functions inside are left alone. */
  static void expressions(List<Stmt> statements, Consumer<Expr> each) {
    for (Stmt statement : statements) {
      parts(statement).forEach(part -> expression(part, each));
      inner(statement).forEach(body -> expressions(body, each));
    }
  }

  /** An expression and all in it. */
  static void expression(Expr expr, Consumer<Expr> each) {
    each.accept(expr);
    children(expr).forEach(child -> expression(child, each));
  }

  /** The bodies of a statement. */
  static List<List<Stmt>> inner(Stmt statement) {
    return switch (statement) {
      case Stmt.If branch -> List.of(branch.body(), branch.otherwise());
      case Stmt.For loop -> List.of(loop.body(), loop.otherwise());
      case Stmt.While loop -> List.of(loop.body(), loop.otherwise());
      case Stmt.Try attempt ->
          Stream.concat(
                  Stream.of(attempt.body()), attempt.handlers().stream().map(Stmt.Handler::body))
              .toList();
      default -> List.of();
    };
  }

  /** The expressions of a statement itself. */
  static List<Expr> parts(Stmt statement) {
    return switch (statement) {
      case Stmt.Assign assign ->
          Stream.concat(assign.targets().stream(), Stream.of(assign.value())).toList();
      case Stmt.Augment augment -> List.of(augment.target(), augment.value());
      case Stmt.Evaluate evaluate -> List.of(evaluate.value());
      case Stmt.Return result -> result.value().stream().toList();
      case Stmt.If branch -> List.of(branch.test());
      case Stmt.For loop -> List.of(loop.target(), loop.items());
      case Stmt.While loop -> List.of(loop.test());
      case Stmt.Raise raise -> raise.exception().stream().toList();
      case Stmt.Check check ->
          Stream.concat(Stream.of(check.test()), check.message().stream()).toList();
      case Stmt.Delete delete -> delete.targets();
      case Stmt.Other other -> other.parts();
      default -> List.of();
    };
  }

  /** The expressions of a statement and of all that are in it, in functions inside as well. */
  static List<Expr> allParts(Stmt statement) {
    List<Expr> found = new ArrayList<>(parts(statement));
    if (statement instanceof Stmt.Function function) {
      function.body().forEach(each -> found.addAll(allParts(each)));
    }
    inner(statement).forEach(body -> body.forEach(each -> found.addAll(allParts(each))));
    return found;
  }

  private static List<Expr> children(Expr expr) {
    List<Expr> found = new ArrayList<>();
    switch (expr) {
      case Expr.Attribute part -> found.add(part.value());
      case Expr.Subscript part -> found.addAll(List.of(part.value(), part.index()));
      case Expr.Slice part ->
          Stream.of(part.lower(), part.upper(), part.step())
              .forEach(each -> each.ifPresent(found::add));
      case Expr.Call part -> {
        found.add(part.function());
        found.addAll(part.args());
        part.keywords().forEach(word -> found.add(word.value()));
      }
      case Expr.Binary part -> found.addAll(List.of(part.left(), part.right()));
      case Expr.Unary part -> found.add(part.operand());
      case Expr.Logical part -> found.addAll(part.values());
      case Expr.Compare part -> {
        found.add(part.left());
        found.addAll(part.others());
      }
      case Expr.Conditional part -> found.addAll(List.of(part.test(), part.yes(), part.no()));
      case Expr.Lambda part -> found.add(part.body());
      case Expr.ListOf part -> found.addAll(part.items());
      case Expr.TupleOf part -> found.addAll(part.items());
      case Expr.DictOf part ->
          part.entries()
              .forEach(
                  entry -> {
                    entry.key().ifPresent(found::add);
                    found.add(entry.value());
                  });
      case Expr.Comprehension part -> {
        part.key().ifPresent(found::add);
        found.add(part.element());
        part.generators()
            .forEach(
                each -> {
                  found.add(each.items());
                  found.addAll(each.tests());
                });
      }
      case Expr.Formatted part -> found.addAll(part.parts());
      case Expr.Field part -> found.add(part.value());
      case Expr.Yield part -> part.value().ifPresent(found::add);
      case Expr.YieldFrom part -> found.add(part.value());
      case Expr.Starred part -> found.add(part.value());
      case Expr.Other part -> found.addAll(part.parts());
      case Expr.Name _, Expr.Constant _ -> {}
    }
    return found;
  }

  /** The names of variables that statements set. */
  static Set<String> assigned(List<Stmt> statements) {
    Set<String> names = new LinkedHashSet<>();
    for (Stmt statement : statements) {
      switch (statement) {
        case Stmt.Assign assign -> assign.targets().forEach(target -> targets(target, names));
        case Stmt.Augment augment -> targets(augment.target(), names);
        case Stmt.For loop -> targets(loop.target(), names);
        default -> {}
      }
      inner(statement).forEach(body -> names.addAll(assigned(body)));
    }
    return names;
  }

  static void targets(Expr target, Set<String> names) {
    switch (target) {
      case Expr.Name name -> names.add(name.id());
      case Expr.TupleOf tuple -> tuple.items().forEach(item -> targets(item, names));
      case Expr.ListOf list -> list.items().forEach(item -> targets(item, names));
      default -> {}
    }
  }

  /** The attributes of the node that statements set, each as often as they do. */
  static List<String> fields(List<Stmt> body) {
    List<String> names = new ArrayList<>();
    for (Stmt each : body) {
      List<Expr> targets =
          switch (each) {
            case Stmt.Assign assign -> assign.targets();
            case Stmt.Augment augment -> List.of(augment.target());
            default -> List.of();
          };
      targets.forEach(target -> fields(target, names));
      inner(each).forEach(inner -> names.addAll(fields(inner)));
    }
    return names;
  }

  private static void fields(Expr target, List<String> names) {
    if (target instanceof Expr.Attribute attribute && Expressions.isSelf(attribute.value())) {
      names.add(attribute.name());
    } else if (target instanceof Expr.TupleOf tuple) {
      tuple.items().forEach(item -> fields(item, names));
    }
  }

  /** The names that statements use or set. */
  static Set<String> names(List<Stmt> statements) {
    Set<String> names = new LinkedHashSet<>();
    expressions(
        statements,
        each -> {
          if (each instanceof Expr.Name name) {
            names.add(name.id());
          }
        });
    return names;
  }

  /** The names that an expression uses. */
  static Set<String> names(Expr expr) {
    Set<String> names = new LinkedHashSet<>();
    expression(
        expr,
        each -> {
          if (each instanceof Expr.Name name) {
            names.add(name.id());
          }
        });
    return names;
  }

  /** Whether a function is a generator. */
  static boolean yields(List<Stmt> statements) {
    boolean[] found = new boolean[1];
    expressions(
        statements,
        each -> found[0] |= each instanceof Expr.Yield || each instanceof Expr.YieldFrom);
    return found[0];
  }

  /** Whether nothing after these statements is reached. */
  static boolean exits(List<Stmt> statements) {
    if (statements.isEmpty()) {
      return false;
    }
    return switch (statements.getLast()) {
      case Stmt.Return _, Stmt.Raise _ -> true;
      case Stmt.Word word -> !word.word().equals("pass");
      case Stmt.If branch -> exits(branch.body()) && exits(branch.otherwise());
      case Stmt.Try attempt ->
          exits(attempt.body())
              && attempt.handlers().stream().allMatch(handler -> exits(handler.body()));
      case Stmt.While loop ->
          loop.test() instanceof Expr.Constant constant
              && Boolean.TRUE.equals(constant.value())
              && !breaks(loop.body());
      default -> false;
    };
  }

  /** Whether statements leave the loop that they are in. */
  private static boolean breaks(List<Stmt> statements) {
    return statements.stream()
        .anyMatch(
            each ->
                (each instanceof Stmt.Word word && word.word().equals("break"))
                    || (each instanceof Stmt.If branch
                        && (breaks(branch.body()) || breaks(branch.otherwise()))));
  }

  /** Whether an expression is no more than a look at a variable or a field. */
  static boolean isSimple(Expr expr) {
    return switch (expr) {
      case Expr.Name _, Expr.Constant _ -> true;
      case Expr.Attribute attribute -> attribute.value() instanceof Expr.Name;
      default -> false;
    };
  }

  /** Whether a statement is a docstring. */
  static boolean isText(Stmt statement) {
    return statement instanceof Stmt.Evaluate evaluate
        && evaluate.value() instanceof Expr.Constant constant
        && constant.value() instanceof String;
  }

  /** How many statements there are, those inside others as well, docstrings apart. */
  static int count(List<Stmt> statements) {
    int count = 0;
    for (Stmt statement : statements) {
      if (statement instanceof Stmt.Other other) {
        count += other.statements();
      } else if (!isText(statement)
          && !(statement instanceof Stmt.Declared)
          && !(statement instanceof Stmt.Word word && word.word().equals("pass"))) {
        count++;
      }
      for (List<Stmt> body : inner(statement)) {
        count += count(body);
      }
    }
    return count;
  }
}
