package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.graft.processor.model.TypeRef;
import dev.graft.value.Decode;
import dev.graft.value.Encode;
import dev.graft.value.ValueException;
import java.util.ArrayList;
import java.util.List;

/** Turns a list into a list of one type and back, item by item. */
record ListMethods(TypeRef.ListRef type, Codecs codecs) implements CodecMethods {
  private static final Expr ITEM = Expr.atom("item");

  @Override
  public MethodSpec decode(String name) {
    Names names = codecs.names();
    String constant = codecs.types().constant(type);
    TypeName result = names.boxed(type);
    CodeBlock.Builder body = CodeBlock.builder();
    if (Codecs.isAny(type.item())) {
      body.add("return new $T<>($T.list(from, $L));\n", ArrayList.class, Decode.class, constant);
    } else {
      body.add("$T<?> items = $T.list(from, $L);\n", List.class, Decode.class, constant);
      body.add("$T result = new $T<>(items.size());\n", result, ArrayList.class);
      body.add("try {\n  for ($T item : items) {\n", ClassName.OBJECT);
      body.add("$>$>$L$<$<", add("result", codecs.decode(type.item(), ITEM)));
      body.add(atItem("result")).add("return result;\n");
    }
    return CodecMethods.decoder(name, result, names, body.build());
  }

  @Override
  public MethodSpec encode(String name) {
    Names names = codecs.names();
    TypeName any = ParameterizedTypeName.get(ClassName.get(List.class), names.any());
    CodeBlock.Builder body = CodeBlock.builder();
    body.add("$T.present(value, $L);\n", Encode.class, codecs.types().constant(type));
    body.add("$T items = new $T<>(value.size());\n", any, ArrayList.class);
    body.add("try {\n  for ($T item : value) {\n", names.boxed(type.item()));
    body.add("$>$>$L$<$<", add("items", codecs.encode(type.item(), ITEM)));
    body.add(atItem("items")).add("return items;\n");
    return CodecMethods.encoder(name, ClassName.OBJECT, names.boxed(type), body.build());
  }

  private static CodeBlock add(String list, Expr item) {
    return Lines.from(8).statement(Expr.call(CodeBlock.of("$L.add", list), item));
  }

  private static CodeBlock atItem(String list) {
    return CodeBlock.of(
        "  }\n} catch ($T e) {\n  throw e.atItem($L.size());\n}\n", ValueException.class, list);
  }
}
