package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
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
import dev.graft.value.Codecs;
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
  private final CodecTable codecs;
  private final Map<StateModel, String> handles = new LinkedHashMap<>();

  StateWriter(NodeModel node, Names names, CodecTable codecs) {
    this.node = node;
    this.names = names;
    this.codecs = codecs;
    for (StateModel state : node.state()) {
      String constant = SnakeCase.ofMember(state.field()).toUpperCase(Locale.ROOT);
      handles.put(state, codecs.newName(constant + "_FIELD"));
    }
  }

  /** Adds the type of the state and a handle for each field. */
  void addFields(TypeSpec.Builder type) {
    List<ValueType.RecordOf.Field> fields =
        node.state().stream()
            .map(s -> new ValueType.RecordOf.Field(s.name(), s.type().valueType()))
            .toList();
    Expr made = TypeExpressions.of(new ValueType.RecordOf(fields));
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
    NameAllocator locals = locals();
    CodeBlock.Builder code = CodeBlock.builder();
    Lines lines = Lines.from(8);
    handles.forEach(
        (state, handle) -> {
          String local = locals.newName(state.field());
          TypeName declared = names.declared(state.type());
          if (declared instanceof ParameterizedTypeName) {
            code.add("@$T(\"unchecked\") // the field's own type\n", SuppressWarnings.class);
          }
          CodeBlock left = CodeBlock.of("$T $L", declared, local);
          code.add(lines.assign(left, Expr.atom("($T) $L.get(node)", declared, handle)));
          Expr entry =
              Expr.call(
                  CodeBlock.of("$T.entry", Codecs.class),
                  JavaLiteral.of(state.name()),
                  Expr.atom("$L", local),
                  Expr.atom("$L", codecs.constant(state.type())));
          code.add(
              lines.statement(
                  Expr.call(CodeBlock.of("state.put"), JavaLiteral.of(state.name()), entry)));
        });
    return method.addCode(guarded(code.build())).addCode("return state;\n").build();
  }

  private MethodSpec restore() {
    MethodSpec.Builder method =
        override("restore").addParameter(names.namedValuesToRead(), "state");
    Lines lines = Lines.from(8);
    CodeBlock.Builder code = CodeBlock.builder();
    if (handles.isEmpty()) {
      code.add("$T.dictFor(STATE, state);\n", Codecs.class);
      return method.addCode(guarded(code.build())).build();
    }
    code.add("$T dict = $T.dictFor(STATE, state);\n", Names.dict(), Codecs.class);
    NameAllocator locals = locals();
    CodeBlock.Builder sets = CodeBlock.builder();
    handles.forEach(
        (state, handle) -> {
          String local = locals.newName(state.field());
          Expr read =
              Expr.call(
                  CodeBlock.of("$T.field", Codecs.class),
                  Expr.atom("dict"),
                  JavaLiteral.of(state.name()),
                  Expr.atom("$L", codecs.constant(state.type())));
          CodeBlock left = CodeBlock.of("$T $L", names.declared(state.type()), local);
          code.add(lines.assign(left, read));
          sets.add("$L.set(node, $L);\n", handle, local);
        });
    return method.addCode(guarded(code.add(sets.build()).build())).build();
  }

  private static CodeBlock guarded(CodeBlock body) {
    return CodeBlock.of(
        "try {\n$>$L$<} catch ($T e) {\n  throw e.in(\"state\");\n}\n", body, ValueException.class);
  }

  private static NameAllocator locals() {
    NameAllocator locals = new NameAllocator();
    for (String name : List.of("state", "dict", "node", "e")) {
      locals.newName(name);
    }
    return locals;
  }

  private static TypeName fieldClass(TypeRef type) {
    ClassName raw = Names.raw(type);
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
