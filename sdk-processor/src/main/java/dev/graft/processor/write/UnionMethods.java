package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.graft.processor.model.TypeRef;
import dev.graft.processor.model.TypeRef.UnionRef.Variant;
import dev.graft.value.Decode;
import dev.graft.value.Encode;
import java.util.Optional;

/** Turns a dict into the record that its tag names, and back. */
record UnionMethods(TypeRef.UnionRef type, Codecs codecs) implements CodecMethods {
  @Override
  public MethodSpec decode(String name) {
    String constant = codecs.types().constant(type);
    CodeBlock.Builder body =
        CodeBlock.builder().add("return switch ($T.tag(from, $L)) {\n", Decode.class, constant);
    for (Variant variant : type.variants()) {
      String decoder = codecs.add(name + label(variant), methods(variant)::decode);
      body.add("  case $L -> $L(from);\n", JavaLiteral.string(variant.tag()), decoder);
    }
    body.add("  default -> throw $T.noVariant(from, $L);\n};\n", Decode.class, constant);
    return CodecMethods.decoder(name, type.name(), codecs.names(), body.build());
  }

  @Override
  public MethodSpec encode(String name) {
    CodeBlock.Builder body = CodeBlock.builder();
    body.add("$T.present(value, $L);\n", Encode.class, codecs.types().constant(type));
    int last = type.variants().size() - 1;
    for (Variant variant : type.variants().subList(0, last)) {
      body.add("if (value instanceof $T variant) {\n", variant.record().name());
      body.add("  return $L(variant);\n}\n", encoder(name, variant));
    }
    Variant rest = type.variants().get(last);
    body.add("return $L(($T) value);\n", encoder(name, rest), rest.record().name());
    return CodecMethods.encoder(name, ClassName.OBJECT, type.name(), body.build());
  }

  private String encoder(String name, Variant variant) {
    return codecs.add(name + label(variant), methods(variant)::encode);
  }

  private RecordMethods methods(Variant variant) {
    return new RecordMethods(variant.record(), Optional.of(type), codecs);
  }

  private static String label(Variant variant) {
    return variant.record().name().simpleName();
  }
}
