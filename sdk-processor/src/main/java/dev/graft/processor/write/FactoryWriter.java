package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeSpec;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.params.ParamReader;
import dev.graft.processor.model.NodeModel;
import dev.graft.processor.model.NodeModel.ParamModel;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeInstance;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes the factory of one node. */
public final class FactoryWriter {
  private final NodeModel node;
  private final Names names;
  private final MemberNames taken = new MemberNames(List.of("DESCRIPTOR", "STATE", "Instance"));
  private final TypeConstants types;
  private final Codecs codecs;

  private FactoryWriter(NodeModel node, Names names) {
    this.node = node;
    this.names = names;
    this.types = new TypeConstants(taken);
    this.codecs = new Codecs(node.factory(), names, taken, types);
  }

  /** Writes the factory of a node, which is the class given. */
  public static void write(NodeModel node, TypeElement type, Elements elements, Filer filer) {
    TypeSpec factory = new FactoryWriter(node, new Names(elements, type)).factory();
    SourceFile.write(filer, node.factory(), factory, List.of(type));
  }

  private TypeSpec factory() {
    FieldSpec descriptor = descriptor();
    MethodSpec create = create();
    TypeSpec instance = InstanceWriter.write(node, codecs, taken);
    return TypeSpec.classBuilder(node.factory())
        .addJavadoc("Makes instances of {@link $T}.", node.type())
        .addAnnotations(names.generated())
        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
        .addSuperinterface(NodeFactory.class)
        .addFields(types.fields())
        .addField(descriptor)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addJavadoc("A factory; all of them are alike.")
                .addModifiers(Modifier.PUBLIC)
                .build())
        .addMethod(
            MethodSpec.methodBuilder("descriptor")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(NodeDescriptor.class)
                .addCode("return DESCRIPTOR;\n")
                .build())
        .addMethod(create)
        .addMethods(codecs.methods())
        .addType(instance)
        .build();
  }

  private FieldSpec descriptor() {
    CodeBlock left = CodeBlock.of("public static final $T DESCRIPTOR", NodeDescriptor.class);
    return FieldSpec.builder(
            NodeDescriptor.class, "DESCRIPTOR", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("What the node is.")
        .initializer(Lines.from(2).initializer(left, DescriptorExpressions.of(node, types)))
        .build();
  }

  private MethodSpec create() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("create")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(NodeInstance.class)
            .addParameter(ParamReader.class, "params");
    if (node.paramsType().isEmpty()) {
      method.addCode("params.finish();\n");
      method.addCode("return new Instance(new $T());\n", node.type());
      return method.build();
    }
    ClassName record = node.paramsType().get();
    NameAllocator locals = new NameAllocator();
    locals.newName("params");
    String values = locals.newName("values");
    List<Expr> components = new ArrayList<>();
    for (ParamModel param : node.params()) {
      String local = locals.newName(param.component());
      components.add(Expr.text(local));
      method.addCode(read(param, local));
    }
    Expr made = Expr.call(CodeBlock.of("new $T", record), components);
    Expr finish = Expr.call(CodeBlock.of("params.finish"), Expr.lambda(made));
    method.addCode(Lines.from(4).assign(CodeBlock.of("$T $L", record, values), finish));
    method.addCode("return new Instance(new $T($L));\n", node.type(), values);
    return method.build();
  }

  private CodeBlock read(ParamModel param, String local) {
    Expr read =
        Expr.call(
            CodeBlock.of("params.read"),
            JavaLiteral.of(param.name()),
            codecs.decodeReference(param.type()));
    return Lines.from(4).assign(CodeBlock.of("$T $L", names.boxed(param.type()), local), read);
  }
}
