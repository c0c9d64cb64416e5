package dev.graft.port.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes records of a tree that came as plain values. */
final class TreeReader {
  private TreeReader() {}

  /** The statements of a module. */
  static List<Stmt> module(Map<?, ?> tree) {
    return statements(tree.get("body"));
  }

  private static List<Stmt> statements(@Nullable Object items) {
    List<Stmt> statements = new ArrayList<>();
    for (Map<?, ?> item : trees(items)) {
      statements.add(statement(item));
    }
    return statements;
  }

  private static Stmt statement(Map<?, ?> tree) {
    Place at = place(tree);
    return switch (kind(tree)) {
      case "Assign" -> new Stmt.Assign(at, all(tree, "targets"), expr(tree, "value"));
      case "AnnAssign" ->
          tree.get("value") == null
              ? declared(tree, at)
              : new Stmt.Assign(at, List.of(expr(tree, "target")), expr(tree, "value"));
      case "AugAssign" ->
          new Stmt.Augment(at, expr(tree, "target"), kind(tree, "op"), expr(tree, "value"));
      case "Expr" -> new Stmt.Evaluate(at, expr(tree, "value"));
      case "Return" -> new Stmt.Return(at, maybe(tree, "value"));
      case "If" ->
          new Stmt.If(
              at, expr(tree, "test"), statements(tree.get("body")), statements(tree.get("orelse")));
      case "For" ->
          new Stmt.For(
              at,
              expr(tree, "target"),
              expr(tree, "iter"),
              statements(tree.get("body")),
              statements(tree.get("orelse")));
      case "While" ->
          new Stmt.While(
              at, expr(tree, "test"), statements(tree.get("body")), statements(tree.get("orelse")));
      case "Raise" -> new Stmt.Raise(at, maybe(tree, "exc"));
      case "Assert" -> new Stmt.Check(at, expr(tree, "test"), maybe(tree, "msg"));
      case "Delete" -> new Stmt.Delete(at, all(tree, "targets"));
      case "Try" -> attempt(tree, at);
      case "Pass", "Break", "Continue" -> new Stmt.Word(at, kind(tree).toLowerCase(Locale.ROOT));
      case "FunctionDef", "AsyncFunctionDef" -> function(tree, at);
      case "ClassDef" ->
          new Stmt.ClassOf(
              at,
              text(tree, "name"),
              map(tree.get("bases"), base -> text(base, "text")),
              statements(tree.get("body")));
      case "ImportFrom" ->
          new Stmt.Import(
              at,
              Math.toIntExact((Long) orElse(tree.get("level"), 0L)),
              String.valueOf(orElse(tree.get("module"), "")),
              aliases(tree));
      case "Import" -> new Stmt.Import(at, 0, "", aliases(tree));
      default -> new Stmt.Other(at, kind(tree), count(tree), inside(tree));
    };
  }

  private static Stmt declared(Map<?, ?> tree, Place at) {
    return expr(tree, "target") instanceof Expr.Name name
        ? new Stmt.Declared(at, name.id(), expr(tree, "annotation"))
        : new Stmt.Word(at, "pass");
  }

  private static Stmt attempt(Map<?, ?> tree, Place at) {
    if (!trees(tree.get("orelse")).isEmpty() || !trees(tree.get("finalbody")).isEmpty()) {
      return new Stmt.Other(at, "Try", count(tree), inside(tree));
    }
    List<Stmt.Handler> handlers = new ArrayList<>();
    for (Map<?, ?> handler : trees(tree.get("handlers"))) {
      List<String> types = new ArrayList<>();
      maybe(handler, "type").ifPresent(type -> types.addAll(typeNames(type)));
      handlers.add(new Stmt.Handler(types, text(handler, "name"), statements(handler.get("body"))));
    }
    return new Stmt.Try(at, statements(tree.get("body")), handlers);
  }

  private static List<String> typeNames(Expr type) {
    return type instanceof Expr.TupleOf tuple
        ? tuple.items().stream().map(item -> item.at().text()).toList()
        : List.of(type.at().text());
  }

  private static Stmt function(Map<?, ?> tree, Place at) {
    List<String> decorators = new ArrayList<>();
    for (Map<?, ?> decorator : trees(tree.get("decorator_list"))) {
      decorators.add(text(decorator, "text"));
    }
    return new Stmt.Function(
        at,
        text(tree, "name"),
        kind(tree).startsWith("Async"),
        parameters(tree(tree.get("args"))),
        maybe(tree, "returns"),
        decorators,
        statements(tree.get("body")));
  }

