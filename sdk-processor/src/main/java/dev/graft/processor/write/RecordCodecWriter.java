package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.graft.descriptor.ValueType;
import dev.graft.processor.model.TypeRef.RecordRef;
import dev.graft.value.Codec;
import dev.graft.value.Codecs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the class that turns a dict into a record and back, entry by entry. */
final class RecordCodecWriter {
  private final RecordRef record;
  private final CodecTable codecs;
  private final Names names;

  private RecordCodecWriter(RecordRef record, CodecTable codecs, Names names) {
    this.record = record;
    this.codecs = codecs;
    this.names = names;
  }

  /** The codec of a record, of whose components the table has the codecs. */
  static TypeSpec write(RecordRef record, String name, CodecTable codecs, Names names) {
    RecordCodecWriter writer = new RecordCodecWriter(record, codecs, names);
    return TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addSuperinterface(ParameterizedTypeName.get(ClassName.get(Codec.class), record.name()))
        .addField(writer.type())
        .addMethod(
            override("type", ClassName.get(ValueType.class)).addCode("return TYPE;\n").build())
        .addMethod(writer.decode())
        .addMethod(writer.encode())
        .build();
  }

  private FieldSpec type() {
    CodeBlock left = CodeBlock.of("private static final $T TYPE", ValueType.RecordOf.class);
    return FieldSpec.builder(
            ValueType.RecordOf.class, "TYPE", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(Lines.from(4).initializer(left, TypeExpressions.of(record.valueType())))
        .build();
  }

  private MethodSpec decode() {
    List<Expr> args =
        record.components().stream()
            .map(
                component ->
                    Expr.call(
                        CodeBlock.of("$T.field", Codecs.class),
                        Expr.atom("dict"),
                        JavaLiteral.of(component.key()),
                        Expr.atom("$L", codecs.constant(component.type()))))
            .toList();
    MethodSpec.Builder method =
        override("decode", record.name()).addParameter(names.any(), "value");
    if (args.isEmpty()) {
      method.addCode("$T.dictFor(TYPE, value);\n", Codecs.class);
    } else {
      method.addCode("$T dict = $T.dictFor(TYPE, value);\n", Names.dict(), Codecs.class);
    }
    Expr made = Expr.call(CodeBlock.of("new $T", record.name()), args);
    return method.addCode(Lines.from(6).returned(made)).build();
  }

  private MethodSpec encode() {
    TypeName dict = ParameterizedTypeName.get(ClassName.get(Map.class), names.any(), names.any());
    MethodSpec.Builder method =
        override("encode", ClassName.OBJECT).addParameter(record.name(), "value");
    method.addCode("$T dict = new $T<>();\n", dict, LinkedHashMap.class);
    for (RecordRef.Component component : record.components()) {
      Expr entry =
          Expr.call(
              CodeBlock.of("$T.entry", Codecs.class),
              JavaLiteral.of(component.key()),
              Expr.atom("value.$L()", component.name()),
              Expr.atom("$L", codecs.constant(component.type())));
      Expr put = Expr.call(CodeBlock.of("dict.put"), JavaLiteral.of(component.key()), entry);
      method.addCode(Lines.from(6).statement(put));
    }
    return method.addCode("return dict;\n").build();
  }

  private static MethodSpec.Builder override(String name, TypeName result) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(result);
  }
}
