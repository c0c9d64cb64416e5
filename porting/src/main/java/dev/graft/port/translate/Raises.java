package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.port.read.Expr;
import dev.graft.port.read.Stmt;
import dev.graft.port.types.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Translates {@code raise}: each exception has a kind, as {@code graft/kinds.py} says. */
final class Raises {
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("ValueError", "INVALID"),
          Map.entry("ConfigurationError", "INVALID"),
          Map.entry("TypeError", "TYPE"),
          Map.entry("KeyError", "NOT_FOUND"),
          Map.entry("NotFoundError", "NOT_FOUND"),
          Map.entry("IndexError", "RANGE"),
          Map.entry("OverflowError", "RANGE"),
          Map.entry("RecursionError", "RANGE"),
          Map.entry("ArithmeticError", "ARITHMETIC"),
          Map.entry("ZeroDivisionError", "ARITHMETIC"),
          Map.entry("StateError", "STATE"),
          Map.entry("TimeoutError", "TIMEOUT"),
          Map.entry("OSError", "IO"),
          Map.entry("NotImplementedError", "UNSUPPORTED"),
          Map.entry("UnsupportedError", "UNSUPPORTED"));

  /** Exceptions of Python's own that no kind is made for: their name is their kind. */
  private static final List<String> NAMED =
      List.of("RuntimeError", "AssertionError", "AttributeError", "LookupError", "Exception");

  private final Expressions expressions;

  Raises(Expressions expressions) {
    this.expressions = expressions;
  }

  CodeBlock of(Stmt.Raise raise) {
    Expr exception =
        raise
            .exception()
            .orElseThrow(() -> new UntranslatableException("raise of what was caught"));
    Expr type = exception instanceof Expr.Call call ? call.function() : exception;
    List<Expr> args = exception instanceof Expr.Call call ? call.args() : List.of();
    if (args.size() > 1) {
      throw new UntranslatableException("an exception with several arguments");
    }
    String name =
        switch (type) {
          case Expr.Name found -> found.id();
          case Expr.Attribute found -> found.name();
          default -> throw new UntranslatableException("an exception that is known only then");
        };
    CodeBlock message =
        args.isEmpty()
            ? CodeBlock.of("$L", Literal.of(name))
            : new Texts(expressions).message(args.getFirst());
    return CodeBlock.of("throw new $T($L, $L);\n", NodeException.class, kind(name), message);
  }

  /** {@code assert}. */
  CodeBlock of(Stmt.Check check) {
    Condition test = new Conditions(expressions).of(check.test()).negated();
    CodeBlock message =
        check
            .message()
            .map(each -> new Texts(expressions).message(each))
            .orElseGet(() -> CodeBlock.of("$L", Literal.of(check.test().at().text())));
    return CodeBlock.of(
        "if ($L) {\nthrow new $T($T.user(\"AssertionError\"), $L);\n}\n",
        test.text(),
        NodeException.class,
        ErrorKind.class,
        message);
  }

  /** Whether an error is what an {@code except} names. */
  static CodeBlock caught(List<String> types, String error) {
    List<CodeBlock> parts = new ArrayList<>();
    for (String type : types.isEmpty() ? List.of("Exception") : types) {
      parts.add(
          switch (type) {
            case "ValueError", "TypeError", "KeyError" ->
                CodeBlock.of("$L.kind().equals($T.$L)", error, ErrorKind.class, KINDS.get(type));
            case "ZeroDivisionError" ->
                CodeBlock.of("$L.kind().equals($T.ARITHMETIC)", error, ErrorKind.class);
            // What the rules refuse is no exception of Python, and must be seen.
            case "Exception" ->
                CodeBlock.of("!$L.kind().equals($T.UNSUPPORTED)", error, ErrorKind.class);
            default ->
                throw new UntranslatableException(
                    "except %s: no kind of error is that alone".formatted(type));
          });
    }
    return CodeBlock.join(parts, " || ");
  }

  private static CodeBlock kind(String name) {
    String kind = KINDS.get(name);
    if (kind != null) {
      return CodeBlock.of("$T.$L", ErrorKind.class, kind);
    } else if (NAMED.contains(name)) {
      return CodeBlock.of("$T.user($L)", ErrorKind.class, Literal.of(name));
    }
    throw new UntranslatableException(
        "an exception of another class: its kind depends on what %s derives from".formatted(name));
  }
}
