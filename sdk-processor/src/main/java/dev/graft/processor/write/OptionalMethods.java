package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.graft.processor.model.TypeRef;
import dev.graft.value.Encode;
import java.util.Optional;

/** Turns a value or none into an {@code Optional} and back. */
record OptionalMethods(TypeRef.OptionalRef type, Codecs codecs) implements CodecMethods {
  @Override
  public MethodSpec decode(String name) {
    CodeBlock none = CodeBlock.of("$T.empty()", Optional.class);
    Expr some = Expr.call(CodeBlock.of("$T.of", Optional.class), codecs.decode(type.inner(), FROM));
    CodeBlock body = Lines.from(4).returnedChoice(CodeBlock.of("from == null"), none, some.flat());
    return CodecMethods.decoder(name, codecs.names().boxed(type), codecs.names(), body);
  }

  @Override
  public MethodSpec encode(String name) {
    CodeBlock some = codecs.encode(type.inner(), Expr.text("value.get()")).flat();
    CodeBlock none = CodeBlock.of("null");
    CodeBlock body =
        CodeBlock.builder()
            .add("$T.present(value);\n", Encode.class)
            .add(Lines.from(4).returnedChoice(CodeBlock.of("value.isPresent()"), some, none))
            .build();
    return CodecMethods.encoder(name, codecs.names().any(), codecs.names().boxed(type), body);
  }
}
