package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.read.Expr;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Type;
import dev.graft.py.PyDict;
import dev.graft.py.PyList;
import dev.graft.py.PyStr;
import dev.graft.py.PyValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Translates calls of the methods of a str, a list or a dict. */
final class Methods {
  /** Methods that no other type of Python's own has, bytes apart. */
  private static final List<String> OF_TEXTS =
      List.of(
          "upper",
          "lower",
          "title",
          "strip",
          "lstrip",
          "rstrip",
          "split",
          "partition",
          "rjust",
          "ljust",
          "join",
          "replace",
          "startswith",
          "endswith");

  private final Expressions expressions;

  Methods(Expressions expressions) {
    this.expressions = expressions;
  }

  Code of(Expr.Attribute method, Expr.Call call) {
    if (!call.keywords().isEmpty()) {
      throw new UntranslatableException("a method with a keyword: ." + method.name() + "()");
    }
    Code on = expressions.of(method.value());
    if (on.type().kind() == Kind.ANY && OF_TEXTS.contains(method.name())) {
      on = Code.of(Type.STR, "$T.asText($L)", PyValue.class, on.text());
    } else if (method.name().equals("bit_length") && call.args().isEmpty()) {
      return Code.of(Type.SMALL, "$T.bitLength($L)", PyValue.class, Coercion.to(on, Type.ANY));
    }
    if (on.type().nullable()) {
      throw new UntranslatableException("a method of what may be None");
    }
    String key = method.name() + "/" + call.args().size();
    if (on.type().kind() == Kind.RECORD && key.equals("get/1")) {
      return new Subscripts(expressions).component(on, call.args().getFirst());
    }
    return switch (on.type().kind()) {
      case STR -> text(on, key, call.args());
      case LIST -> list(method.value(), on, key, call.args());
      case FIELDS, ENTRIES, DICT -> dict(method.value(), on, key, call.args());
      case NEVER ->
          Code.of(
              Type.NEVER,
              "$L.$L($L)",
              on.primary(),
              method.name(),
              expressions.all(call.args(), Type.NEVER));
      default ->
          throw new UntranslatableException(
              ".%s() of a value whose type is known only when the node runs"
                  .formatted(method.name()));
    };
  }

  private Code text(Code on, String key, List<Expr> args) {
    return switch (key) {
      case "upper/0", "lower/0", "title/0", "strip/0", "lstrip/0", "rstrip/0" ->
          Code.of(Type.STR, "$T.$L($L)", PyStr.class, name(key), on.text());
      case "split/0" -> Code.of(Type.list(Type.STR), "$T.words($L)", PyStr.class, on.text());
      case "split/1" ->
          Code.of(
              Type.list(Type.STR),
              "$T.split($L, $L)",
              PyStr.class,
              on.text(),
              present(args.getFirst()));
      case "join/1" ->
          Code.of(
              Type.STR,
              "$T.join($L, $L)",
              PyStr.class,
              on.text(),
              new Calls(expressions).items(args.getFirst()));
      case "replace/2" ->
          Code.of(
              Type.STR,
              "$T.replace($L, $L, $L)",
              PyStr.class,
              on.text(),
              present(args.getFirst()),
              present(args.getLast()));
      case "find/1", "count/1" ->
          Code.of(
              Type.SMALL,
              "$T.$L($L, $L)",
              PyStr.class,
              name(key),
              on.text(),
              present(args.getFirst()));
      case "partition/1" ->
          Code.of(
              Type.TUPLE, "$T.partition($L, $L)", PyStr.class, on.text(), present(args.getFirst()));
      case "rjust/1", "ljust/1" -> justified(on, name(key), args.getFirst());
      case "startswith/1", "endswith/1" ->
          Code.of(
              Type.BOOL,
              "$L.$L($L)",
              on.primary(),
              name(key).equals("startswith") ? "startsWith" : "endsWith",
              present(args.getFirst()));
      default -> throw noRule("str", key);
    };
  }

  private Code justified(Code on, String method, Expr width) {
    Code code = expressions.of(width);
    if (!code.type().kind().isLong()) {
      throw new UntranslatableException("a width that may be no small int");
    }
    return Code.of(Type.STR, "$T.$L($L, $L)", PyStr.class, method, on.text(), code.text());
  }

  private CodeBlock present(Expr text) {
    Code code = expressions.of(text);
    if (code.type().kind() != Kind.STR || code.type().nullable()) {
      throw new UntranslatableException("an argument that may be no str");
    }
    return code.text();
  }

