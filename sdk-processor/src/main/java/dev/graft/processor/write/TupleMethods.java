package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.graft.processor.model.TypeRef;
import dev.graft.processor.model.TypeRef.RecordRef.Component;
import dev.graft.value.Decode;
import dev.graft.value.Encode;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.util.ArrayList;
import java.util.List;

/** Turns a tuple into a record and back, item by item. */
record TupleMethods(TypeRef.RecordRef type, Codecs codecs) implements CodecMethods {
  @Override
  public MethodSpec decode(String name) {
    Names names = codecs.names();
    String constant = codecs.types().constant(type);
    CodeBlock.Builder body = CodeBlock.builder();
    if (type.components().isEmpty()) {
      body.add("$T.tuple(from, $L);\n", Decode.class, constant);
      body.add("return $L();\n", names.creator(type));
      return CodecMethods.decoder(name, names.boxed(type), names, body.build());
    }
    body.add("$T tuple = $T.tuple(from, $L);\nint at = 0;\n", Tuple.class, Decode.class, constant);
    body.add("try {\n$>");
    NameAllocator locals = Entries.locals(List.of("from", "tuple"));
    List<Expr> parts = new ArrayList<>();
    for (Component component : type.components()) {
      body.add(at(parts.size()));
      String local = locals.newName(component.name());
      Expr item = codecs.decode(component.type(), Expr.text("tuple.get(at)"));
      CodeBlock left = CodeBlock.of("$T $L", names.declared(component.type()), local);
      body.add(Lines.from(6).assign(left, item));
      parts.add(Expr.text(local));
    }
    body.add(Lines.from(6).returned(Expr.call(names.creator(type), parts))).add(atItem());
    return CodecMethods.decoder(name, names.boxed(type), names, body.build());
  }

  @Override
  public MethodSpec encode(String name) {
    Names names = codecs.names();
    CodeBlock.Builder body = CodeBlock.builder();
    body.add("$T.present(value, $L);\n", Encode.class, codecs.types().constant(type));
    List<Expr> items =
        type.components().stream()
            .map(part -> codecs.encode(part.type(), Expr.text("value." + part.name() + "()")))
            .toList();
    if (type.components().stream().map(Component::type).anyMatch(Codecs::mayFail)) {
      body.add("$T[] items = new $T[$L];\n", names.any(), Object.class, items.size());
      body.add("int at = 0;\ntry {\n$>");
      for (int i = 0; i < items.size(); i++) {
        body.add(at(i)).add(Lines.from(6).assign(CodeBlock.of("items[at]"), items.get(i)));
      }
      body.add(atItem()).add("return $T.of(items);\n", Tuple.class);
    } else {
      Expr made = Expr.call(CodeBlock.of("$T.of", Tuple.class), items);
      body.add(Lines.from(4).returned(made));
    }
    TypeName result = TypeName.get(Tuple.class);
    return CodecMethods.encoder(name, result, names.boxed(type), body.build());
  }

  private static CodeBlock at(int index) {
    return index == 0 ? CodeBlock.of("") : CodeBlock.of("at = $L;\n", index);
  }

  private static CodeBlock atItem() {
    return CodeBlock.of("$<} catch ($T e) {\n  throw e.atItem(at);\n}\n", ValueException.class);
  }
}