  private static List<Stmt.Parameter> parameters(Map<?, ?> args) {
    List<Map<?, ?>> positional = new ArrayList<>(trees(args.get("posonlyargs")));
    positional.addAll(trees(args.get("args")));
    List<Map<?, ?>> defaults = trees(args.get("defaults"));
    List<Stmt.Parameter> parameters = new ArrayList<>();
    int without = positional.size() - defaults.size();
    for (int i = 0; i < positional.size(); i++) {
      Optional<Expr> value =
          i < without ? Optional.empty() : Optional.of(expr(defaults.get(i - without)));
      parameters.add(parameter(positional.get(i), value, true));
    }
    for (String special : List.of("vararg", "kwarg")) {
      if (args.get(special) != null) {
        parameters.add(parameter(tree(args.get(special)), Optional.empty(), false));
      }
    }
    List<?> values = (List<?>) orElse(args.get("kw_defaults"), List.of());
    List<Map<?, ?>> named = trees(args.get("kwonlyargs"));
    for (int i = 0; i < named.size(); i++) {
      Object value = values.get(i);
      Optional<Expr> found = value == null ? Optional.empty() : Optional.of(expr(tree(value)));
      parameters.add(parameter(named.get(i), found, true));
    }
    return parameters;
  }

  private static Stmt.Parameter parameter(Map<?, ?> arg, Optional<Expr> value, boolean isPlain) {
    return new Stmt.Parameter(text(arg, "arg"), maybe(arg, "annotation"), value, isPlain);
  }

  private static List<Stmt.Alias> aliases(Map<?, ?> tree) {
    List<Stmt.Alias> aliases = new ArrayList<>();
    for (Map<?, ?> alias : trees(tree.get("names"))) {
      String name = text(alias, "name");
      aliases.add(new Stmt.Alias(name, String.valueOf(orElse(alias.get("asname"), name))));
    }
    return aliases;
  }

  /** How many statements a part holds. */
  private static int count(Map<?, ?> tree) {
    int count = 1;
    for (Object value : tree.values()) {
      if (value instanceof List<?> list) {
        for (Object item : list) {
          if (item instanceof Map<?, ?> part && part.containsKey("_")) {
            boolean isStatement = part.containsKey("line") && !part.containsKey("text");
            boolean holdsSome = isStatement || "ExceptHandler".equals(part.get("_"));
            count += holdsSome ? count(part) : 0;
          }
        }
      }
    }
    return count;
  }

  private static Expr expr(Map<?, ?> tree, String field) {
    return expr(tree(tree.get(field)));
  }

  private static Expr expr(Map<?, ?> tree) {
    Place at = place(tree);
    return switch (kind(tree)) {
      case "Name" -> new Expr.Name(at, text(tree, "id"));
      case "Constant" ->
          at.text().equals("...")
              ? new Expr.Other(at, "Ellipsis", List.of())
              : new Expr.Constant(at, tree.get("value"));
      case "Attribute" -> new Expr.Attribute(at, expr(tree, "value"), text(tree, "attr"));
      case "Subscript" -> new Expr.Subscript(at, expr(tree, "value"), expr(tree, "slice"));
      case "Slice" ->
          new Expr.Slice(at, maybe(tree, "lower"), maybe(tree, "upper"), maybe(tree, "step"));
      case "Call" -> new Expr.Call(at, expr(tree, "func"), all(tree, "args"), keywords(tree));
      case "BinOp" ->
          new Expr.Binary(at, expr(tree, "left"), kind(tree, "op"), expr(tree, "right"));
      case "UnaryOp" -> new Expr.Unary(at, kind(tree, "op"), expr(tree, "operand"));
      case "BoolOp" -> new Expr.Logical(at, kind(tree, "op").equals("And"), all(tree, "values"));
      case "Compare" ->
          new Expr.Compare(
              at,
              expr(tree, "left"),
              trees(tree.get("ops")).stream().map(TreeReader::kind).toList(),
              all(tree, "comparators"));
      case "IfExp" ->
          new Expr.Conditional(at, expr(tree, "test"), expr(tree, "body"), expr(tree, "orelse"));
      case "Lambda" ->
          new Expr.Lambda(
              at,
              parameters(tree(tree.get("args"))).stream().map(Stmt.Parameter::name).toList(),
              expr(tree, "body"));
      case "List" -> new Expr.ListOf(at, all(tree, "elts"));
      case "Tuple" -> new Expr.TupleOf(at, all(tree, "elts"));
      case "Dict" -> dict(tree, at);
      case "ListComp", "SetComp", "GeneratorExp" ->
          new Expr.Comprehension(
              at, kind(tree), Optional.empty(), expr(tree, "elt"), generators(tree));
      case "DictComp" ->
          new Expr.Comprehension(
              at, "DictComp", maybe(tree, "key"), expr(tree, "value"), generators(tree));
      case "JoinedStr" -> new Expr.Formatted(at, all(tree, "values"));
      case "FormattedValue" ->
          new Expr.Field(
              at,
              expr(tree, "value"),
              (Long) orElse(tree.get("conversion"), -1L) < 0
                  ? ' '
                  : (char) ((Long) orElse(tree.get("conversion"), 0L)).intValue(),
              tree.get("format_spec") != null);
      case "Yield" -> new Expr.Yield(at, maybe(tree, "value"));
      case "YieldFrom" -> new Expr.YieldFrom(at, expr(tree, "value"));
      case "Starred" -> new Expr.Starred(at, expr(tree, "value"));
      default -> new Expr.Other(at, kind(tree), inside(tree));
    };
  }

