package dev.graft.processor.read;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import dev.graft.annotation.AsTuple;
import dev.graft.processor.model.SnakeCase;
import dev.graft.processor.model.TypeRef;
import dev.graft.processor.model.TypeRef.RecordRef;
import dev.graft.processor.model.TypeRef.UnionRef;
import dev.graft.processor.report.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Reads the types that authors write: enums, records, and sealed interfaces of records.
 *
 * @param reader for the types inside them
 * @param reach what the generated code can name
 * @param types the compiler's
 * @param open the types around
 * @param refusals what is wrong
 */
record NamedTypeReader(
    TypeReader reader, Reach reach, Types types, OpenTypes open, Refusals refusals) {

  /** Reads an enum. */
  Optional<TypeRef> enumType(TypeElement element) {
    if (!reach.covers(element)) {
      return refusals.add(Problem.TYPE_ACCESS, element, reach.wanted(element));
    }
    List<TypeRef.EnumRef.Constant> constants = new ArrayList<>();
    Set<String> choices = new HashSet<>();
    for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
      if (field.getKind() == ElementKind.ENUM_CONSTANT) {
        String name = field.getSimpleName().toString();
        String choice = SnakeCase.ofConstant(name);
        if (!choices.add(choice)) {
          String fact = "has two constants for \"" + choice + "\"";
          return refusals.add(Problem.TYPE_ENUM, element, fact);
        }
        constants.add(new TypeRef.EnumRef.Constant(name, choice));
      }
    }
    return constants.isEmpty()
        ? refusals.add(Problem.TYPE_ENUM, element, "has no constants")
        : Optional.of(new TypeRef.EnumRef(ClassName.get(element), List.copyOf(constants)));
  }

  /** Reads a record. */
  Optional<TypeRef> recordType(DeclaredType type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    Optional<List<TypeRef>> arguments =
        element.getTypeParameters().isEmpty()
            ? Optional.of(List.of())
            : reader.arguments(type, example(element));
    if (arguments.isEmpty() || !canEnter(type, element)) {
      return Optional.empty();
    }
    open.enter(type);
    List<RecordRef.Component> components = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      String name = component.getSimpleName().toString();
      String key = SnakeCase.ofMember(name);
      open.at(name);
      if (!keys.add(key)) {
        refusals.add(Problem.NAME_CLASH, element + "." + name, key);
      }
      reader
          .type(typeOf(component, type))
          .ifPresent(read -> components.add(new RecordRef.Component(name, key, read)));
    }
    open.leave();
    return Optional.of(
        new RecordRef(
            ClassName.get(element),
            arguments.get(),
            List.copyOf(components),
            AnnotationView.find(element, AsTuple.class).isPresent()));
  }

  /** The type of a component, the record's own type arguments put in place. */
  private TypeMirror typeOf(RecordComponentElement component, DeclaredType record) {
    return record.getTypeArguments().isEmpty()
        ? component.asType()
        : MoreTypes.asExecutable(types.asMemberOf(record, component.getAccessor())).getReturnType();
  }

  private static String example(TypeElement element) {
    int count = element.getTypeParameters().size();
    return element.getSimpleName() + "<String" + ", String".repeat(count - 1) + ">";
  }

  /** Reads a sealed interface. */
  Optional<TypeRef> unionType(DeclaredType type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    if (!element.getTypeParameters().isEmpty()) {
      return refusals.add(Problem.TYPE_GENERIC, element);
    } else if (!canEnter(type, element)) {
      return Optional.empty();
    }
    open.enter(type);
    List<UnionRef.Variant> variants = new UnionReader(this, element).variants();
    open.leave();
    return Optional.of(new UnionRef(ClassName.get(element), variants));
  }

  private boolean canEnter(DeclaredType type, TypeElement element) {
    Optional<String> way = open.wayTo(type);
    if (way.isPresent()) {
      refusals.add(Problem.TYPE_RECURSIVE, element, way.get());
    } else if (!reach.covers(element)) {
      refusals.add(Problem.TYPE_ACCESS, element, reach.wanted(element));
    }
    return way.isEmpty() && reach.covers(element);
  }
}
