package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.graft.processor.model.Keys;
import dev.graft.processor.model.TypeRef;
import dev.graft.value.Decode;
import dev.graft.value.Encode;
import dev.graft.value.ValueException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns a list or set into one of a single type and back, item by item. */
record ItemMethods(TypeRef type, TypeRef item, Codecs codecs) implements CodecMethods {
  private static final Expr ITEM = Expr.text("item");

  @Override
  public MethodSpec decode(String name) {
    TypeName result = codecs.names().boxed(type);
    String constant = codecs.types().constant(type);
    CodeBlock source =
        CodeBlock.of("$T.$L(from, $L)", Decode.class, isSet() ? "set" : "list", constant);
    CodeBlock.Builder body = CodeBlock.builder();
    if (Codecs.isAny(item)) {
      body.add("return new $T<>($L);\n", made(), source);
    } else {
      body.add("$T<?> items = $L;\n", isSet() ? Set.class : List.class, source);
      body.add(collection(result, "result", "items"));
      body.add(loop(ClassName.OBJECT, "items", "result", codecs.decode(item, ITEM)));
      body.add("return result;\n");
    }
    return CodecMethods.decoder(name, result, codecs.names(), body.build());
  }

  @Override
  public MethodSpec encode(String name) {
    Names names = codecs.names();
    ClassName raw = ClassName.get(isSet() ? Set.class : List.class);
    CodeBlock.Builder body = CodeBlock.builder();
    body.add("$T.present(value, $L);\n", Encode.class, codecs.types().constant(type));
    body.add(collection(ParameterizedTypeName.get(raw, names.any()), "items", "value"));
    body.add(loop(names.boxed(item), "value", "items", codecs.encode(item, ITEM)));
    if (isSet() && Keys.mayCollide(item)) {
      body.add("return $T.distinct(items, value.size());\n", Encode.class);
    } else {
      body.add("return items;\n");
    }
    return CodecMethods.encoder(name, ClassName.OBJECT, names.boxed(type), body.build());
  }

  private boolean isSet() {
    return type instanceof TypeRef.SetRef;
  }

  private Class<?> made() {
    return isSet() ? LinkedHashSet.class : ArrayList.class;
  }

  private CodeBlock collection(TypeName declared, String name, String source) {
    String size = (isSet() ? "2 * " : "") + source + ".size()";
    Expr made = Expr.call(CodeBlock.of("new $T<>", made()), Expr.text(size));
    return Lines.from(4).assign(CodeBlock.of("$T $L", declared, name), made);
  }

  private static CodeBlock loop(TypeName type, String source, String target, Expr made) {
    Expr add = Expr.call(CodeBlock.of("$L.add", target), made);
    return CodeBlock.builder()
        .add("try {\n$>")
        .add(Lines.from(6).forEach(CodeBlock.of("$T item", type), CodeBlock.of("$L", source)))
        .add("$>$L$<}\n$<", Lines.from(8).statement(add))
        .add("} catch ($T e) {\n", ValueException.class)
        .add("  throw e.atItem($L.size());\n}\n", target)
        .build();
  }
}
