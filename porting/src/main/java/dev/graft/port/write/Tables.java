package dev.graft.port.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.port.translate.Translation;
import dev.graft.port.types.Literal;
import javax.lang.model.element.Modifier;

/** Writes a dict of functions as a method that finds one by its key. */
final class Tables {
  private Tables() {}

  static MethodSpec of(Translation.Table table) {
    CodeBlock.Builder code = CodeBlock.builder().add("return switch (key) {\n");
    for (Translation.Case each : table.cases()) {
      code.add("case $L -> $L;\n", Literal.of(each.key()), each.function());
    }
    code.add(
        "default -> throw new $T($T.NOT_FOUND, $S + key);\n};\n",
        NodeException.class,
        ErrorKind.class,
        "there is no key ");
    return MethodSpec.methodBuilder(table.name())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(table.type().declared())
        .addParameter(String.class, "key")
        .addCode(code.build())
        .build();
  }
}
