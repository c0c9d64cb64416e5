package dev.graft.processor.read;

import com.google.auto.common.MoreTypes;
import dev.graft.annotation.AsTuple;
import dev.graft.processor.model.SnakeCase;
import dev.graft.processor.model.TypeRef.RecordRef;
import dev.graft.processor.model.TypeRef.UnionRef;
import dev.graft.processor.report.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the records that a sealed interface permits, directly or through others, in their order.
 */
final class UnionReader {
  private final NamedTypeReader reader;
  private final TypeElement union;
  private final Set<TypeElement> records = new LinkedHashSet<>();
  private final Map<String, TypeElement> tags = new LinkedHashMap<>();

  UnionReader(NamedTypeReader reader, TypeElement union) {
    this.reader = reader;
    this.union = union;
  }

  /** The records with their tags; what is wrong is among the refusals. */
  List<UnionRef.Variant> variants() {
    collect(union);
    List<UnionRef.Variant> variants = new ArrayList<>();
    for (TypeElement record : records) {
      String tag = SnakeCase.ofMember(record.getSimpleName().toString());
      if (isVariant(record, tag)) {
        reader
            .recordType(MoreTypes.asDeclared(record.asType()))
            .ifPresent(type -> variants.add(new UnionRef.Variant(tag, (RecordRef) type)));
      }
    }
    return List.copyOf(variants);
  }

  private void collect(TypeElement from) {
    if (from.getPermittedSubclasses().isEmpty()) {
      refuse("permits nothing", "Add records that implement it.");
    }
    for (TypeMirror permitted : from.getPermittedSubclasses()) {
      if (permitted.getKind() == TypeKind.ERROR) {
        throw new UnresolvedTypeException(permitted.toString());
      }
      TypeElement type = MoreTypes.asTypeElement(permitted);
      if (type.getKind() == ElementKind.RECORD) {
        records.add(type);
      } else if (type.getKind() == ElementKind.INTERFACE
          && type.getModifiers().contains(Modifier.SEALED)) {
        collect(type);
      } else {
        String advice = "Make it a record, or a sealed interface of records.";
        refuse("permits " + type + ", which is no record", advice);
      }
    }
  }

  private boolean isVariant(TypeElement record, String tag) {
    TypeElement other = tags.putIfAbsent(tag, record);
    if (other != null) {
      String both = other + " and " + record;
      return refuse("permits " + both + ", which are both \"" + tag + "\"", "Rename one of them.");
    } else if (!record.getTypeParameters().isEmpty()) {
      return refuse(
          "permits " + record + ", which has type parameters", "Name the types in it instead.");
    } else if (AnnotationView.find(record, AsTuple.class).isPresent()) {
      return refuse(
          "permits " + record + ", a tuple, which has no place for the tag", "Remove @AsTuple.");
    }
    boolean hasTag =
        record.getRecordComponents().stream()
            .map(component -> SnakeCase.ofMember(component.getSimpleName().toString()))
            .anyMatch(UnionRef.TAG::equals);
    String fact =
        "permits " + record + ", one of whose components is called like the tag, \"type\"";
    return !hasTag || refuse(fact, "Rename the component.");
  }

  private boolean refuse(String fact, String advice) {
    reader.refusals().add(Problem.TYPE_UNION, union, fact, advice);
    return false;
  }
}
