package dev.graft.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.graft.descriptor.ValueType;
import dev.graft.processor.model.NodeModel;
import dev.graft.processor.model.NodeModel.StateModel;
import dev.graft.processor.model.SnakeCase;
import dev.graft.processor.model.TypeRef;
import dev.graft.value.Decode;
import dev.graft.value.ValueException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Writes snapshot and restore. The fields of a node may be private: the generated class reaches
 * them through a {@link VarHandle} each, which a module need not be opened for.
 */
final class StateWriter {
  private final NodeModel node;
  private final Names names;
  private final Codecs codecs;
  private final Map<StateModel, String> handles = new LinkedHashMap<>();

  StateWriter(NodeModel node, Codecs codecs, MemberNames taken) {
    this.node = node;
    this.names = codecs.names();
    this.codecs = codecs;
    for (StateModel state : node.state()) {
      String constant = SnakeCase.ofMember(state.field()).toUpperCase(Locale.ROOT);
      handles.put(state, taken.unique(constant + "_FIELD"));
    }
  }

  /** Adds the type of the state and a handle for each field. */
  void addFields(TypeSpec.Builder type) {
    Expr made =
        Expr.call(
            CodeBlock.of("$T.stateType", Decode.class), Expr.text("DESCRIPTOR.contract().state()"));
    CodeBlock left = CodeBlock.of("private static final $T STATE", ValueType.RecordOf.class);
    type.addField(
        constant(ValueType.RecordOf.class, "STATE")
            .initializer(Lines.from(4).initializer(left, made))
            .build());
    if (!handles.isEmpty()) {
      handles.values().forEach(name -> type.addField(constant(VarHandle.class, name).build()));
      type.addStaticBlock(findHandles());
    }
  }

  private CodeBlock findHandles() {
    Lines lines = Lines.from(8);
    CodeBlock.Builder code = CodeBlock.builder().add("try {\n$>");
    Expr privateLookup =
        Expr.call(
            CodeBlock.of("$T.privateLookupIn", MethodHandles.class),
            Expr.atom("$T.class", node.type()),
            Expr.atom("$T.lookup()", MethodHandles.class));
    CodeBlock lookup = CodeBlock.of("$T lookup", MethodHandles.Lookup.class);
    code.add(lines.assign(lookup, privateLookup));
    handles.forEach(
        (state, name) -> {
          Expr find =
              Expr.call(
                  CodeBlock.of("lookup.findVarHandle"),
                  Expr.atom("$T.class", node.type()),
                  JavaLiteral.of(state.field()),
                  Expr.atom("$T.class", fieldClass(state.type())));
          code.add(lines.assign(CodeBlock.of("$L", name), find));
        });
    return code.add("$<} catch ($T e) {\n", ReflectiveOperationException.class)
        .add("  throw new $T(e);\n}\n", ExceptionInInitializerError.class)
        .build();
  }

  /** Adds snapshot and restore. */
  void addMethods(TypeSpec.Builder type) {
    type.addMethod(snapshot()).addMethod(restore());
  }

  private MethodSpec snapshot() {
    MethodSpec.Builder method = override("snapshot").returns(names.namedValues());
    if (handles.isEmpty()) {
      return method.addCode("return new $T<>();\n", LinkedHashMap.class).build();
    }
    method.addCode("$T state = new $T<>();\n", names.namedValues(), LinkedHashMap.class);
    if (node.state().stream().map(StateModel::type).noneMatch(Codecs::mayFail)) {
      handles.forEach(
          (state, handle) -> {
            Expr value = codecs.encode(state.type(), read(state.type(), handle));
            method.addCode(Entries.put("state", state.name(), value, 6));
          });
      return method.addCode("return state;\n").build();
    }
    Entries entries = new Entries(codecs, "state", "STATE", 8);
    NameAllocator locals = Entries.locals(List.of("state", "node"));
    CodeBlock.Builder guarded = CodeBlock.builder();
    handles.forEach(
        (state, handle) -> {
          TypeName type = names.declared(state.type());
          Expr value = read(state.type(), handle);
          guarded.add(entries.at(state.name()));
          if (type instanceof ParameterizedTypeName) {
            String local = locals.newName(state.field());
            guarded.add("@$T(\"unchecked\") // the field's own type\n", SuppressWarnings.class);
            guarded.add(Lines.from(8).assign(CodeBlock.of("$T $L", type, local), value));
            value = Expr.text(local);
          }
          guarded.add(entries.write(codecs.encode(state.type(), value)));
        });
    return method
        .addCode(entries.first())
        .addCode("try {\n$>$L$<} catch ($T e) {\n", guarded.build(), ValueException.class)
        .addCode("  throw e.atKey(at).in(\"state\");\n}\nreturn state;\n")
        .build();
  }

  private Expr read(TypeRef type, String handle) {
    return Expr.cast(names.declared(type), Expr.text(handle + ".get(node)"));
  }

  private MethodSpec restore() {
    MethodSpec.Builder method =
        override("restore").addParameter(names.namedValuesToRead(), "state");
    CodeBlock.Builder guarded = CodeBlock.builder();
    guarded.add("$T.record(state, STATE);\n", Decode.class);
    if (handles.isEmpty()) {
      return method
          .addCode("try {\n$>$L$<} catch ($T e) {\n", guarded.build(), ValueException.class)
          .addCode("  throw e.in(\"state\");\n}\n")
          .build();
    }
    Entries entries = new Entries(codecs, "state", "STATE", 8);
    NameAllocator locals = Entries.locals(List.of("state", "node"));
    CodeBlock.Builder sets = CodeBlock.builder();
    handles.forEach(
        (state, handle) -> {
          String local = locals.newName(state.field());
          guarded.add(entries.read(state.name(), state.type(), local));
          sets.add("$L.set(node, $L);\n", handle, local);
        });
    guarded.add(sets.build());
    return method
        .addCode(entries.first())
        .addCode("try {\n$>$L$<} catch ($T e) {\n", guarded.build(), ValueException.class)
        .addCode("  throw $T.inRecord(e, at, state, STATE).in(\"state\");\n}\n", Decode.class)
        .build();
  }

  private static TypeName fieldClass(TypeRef type) {
    TypeName raw = Names.raw(type);
    return type instanceof TypeRef.ScalarRef scalar && scalar.primitive() ? raw.unbox() : raw;
  }

  private static FieldSpec.Builder constant(Class<?> type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
  }

  private static MethodSpec.Builder override(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}
