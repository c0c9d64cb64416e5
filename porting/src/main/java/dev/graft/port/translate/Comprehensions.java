package dev.graft.port.translate;

import com.palantir.javapoet.CodeBlock;
import dev.graft.port.read.Expr;
import dev.graft.port.types.Kind;
import dev.graft.port.types.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Translates comprehensions: as loops, which stand before the statement that has them. */
final class Comprehensions {
  private final Scope scope;

  Comprehensions(Expressions expressions) {
    this.scope = expressions.scope();
  }

  Code of(Expr.Comprehension part) {
    if (part.generators().size() != 1 || part.generators().getFirst().isAsync()) {
      throw new UntranslatableException("a comprehension of more than one loop");
    } else if (part.kind().equals("SetComp")) {
      throw new UntranslatableException("a set that is made by a comprehension");
    }
    return part.kind().equals("DictComp") ? dict(part) : list(part);
  }

  private Code list(Expr.Comprehension part) {
    Scope inner = scope.inner();
    Loops.Head head = head(part, inner);
    Code element = new Expressions(inner.fixed()).of(part.element());
    Type item = element.type().inContainer();
    String list = scope.fresh("results");
    CodeBlock add = CodeBlock.of("$L.add($L);\n", list, Coercion.to(element, item));
    scope.hoist(
        CodeBlock.of("$T $L = new $T<>();\n", Type.list(item).java(), list, ArrayList.class));
    scope.hoist(loop(head, part, inner, add));
    return Code.of(Type.list(item), "$L", list);
  }

  private Code dict(Expr.Comprehension part) {
    Scope inner = scope.inner();
    Loops.Head head = head(part, inner);
    Expressions within = new Expressions(inner.fixed());
    Code key = within.of(part.key().orElseThrow());
    boolean areTexts = key.type().kind() == Kind.STR;
    CodeBlock value = within.to(part.element(), Type.ANY);
    String dict = scope.fresh("results");
    CodeBlock type =
        areTexts
            ? CodeBlock.of("$T", Type.keyed(Type.ANY).java())
            : CodeBlock.of("$T<$T, $T>", Map.class, Type.OBJECT, Type.OBJECT);
    scope.hoist(CodeBlock.of("$L $L = new $T<>();\n", type, dict, LinkedHashMap.class));
    CodeBlock put =
        CodeBlock.of(
            "$L.put($L, $L);\n", dict, Coercion.to(key, areTexts ? Type.STR : Type.ANY), value);
    scope.hoist(loop(head, part, inner, put));
    return Code.of(areTexts ? Type.keyed(Type.ANY) : Type.ENTRIES, "$L", dict);
  }

  private Loops.Head head(Expr.Comprehension part, Scope inner) {
    Expr.Generator generator = part.generators().getFirst();
    return new Loops(inner).head(generator.target(), generator.items(), true);
  }

  /** {@code any(…)} and {@code all(…)}: a loop that ends as soon as the answer is known. */
  Code decided(Expr.Comprehension part, boolean isAny) {
    Scope inner = scope.inner();
    Loops.Head head = head(part, inner);
    Condition test = new Conditions(new Expressions(inner.fixed())).of(part.element());
    String found = scope.fresh(isAny ? "any" : "all");
    scope.hoist(CodeBlock.of("boolean $L = $L;\n", found, !isAny));
    CodeBlock body =
        CodeBlock.of(
            "if ($L) {\n$L = $L;\nbreak;\n}\n",
            (isAny ? test : test.negated()).text(),
            found,
            isAny);
    scope.hoist(loop(head, part, inner, body));
    return Code.of(Type.BOOL, "$L", found);
  }

  private static CodeBlock loop(
      Loops.Head head, Expr.Comprehension part, Scope inner, CodeBlock body) {
    CodeBlock.Builder tests = CodeBlock.builder();
    Expressions within = new Expressions(inner.fixed());
    int braces = 0;
    for (Expr test : part.generators().getFirst().tests()) {
      tests.add("if ($L) {\n", new Conditions(within).of(test).text());
      braces++;
    }
    return CodeBlock.of(
        "$L$L {\n$L$L$L$L}\n",
        head.before(),
        head.text(),
        head.first(),
        tests.build(),
        body,
        "}\n".repeat(braces));
  }
}
