package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.graft.processor.model.Keys;
import dev.graft.processor.model.TypeRef;
import dev.graft.value.Decode;
import dev.graft.value.Encode;
import dev.graft.value.ValueException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns a dict into a map of two types and back, entry by entry. */
record MapMethods(TypeRef.MapRef type, Codecs codecs) implements CodecMethods {
  private static final Expr KEY = Expr.text("entry.getKey()");
  private static final Expr ENTRY_VALUE = Expr.text("entry.getValue()");

  @Override
  public MethodSpec decode(String name) {
    Names names = codecs.names();
    String constant = codecs.types().constant(type);
    TypeName result = names.boxed(type);
    CodeBlock.Builder body = CodeBlock.builder();
    if (Codecs.isAny(type.key()) && Codecs.isAny(type.value())) {
      body.add(
          "return new $T<>($T.dict(from, $L));\n", LinkedHashMap.class, Decode.class, constant);
      return CodecMethods.decoder(name, result, names, body.build());
    }
    TypeName unknown = WildcardTypeName.subtypeOf(ClassName.OBJECT);
    body.add("$T dict = $T.dict(from, $L);\n", Names.dict(), Decode.class, constant);
    body.add(made("result", result, "dict"));
    Expr key = codecs.decode(type.key(), KEY);
    body.add(
        loop(
            "result",
            entry(unknown, unknown),
            "dict",
            key,
            codecs.decode(type.value(), ENTRY_VALUE)));
    body.add("return result;\n");
    return CodecMethods.decoder(name, result, names, body.build());
  }

  @Override
  public MethodSpec encode(String name) {
    Names names = codecs.names();
    TypeName any = ParameterizedTypeName.get(ClassName.get(Map.class), names.any(), names.any());
    TypeName entry = entry(names.boxed(type.key()), names.boxed(type.value()));
    CodeBlock.Builder body = CodeBlock.builder();
    body.add("$T.present(value, $L);\n", Encode.class, codecs.types().constant(type));
    body.add(made("dict", any, "value"));
    Expr key = codecs.encode(type.key(), KEY);
    body.add(loop("dict", entry, "value", key, codecs.encode(type.value(), ENTRY_VALUE)));
    if (Keys.mayCollide(type.key())) {
      body.add("return $T.distinct(dict, value.size());\n", Encode.class);
    } else {
      body.add("return dict;\n");
    }
    return CodecMethods.encoder(name, ClassName.OBJECT, names.boxed(type), body.build());
  }

  private static CodeBlock made(String map, TypeName type, String source) {
    Expr made =
        Expr.call(
            CodeBlock.of("new $T<>", LinkedHashMap.class), Expr.text("2 * " + source + ".size()"));
    return Lines.from(4).assign(CodeBlock.of("$T $L", type, map), made);
  }

  private static CodeBlock loop(String map, TypeName entry, String source, Expr key, Expr value) {
    CodeBlock put = Lines.from(8).statement(Expr.call(CodeBlock.of("$L.put", map), key, value));
    return CodeBlock.builder()
        .add(
            Lines.from(4)
                .forEach(CodeBlock.of("$T entry", entry), CodeBlock.of("$L.entrySet()", source)))
        .add("  try {\n$>$>$L$<$<", put)
        .add(
            "  } catch ($T e) {\n    throw e.atKey($L);\n  }\n}\n",
            ValueException.class,
            KEY.flat())
        .build();
  }

  private static TypeName entry(TypeName key, TypeName value) {
    return ParameterizedTypeName.get(ClassName.get(Map.Entry.class), key, value);
  }
}
