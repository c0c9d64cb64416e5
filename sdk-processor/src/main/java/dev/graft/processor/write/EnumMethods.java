package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.graft.processor.model.TypeRef;
import dev.graft.value.Decode;
import dev.graft.value.Encode;

/** Turns an enum's texts into constants and back. */
record EnumMethods(TypeRef.EnumRef type, Codecs codecs) implements CodecMethods {
  @Override
  public MethodSpec decode(String name) {
    String constant = codecs.types().constant(type);
    CodeBlock.Builder body =
        CodeBlock.builder().add("return switch ($T.choice(from, $L)) {\n", Decode.class, constant);
    for (TypeRef.EnumRef.Constant each : type.constants()) {
      String choice = JavaLiteral.string(each.choice());
      body.add("  case $L -> $T.$L;\n", choice, type.name(), each.name());
    }
    body.add("  default -> throw $T.notOneOf(from, $L);\n};\n", Decode.class, constant);
    return CodecMethods.decoder(name, type.name(), codecs.names(), body.build());
  }

  @Override
  public MethodSpec encode(String name) {
    CodeBlock.Builder body =
        CodeBlock.builder()
            .add("$T.present(value, $L);\n", Encode.class, codecs.types().constant(type))
            .add("return switch (value) {\n");
    for (TypeRef.EnumRef.Constant each : type.constants()) {
      body.add("  case $L -> $L;\n", each.name(), JavaLiteral.string(each.choice()));
    }
    return CodecMethods.encoder(
        name, ClassName.get(String.class), type.name(), body.add("};\n").build());
  }
}
