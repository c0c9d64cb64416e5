package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.graft.node.Emitter;
import dev.graft.node.ErrorKind;
import dev.graft.node.NodeContext;
import dev.graft.node.NodeException;
import dev.graft.processor.model.NodeModel;
import dev.graft.processor.model.Shape;
import dev.graft.processor.model.TypeRef;
import dev.graft.registry.NodeInstance;
import dev.graft.value.ValueException;
import javax.lang.model.element.Modifier;

/** Writes the class that stands between portable values and one node object. */
final class InstanceWriter {
  private final NodeModel node;
  private final Names names;
  private final Codecs codecs;
  private final MemberNames taken;

  private InstanceWriter(NodeModel node, Codecs codecs, MemberNames taken) {
    this.node = node;
    this.names = codecs.names();
    this.codecs = codecs;
    this.taken = taken;
  }

  /**
   * Writes the class.
   *
   * @param codecs the codecs to use, of which it asks for more
   * @param taken the names in the factory around it
   */
  static TypeSpec write(NodeModel node, Codecs codecs, MemberNames taken) {
    return new InstanceWriter(node, codecs, taken).instance();
  }

  private TypeSpec instance() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder("Instance")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(NodeInstance.class);
    StateWriter state = new StateWriter(node, codecs, taken);
    state.addFields(type);
    type.addField(node.type(), "node", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addParameter(node.type(), "node")
                .addCode("this.node = node;\n")
                .build())
        .addMethod(
            override("open")
                .addParameter(NodeContext.class, "context")
                .addCode("node.open(context);\n")
                .build())
        .addMethod(process())
        .addMethod(flush());
    state.addMethods(type);
    type.addMethod(override("close").addCode("node.close();\n").build());
    node.output()
        .filter(output -> !isPortable(output))
        .ifPresent(output -> type.addMethod(encode(output)));
    return type.build();
  }

  private MethodSpec process() {
    MethodSpec.Builder method =
        override("process").addParameter(names.any(), "item").addParameter(emitter(), "out");
    if (node.input().isEmpty()) {
      String text = "node \"" + node.id() + "\" is a source and takes no items";
      Expr made =
          Expr.call(
              CodeBlock.of("throw new $T", NodeException.class),
              Expr.atom("$T.STATE", ErrorKind.class),
              JavaLiteral.of(text));
      return method.addCode(Lines.from(6).statement(made)).build();
    }
    TypeRef type = node.input().get();
    String input = "item";
    if (!Codecs.isAny(type)) {
      input = "input";
      method.addCode("$T input;\ntry {\n", names.boxed(type));
      method.addCode("  input = $L;\n", codecs.decode(type, Expr.text("item")).flat());
      method.addCode("} catch ($T e) {\n  throw e.in(\"in\");\n}\n", ValueException.class);
    }
    return method
        .addCode(
            node.shape() == Shape.SINK
                ? CodeBlock.of("node.accept($L);\n", input)
                : CodeBlock.of("node.process($L, $L);\n", input, outputs()))
        .build();
  }

  /** An output that is a portable value already goes straight to the emitter. */
  private String outputs() {
    boolean portable = node.output().filter(InstanceWriter::isPortable).isPresent();
    return portable ? "out" : "output -> out.emit(encode(output))";
  }

  private static boolean isPortable(TypeRef output) {
    return output instanceof TypeRef.ScalarRef scalar && scalar.scalar().isPortable();
  }

  private MethodSpec flush() {
    String call =
        switch (node.shape()) {
          case SOURCE -> "node.produce(" + outputs() + ");\n";
          case TRANSFORM -> "node.flush(" + outputs() + ");\n";
          case SINK -> "node.flush();\n";
        };
    return override("flush").addParameter(emitter(), "out").addCode(call).build();
  }

  /** None is no output, of whatever type the port is: it needs no codec. */
  private MethodSpec encode(TypeRef output) {
    return MethodSpec.methodBuilder("encode")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(names.any())
        .addParameter(names.nullable(names.boxed(output)), "output")
        .addCode("if (output == null) {\n  return null;\n}\n")
        .addCode("try {\n  return $L;\n", codecs.encode(output, Expr.text("output")).flat())
        .addCode("} catch ($T e) {\n  throw e.in(\"out\");\n}\n", ValueException.class)
        .build();
  }

  private TypeName emitter() {
    return ParameterizedTypeName.get(ClassName.get(Emitter.class), names.any());
  }

  private static MethodSpec.Builder override(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}
