package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.graft.processor.model.TypeRef;
import java.util.Optional;

/** Turns a value or none into an {@code Optional} and back. */
record OptionalMethods(TypeRef.OptionalRef type, Codecs codecs) implements CodecMethods {
  @Override
  public MethodSpec decode(String name) {
    CodeBlock inner = codecs.decode(type.inner(), FROM).flat();
    CodeBlock body =
        CodeBlock.of("return from == null ? $1T.empty() : $1T.of($2L);\n", Optional.class, inner);
    return CodecMethods.decoder(name, codecs.names().boxed(type), codecs.names(), body);
  }

  @Override
  public MethodSpec encode(String name) {
    CodeBlock inner = codecs.encode(type.inner(), Expr.atom("value.get()")).flat();
    CodeBlock body = CodeBlock.of("return value.isPresent() ? $L : null;\n", inner);
    return CodecMethods.encoder(name, codecs.names().any(), codecs.names().boxed(type), body);
  }
}
