package dev.graft.port.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.graft.descriptor.NodeContract;
import dev.graft.descriptor.ParamDescriptor;
import dev.graft.descriptor.ValueType;
import dev.graft.port.translate.Translation;
import dev.graft.port.types.ContractTypes;
import dev.graft.port.types.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the records and enums of a contract. */
final class ContractRecords {
  private final ContractTypes types;
  private final Translation translation;

  ContractRecords(ContractTypes types, Translation translation) {
    this.types = types;
    this.translation = translation;
  }

  /** The parameters, if the node has some. */
  Optional<TypeSpec> params(NodeContract contract) {
    if (contract.params().isEmpty()) {
      return Optional.empty();
    }
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (ParamDescriptor param : contract.params()) {
      TypeName type = types.java(param.type(), Names.type(param.name()));
      components.addParameter(
          ParameterSpec.builder(type, Names.camel(param.name()))
              .addAnnotation(Annotations.param(param))
              .build());
    }
    return Optional.of(record("Params", "The parameters.", components));
  }

  /** Whatever else the contract needs: writing one may need another. */
  List<TypeSpec> all() {
    List<TypeSpec> made = new ArrayList<>();
    Set<String> done = new HashSet<>();
    boolean isMore = true;
    while (isMore) {
      isMore = false;
      for (Map.Entry<String, ValueType.RecordOf> each :
          new LinkedHashMap<>(types.records()).entrySet()) {
        if (done.add(each.getKey())) {
          made.add(fields(each.getKey(), each.getValue()));
          isMore = true;
        }
      }
    }
    types.enums().forEach((name, choices) -> made.add(choices(name, choices)));
    return made;
  }

  private TypeSpec fields(String name, ValueType.RecordOf record) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (ValueType.RecordOf.Field field : record.fields()) {
      components.addParameter(
          types.java(field.type(), Names.type(field.name())), Names.camel(field.name()));
    }
    return record(name, "A dict with these keys.", components);
  }

  private static TypeSpec record(String name, String doc, MethodSpec.Builder components) {
    return TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("$L\n", doc)
        .recordConstructor(components.build())
        .build();
  }

  private TypeSpec choices(String name, ValueType.EnumOf choices) {
    TypeSpec.Builder made =
        TypeSpec.enumBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("One of a few texts.\n");
    choices.choices().forEach(each -> made.addEnumConstant(each.toUpperCase(Locale.ROOT)));
    if (isUsed(name + ".of(")) {
      made.addMethod(
          MethodSpec.methodBuilder("of")
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .returns(ClassName.get("", name))
              .addParameter(String.class, "text")
              .addStatement("return valueOf(text.toUpperCase($T.ROOT))", Locale.class)
              .build());
    }
    if (isUsed(".text()") || isUsed(name + "::text")) {
      made.addMethod(
          MethodSpec.methodBuilder("text")
              .addModifiers(Modifier.PRIVATE)
              .returns(String.class)
              .addStatement("return name().toLowerCase($T.ROOT)", Locale.class)
              .build());
    }
    return made.build();
  }

  private boolean isUsed(String code) {
    return translation.methods().stream().anyMatch(each -> each.body().toString().contains(code));
  }
}
