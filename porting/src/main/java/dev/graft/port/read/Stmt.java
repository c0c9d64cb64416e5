package dev.graft.port.read;

import java.util.List;
import java.util.Optional;

/** A statement. */
public sealed interface Stmt {
  /** Where it stands. */
  Place at();

  /** {@code a = b = value}. */
  record Assign(Place at, List<Expr> targets, Expr value) implements Stmt {}

  /** {@code name: hint} without a value. */
  record Declared(Place at, String name, Expr hint) implements Stmt {}

  /** {@code target += value}. */
  record Augment(Place at, Expr target, String operator, Expr value) implements Stmt {}

  /** An expression alone: a call, a yield, a docstring. */
  record Evaluate(Place at, Expr value) implements Stmt {}

  /** {@code return value}. */
  record Return(Place at, Optional<Expr> value) implements Stmt {}

  /** {@code if}; an {@code elif} is an if in the other branch. */
  record If(Place at, Expr test, List<Stmt> body, List<Stmt> otherwise) implements Stmt {}

  /** {@code for}. */
  record For(Place at, Expr target, Expr items, List<Stmt> body, List<Stmt> otherwise)
      implements Stmt {}

  /** {@code while}. */
  record While(Place at, Expr test, List<Stmt> body, List<Stmt> otherwise) implements Stmt {}

  /** {@code raise}. */
  record Raise(Place at, Optional<Expr> exception) implements Stmt {}

  /** {@code assert test, message}. */
  record Check(Place at, Expr test, Optional<Expr> message) implements Stmt {}

  /** {@code del target}. */
  record Delete(Place at, List<Expr> targets) implements Stmt {}

  /** {@code try} with {@code except} alone; anything more is {@link Other}. */
  record Try(Place at, List<Stmt> body, List<Handler> handlers) implements Stmt {}

  /** {@code pass}, {@code break} or {@code continue}. */
  record Word(Place at, String word) implements Stmt {}

  /** A function or a method. */
  record Function(
      Place at,
      String name,
      boolean isAsync,
      List<Parameter> parameters,
      Optional<Expr> returns,
      List<String> decorators,
      List<Stmt> body)
      implements Stmt {}

  /** A class; its bases as they are written. */
  record ClassOf(Place at, String name, List<String> bases, List<Stmt> body) implements Stmt {}

  /** {@code from module import name as alias}, and {@code import module}. */
  record Import(Place at, int level, String module, List<Alias> names) implements Stmt {}

  /**
   * Anything else.
   *
   * @param kind its class in Python's {@code ast}
   * @param statements how many it holds, itself included
   * @param parts the expressions in it
   */
  record Other(Place at, String kind, int statements, List<Expr> parts) implements Stmt {}

  /** {@code except types as name}. */
  record Handler(List<String> types, String name, List<Stmt> body) {}

  /** A parameter of a function. */
  record Parameter(
      String name, Optional<Expr> hint, Optional<Expr> defaultValue, boolean isPlain) {}

  /** A name that is imported, and the one that it has here. */
  record Alias(String name, String here) {}
}
