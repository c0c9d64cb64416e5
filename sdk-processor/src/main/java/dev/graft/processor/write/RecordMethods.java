package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.graft.processor.model.TypeRef;
import dev.graft.processor.model.TypeRef.RecordRef.Component;
import dev.graft.value.Decode;
import dev.graft.value.Encode;
import dev.graft.value.ValueException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Turns a dict into a record and back, entry by entry.
 *
 * @param type the record
 * @param union the union that it is meant as a variant of, whose tag is one of the entries then
 * @param codecs the codecs of its components
 */
record RecordMethods(TypeRef.RecordRef type, Optional<TypeRef.UnionRef> union, Codecs codecs)
    implements CodecMethods {
  @Override
  public MethodSpec decode(String name) {
    TypeConstants types = codecs.types();
    String constant = union.isPresent() ? types.variant(union.get(), type) : types.constant(type);
    return CodecMethods.decoder(
        name, codecs.names().boxed(type), codecs.names(), decodeBody(constant));
  }

  private CodeBlock decodeBody(String constant) {
    if (type.components().isEmpty()) {
      return CodeBlock.of(
          "$T.record(from, $L);\nreturn $L();\n",
          Decode.class,
          constant,
          codecs.names().creator(type));
    }
    CodeBlock.Builder body = CodeBlock.builder();
    body.add("$T dict = $T.record(from, $L);\n", Names.dict(), Decode.class, constant);
    Entries entries = new Entries(codecs, "dict", constant, 6);
    NameAllocator locals = Entries.locals(List.of("from", "dict"));
    CodeBlock.Builder guarded = CodeBlock.builder();
    List<Expr> parts =
        type.components().stream()
            .map(
                component -> {
                  String local = locals.newName(component.name());
                  guarded.add(entries.read(component.key(), component.type(), local));
                  return Expr.text(local);
                })
            .toList();
    guarded.add(Lines.from(6).returned(Expr.call(codecs.names().creator(type), parts)));
    body.add(entries.first()).add("try {\n$>$L$<", guarded.build());
    return body.add("} catch ($T e) {\n", ValueException.class)
        .add("  throw $T.inRecord(e, at, dict, $L);\n}\n", Decode.class, constant)
        .build();
  }

  @Override
  public MethodSpec encode(String name) {
    CodeBlock.Builder body = CodeBlock.builder();
    if (union.isEmpty()) {
      body.add("$T.present(value, $L);\n", Encode.class, codecs.types().constant(type));
    }
    int count = type.components().size() + (union.isPresent() ? 1 : 0);
    TypeName dict = codecs.names().namedValues();
    body.add("$T dict = new $T<>($L);\n", dict, LinkedHashMap.class, capacity(count));
    if (union.isPresent()) {
      String tag = union.get().tagOf(type);
      body.add(Entries.put("dict", TypeRef.UnionRef.TAG, JavaLiteral.of(tag), 4));
    }
    if (type.components().stream().map(Component::type).anyMatch(Codecs::mayFail)) {
      Entries entries = new Entries(codecs, "dict", "", 6);
      CodeBlock.Builder guarded = CodeBlock.builder();
      for (Component component : type.components()) {
        Expr value = codecs.encode(component.type(), accessor(component));
        guarded.add(entries.at(component.key())).add(entries.write(value));
      }
      body.add(entries.first()).add("try {\n$>$L$<", guarded.build());
      body.add("} catch ($T e) {\n  throw e.atKey(at);\n}\n", ValueException.class);
    } else {
      for (Component component : type.components()) {
        Expr value = codecs.encode(component.type(), accessor(component));
        body.add(Entries.put("dict", component.key(), value, 4));
      }
    }
    body.add("return dict;\n");
    return CodecMethods.encoder(name, ClassName.OBJECT, codecs.names().boxed(type), body.build());
  }

  private static Expr accessor(Component component) {
    return Expr.text("value." + component.name() + "()");
  }

  /** The smallest table of a map that need not grow for so many entries. */
  private static int capacity(int entries) {
    int capacity = 4;
    while (capacity * 3 < entries * 4) {
      capacity *= 2;
    }
    return capacity;
  }
}