  private Code list(Expr on, Code list, String key, List<Expr> args) {
    return switch (key) {
      case "append/1" -> {
        Type item = expressions.typeOf(args.getFirst());
        holds(on, Type.list(item.inContainer()));
        Type wanted = expressions.typeOf(on).itemType();
        yield Code.of(
            Type.NONE, "$L.add($L)", list.primary(), expressions.to(args.getFirst(), wanted));
      }
      case "extend/1" -> {
        holds(on, Type.list(Type.ANY));
        yield Code.of(
            Type.NONE,
            "$L.addAll($L)",
            list.primary(),
            new Calls(expressions).items(args.getFirst()));
      }
      case "pop/0" ->
          Code.of(list.type().element(), "$T.pop($L)", PyList.class, list.text()).asBoxed();
      case "pop/1" ->
          Code.of(
                  list.type().element(),
                  "$T.pop($L, $L)",
                  PyList.class,
                  list.text(),
                  expressions.to(args.getFirst(), Type.NUMBER))
              .asBoxed();
      case "insert/2" -> {
        holds(on, Type.list(expressions.typeOf(args.getLast()).inContainer()));
        Type wanted = expressions.typeOf(on).itemType();
        yield Code.of(
            Type.NONE,
            "$T.insert($L, $L, $L)",
            PyList.class,
            list.text(),
            expressions.to(args.getFirst(), Type.NUMBER),
            expressions.to(args.getLast(), wanted));
      }
      case "remove/1" ->
          Code.of(
              Type.NONE,
              "$T.remove($L, $L)",
              PyList.class,
              list.text(),
              expressions.to(args.getFirst(), Type.ANY));
      case "clear/0" -> Code.of(Type.NONE, "$L.clear()", list.primary());
      case "copy/0" ->
          Code.of(Type.list(list.type().element()), "new $T<>($L)", ArrayList.class, list.text());
      default -> throw noRule("list", key);
    };
  }

  /** What is put into a list says what it holds. */
  private void holds(Expr list, Type type) {
    Scope scope = expressions.scope();
    if (list instanceof Expr.Name name && scope.known(name.id()).isEmpty()) {
      scope.program().environment().join(scope.routine().variable(name.id()), type);
    } else if (list instanceof Expr.Attribute attribute && Expressions.isSelf(attribute.value())) {
      scope.program().environment().join("self." + attribute.name(), type);
    } else {
      throw new UntranslatableException("a list that somebody else holds is changed");
    }
  }

  private Code dict(Expr on, Code dict, String key, List<Expr> args) {
    boolean isOurs = dict.type().kind() == Kind.FIELDS;
    if (dict.type().kind() == Kind.DICT && List.of("copy/0", "clear/0", "update/1").contains(key)) {
      throw new UntranslatableException("." + name(key) + "() of a dict that came from outside");
    }
    return switch (key) {
      case "get/1", "get/2" ->
          Code.of(
              Type.ANY,
              "$T.get($L, $L, $L)",
              PyDict.class,
              dict.text(),
              expressions.to(args.getFirst(), Type.ANY),
              args.size() == 1 ? CodeBlock.of("null") : expressions.to(args.getLast(), Type.ANY));
      case "copy/0" -> Code.of(dict.type(), "new $T<>($L)", LinkedHashMap.class, dict.text());
      case "clear/0" -> Code.of(Type.NONE, "$L.clear()", dict.primary());
      case "update/1" -> {
        boolean isHeldHere = on instanceof Expr.Name || on instanceof Expr.Attribute;
        if (!isHeldHere || expressions.typeOf(args.getFirst()).kind() != Kind.FIELDS) {
          throw new UntranslatableException("a dict is changed by what may be no dict of str");
        }
        yield Code.of(
            Type.NONE, "$L.putAll($L)", dict.primary(), expressions.of(args.getFirst()).text());
      }
      case "keys/0" ->
          Code.of(
              Type.list(isOurs ? Type.STR : Type.ANY),
              "new $T<>($L.keySet())",
              ArrayList.class,
              dict.primary());
      case "values/0" ->
          Code.of(Type.list(Type.ANY), "new $T<>($L.values())", ArrayList.class, dict.primary());
      default -> throw noRule("dict", key);
    };
  }

  private static String name(String key) {
    return key.substring(0, key.indexOf('/'));
  }

  private static UntranslatableException noRule(String type, String key) {
    return new UntranslatableException(
        "there is no rule for %s.%s() with %s arguments"
            .formatted(type, name(key), key.substring(key.indexOf('/') + 1)));
  }
}
