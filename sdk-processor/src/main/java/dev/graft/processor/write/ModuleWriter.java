package dev.graft.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.graft.processor.model.NodeModel;
import dev.graft.registry.NodeFactory;
import dev.graft.registry.NodeModule;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes the class that lists the factories of a module. */
public final class ModuleWriter {
  private ModuleWriter() {}

  /** Writes the class; the nodes are sorted by id. */
  public static void write(ClassName name, List<NodeModel> nodes, Elements elements, Filer filer) {
    List<TypeElement> origins =
        nodes.stream().map(node -> elements.getTypeElement(node.type().canonicalName())).toList();
    List<Expr> factories =
        nodes.stream().map(node -> Expr.call(CodeBlock.of("new $T", node.factory()))).toList();
    TypeSpec type =
        TypeSpec.classBuilder(name)
            .addJavadoc("The nodes below the package {@code $L}.", name.packageName())
            .addAnnotations(new Names(elements, origins.get(0)).generated())
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(NodeModule.class)
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addJavadoc("The module; made by the service loader.")
                    .addModifiers(Modifier.PUBLIC)
                    .build())
            .addMethod(
                override("name")
                    .returns(String.class)
                    .addCode("return $L;\n", JavaLiteral.string(name.packageName()))
                    .build())
            .addMethod(
                override("factories")
                    .returns(ParameterizedTypeName.get(List.class, NodeFactory.class))
                    .addCode(Lines.from(4).returned(Expr.list(factories)))
                    .build())
            .build();
    SourceFile.write(filer, name, type, origins);
  }

  private static MethodSpec.Builder override(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}
