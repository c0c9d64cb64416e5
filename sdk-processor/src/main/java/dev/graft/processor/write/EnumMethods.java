package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import dev.graft.processor.model.TypeRef;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The two methods that turn an enum's texts into constants and back.
 *
 * @param decode the name of the one
 * @param encode the name of the other
 * @param methods both
 */
record EnumMethods(String decode, String encode, List<MethodSpec> methods) {
  /** Writes the methods. */
  static EnumMethods write(TypeRef.EnumRef type, NameAllocator taken) {
    String simpleName = type.name().simpleName();
    String decode = taken.newName("decode" + simpleName);
    String encode = taken.newName("encode" + simpleName);
    return new EnumMethods(
        decode, encode, List.of(decodeMethod(type, decode), encodeMethod(type, encode)));
  }

  private static MethodSpec decodeMethod(TypeRef.EnumRef type, String name) {
    CodeBlock.Builder body = CodeBlock.builder().add("return switch (text) {\n");
    for (TypeRef.EnumRef.Constant constant : type.constants()) {
      String choice = JavaLiteral.string(constant.choice());
      body.add("  case $L -> $T.$L;\n", choice, type.name(), constant.name());
    }
    body.add("  default -> throw new $T(text);\n};\n", IllegalArgumentException.class);
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(type.name())
        .addParameter(String.class, "text")
        .addCode(body.build())
        .build();
  }

  private static MethodSpec encodeMethod(TypeRef.EnumRef type, String name) {
    CodeBlock.Builder body = CodeBlock.builder().add("return switch (constant) {\n");
    for (TypeRef.EnumRef.Constant constant : type.constants()) {
      body.add("  case $L -> $L;\n", constant.name(), JavaLiteral.string(constant.choice()));
    }
    body.add("};\n");
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(String.class)
        .addParameter(type.name(), "constant")
        .addCode(body.build())
        .build();
  }
}