  /** The expressions in a part that has no record of its own, the outermost ones. */
  private static List<Expr> inside(Map<?, ?> tree) {
    return tree.values().stream().flatMap(TreeReader::outermost).toList();
  }

  private static Stream<Expr> outermost(@Nullable Object part) {
    return switch (part) {
      case List<?> list -> list.stream().flatMap(TreeReader::outermost);
      case Map<?, ?> tree when tree.containsKey("text") -> Stream.of(expr(tree));
      case Map<?, ?> tree -> inside(tree).stream();
      case null, default -> Stream.empty();
    };
  }

  private static Expr dict(Map<?, ?> tree, Place at) {
    List<?> keys = (List<?>) orElse(tree.get("keys"), List.of());
    List<Expr> values = all(tree, "values");
    List<Expr.Entry> entries = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Object key = keys.get(i);
      entries.add(
          new Expr.Entry(
              key == null ? Optional.empty() : Optional.of(expr(tree(key))), values.get(i)));
    }
    return new Expr.DictOf(at, entries);
  }

  private static List<Expr.Keyword> keywords(Map<?, ?> tree) {
    return map(
        tree.get("keywords"),
        word -> new Expr.Keyword(String.valueOf(orElse(word.get("arg"), "")), expr(word, "value")));
  }

  private static List<Expr.Generator> generators(Map<?, ?> tree) {
    return map(
        tree.get("generators"),
        part ->
            new Expr.Generator(
                expr(part, "target"),
                expr(part, "iter"),
                all(part, "ifs"),
                !Long.valueOf(0).equals(part.get("is_async"))));
  }

  private static List<Expr> all(Map<?, ?> tree, String field) {
    return map(tree.get(field), TreeReader::expr);
  }

  private static Optional<Expr> maybe(Map<?, ?> tree, String field) {
    Object part = tree.get(field);
    return part == null ? Optional.empty() : Optional.of(expr(tree(part)));
  }

  private static <T> List<T> map(@Nullable Object items, Function<Map<?, ?>, T> each) {
    return trees(items).stream().map(each).toList();
  }

  private static Place place(Map<?, ?> tree) {
    Object text = tree.get("text");
    return new Place(
        Math.toIntExact((Long) orElse(tree.get("line"), 1L)),
        Math.toIntExact((Long) orElse(tree.get("end_line"), 1L)),
        text instanceof String found ? found : "");
  }

  private static String kind(Map<?, ?> tree) {
    return text(tree, "_");
  }

  private static String kind(Map<?, ?> tree, String field) {
    return kind(tree(tree.get(field)));
  }

  private static String text(Map<?, ?> tree, String field) {
    return tree.get(field) instanceof String text ? text : "";
  }

  private static Object orElse(@Nullable Object value, Object otherwise) {
    return value == null ? otherwise : value;
  }

  private static Map<?, ?> tree(@Nullable Object part) {
    if (part instanceof Map<?, ?> tree) {
      return tree;
    }
    throw new IllegalArgumentException("a part of a syntax tree is no dict: " + part);
  }

  private static List<Map<?, ?>> trees(@Nullable Object items) {
    List<Map<?, ?>> trees = new ArrayList<>();
    for (Object item : items instanceof List<?> list ? list : List.of()) {
      trees.add(tree(item));
    }
    return trees;
  }
}
