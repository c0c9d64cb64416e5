package dev.graft.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.graft.annotation.GraftGenerated;
import dev.graft.processor.model.JavaScalar;
import dev.graft.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The Java names of types. What may be none is annotated as such where the compilation knows the
 * annotation; a module that does not read JSpecify, or {@code java.compiler}, does without.
 */
final class Names {
  private static final ClassName GENERATED =
      ClassName.get("javax.annotation.processing", "Generated");
  private static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

  private final boolean inNamedModule;
  private final boolean knowsGenerated;
  private final boolean knowsNullable;

  /** The names as code beside a type may use them. */
  Names(Elements elements, TypeElement beside) {
    inNamedModule = !elements.getModuleOf(beside).isUnnamed();
    knowsGenerated = sees(elements, beside, GENERATED);
    knowsNullable = sees(elements, beside, NULLABLE);
  }

  private static boolean sees(Elements elements, TypeElement beside, ClassName name) {
    return elements.getTypeElement(elements.getModuleOf(beside), name.canonicalName()) != null;
  }

  /** The annotations of every generated class. */
  List<AnnotationSpec> generated() {
    List<AnnotationSpec> annotations = new ArrayList<>();
    if (knowsGenerated) {
      annotations.add(
          AnnotationSpec.builder(GENERATED)
              .addMember("value", "$S", "dev.graft.processor.NodeProcessor")
              .build());
    }
    annotations.add(AnnotationSpec.builder(GraftGenerated.class).build());
    if (inNamedModule) {
      // Whether users of the module read the API is for its author to say, not for this class.
      annotations.add(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "$S", "exports")
              .build());
    }
    return annotations;
  }

  /** A type that may be none. */
  TypeName nullable(TypeName type) {
    return knowsNullable && !type.isAnnotated()
        ? type.annotated(AnnotationSpec.builder(NULLABLE).build())
        : type;
  }

  /** Any portable value. */
  TypeName any() {
    return nullable(ClassName.OBJECT);
  }

  /** A dict with names as keys. */
  TypeName namedValues() {
    return ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), any());
  }

  /** A dict with names as keys that is only read. */
  TypeName namedValuesToRead() {
    return ParameterizedTypeName.get(
        ClassName.get(Map.class), ClassName.get(String.class), WildcardTypeName.subtypeOf(any()));
  }

  /** A dict of any kind, to be read. */
  static TypeName dict() {
    TypeName unknown = WildcardTypeName.subtypeOf(ClassName.OBJECT);
    return ParameterizedTypeName.get(ClassName.get(Map.class), unknown, unknown);
  }

  /** The type as declared. */
  TypeName declared(TypeRef type) {
    return type instanceof TypeRef.ScalarRef scalar && scalar.primitive()
        ? scalar.scalar().typeName().unbox()
        : boxed(type);
  }

  /** The type as a type argument. */
  TypeName boxed(TypeRef type) {
    if (type instanceof TypeRef.ScalarRef scalar) {
      return scalar.scalar() == JavaScalar.ANY ? any() : scalar.scalar().typeName();
    }
    TypeName[] arguments = arguments(type).stream().map(this::boxed).toArray(TypeName[]::new);
    ClassName name = className(type);
    return arguments.length == 0 ? name : ParameterizedTypeName.get(name, arguments);
  }

  /** What stands before the arguments of a record's constructor. */
  CodeBlock creator(TypeRef.RecordRef record) {
    return CodeBlock.of(record.arguments().isEmpty() ? "new $T" : "new $T<>", record.name());
  }

  private static List<TypeRef> arguments(TypeRef type) {
    if (type instanceof TypeRef.MapRef map) {
      return List.of(map.key(), map.value());
    } else if (type instanceof TypeRef.ListRef list) {
      return List.of(list.item());
    } else if (type instanceof TypeRef.SetRef set) {
      return List.of(set.item());
    } else if (type instanceof TypeRef.OptionalRef optional) {
      return List.of(optional.inner());
    }
    return type instanceof TypeRef.RecordRef record ? record.arguments() : List.of();
  }

  /** The class, without type arguments. */
  static TypeName raw(TypeRef type) {
    return type instanceof TypeRef.ScalarRef scalar ? scalar.scalar().typeName() : className(type);
  }

  private static ClassName className(TypeRef type) {
    if (type instanceof TypeRef.Named named) {
      return named.name();
    } else if (type instanceof TypeRef.MapRef) {
      return ClassName.get(Map.class);
    } else if (type instanceof TypeRef.SetRef) {
      return ClassName.get(Set.class);
    }
    return ClassName.get(type instanceof TypeRef.ListRef ? List.class : Optional.class);
  }
}
