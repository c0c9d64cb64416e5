package dev.graft.port.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.graft.annotation.State;
import dev.graft.descriptor.NodeDescriptor;
import dev.graft.node.Emitter;
import dev.graft.node.NodeContext;
import dev.graft.node.Transform;
import dev.graft.port.translate.Translation;
import dev.graft.port.types.ContractTypes;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes the class of a node.
 *
 * @param name its name
 * @param doc what its Python class says of itself
 * @param descriptor what the Python class declares
 * @param types the types of its contract
 * @param translation what it does
 */
public record NodeClass(
    ClassName name,
    String doc,
    NodeDescriptor descriptor,
    ContractTypes types,
    Translation translation) {

  /** The text of the file. */
  public String text() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc("$L\n", Javadoc.of(doc, descriptor.contract().summary()))
            .addAnnotation(Annotations.node(descriptor))
            .addSuperinterface(
                ParameterizedTypeName.get(
                    ClassName.get(Transform.class),
                    translation.input().argument(),
                    translation.output().argument()));
    descriptor
        .implementation()
        .examples()
        .forEach(each -> type.addAnnotation(Annotations.example(each)));
    translation.constants().forEach(each -> type.addField(constant(each)));
    translation.fields().forEach(each -> type.addField(field(each)));
    type.addMethod(constructor());
    translation.method("initialize").ifPresent(each -> type.addMethod(open(each)));
    translation.method("process").ifPresent(each -> type.addMethod(process(each)));
    translation.method("flush").ifPresent(each -> type.addMethod(flush(each)));
    translation.method("cleanup").ifPresent(each -> type.addMethod(close(each)));
    translation.methods().stream()
        .filter(Translation.Method::isHelper)
        .forEach(each -> type.addMethod(helper(each)));
    translation.tables().forEach(each -> type.addMethod(Tables.of(each)));
    ContractRecords records = new ContractRecords(types, translation);
    records.params(descriptor.contract()).ifPresent(type::addType);
    records.all().forEach(type::addType);
    return JavaFile.builder(name.packageName(), type.build())
        .skipJavaLangImports(true)
        .indent("  ")
        .build()
        .toString();
  }

  private static FieldSpec constant(Translation.Constant constant) {
    return FieldSpec.builder(
            constant.type().declared(),
            constant.name(),
            Modifier.PRIVATE,
            Modifier.STATIC,
            Modifier.FINAL)
        .initializer(constant.value())
        .build();
  }

  private static FieldSpec field(Translation.Field field) {
    FieldSpec.Builder made = FieldSpec.builder(field.type(), field.name(), Modifier.PRIVATE);
    if (field.isState()) {
      made.addAnnotation(State.class);
    } else if (field.isFinal()) {
      made.addModifiers(Modifier.FINAL);
    }
    field.initial().ifPresent(made::initializer);
    return made.build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder made =
        MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addJavadoc("A node.\n");
    if (!descriptor.contract().params().isEmpty()) {
      made.addParameter(name.nestedClass("Params"), "params");
    }
    Optional<Translation.Method> init = translation.method("__init__");
    init.ifPresent(each -> made.addCode(each.body()));
    return made.build();
  }

  private static MethodSpec open(Translation.Method method) {
    return overriding("open")
        .addParameter(NodeContext.class, "context")
        .addCode(method.body())
        .build();
  }

  private MethodSpec process(Translation.Method method) {
    MethodSpec.Builder made = overriding("process");
    method.parameters().stream()
        .limit(1)
        .forEach(
            each ->
                made.addParameter(
                    ParameterSpec.builder(translation.input().declared(), each.name()).build()));
    return made.addParameter(emitter(), "out").addCode(method.body()).build();
  }

  private MethodSpec flush(Translation.Method method) {
    return overriding("flush").addParameter(emitter(), "out").addCode(method.body()).build();
  }

  private static MethodSpec close(Translation.Method method) {
    return overriding("close").addCode(method.body()).build();
  }

  private static MethodSpec.Builder overriding(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }

  private MethodSpec helper(Translation.Method method) {
    MethodSpec.Builder made =
        MethodSpec.methodBuilder(method.name()).addModifiers(Modifier.PRIVATE);
    if (method.isStatic()) {
      made.addModifiers(Modifier.STATIC);
    }
    if (!method.doc().isEmpty()) {
      made.addJavadoc("$L\n", Javadoc.of(method.doc(), ""));
    }
    made.returns(method.returns());
    method.parameters().forEach(each -> made.addParameter(each.type(), each.name()));
    if (method.emits()) {
      made.addParameter(emitter(), "out");
    }
    return made.addCode(method.body()).build();
  }

  private TypeName emitter() {
    return ParameterizedTypeName.get(
        ClassName.get(Emitter.class),
        WildcardTypeName.supertypeOf(translation.output().argument()));
  }
}
