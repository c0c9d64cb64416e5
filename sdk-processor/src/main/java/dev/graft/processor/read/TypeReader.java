package dev.graft.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import dev.graft.processor.model.JavaScalar;
import dev.graft.processor.model.SnakeCase;
import dev.graft.processor.model.TypeRef;
import dev.graft.processor.read.ReadType.Refusal;
import dev.graft.processor.report.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the portable form of Java types, as seen from the package of one node. */
final class TypeReader {
  private final PackageElement from;
  private final List<Refusal> refusals = new ArrayList<>();
  private final Deque<TypeElement> openRecords = new ArrayDeque<>();

  private TypeReader(PackageElement from) {
    this.from = from;
  }

  /**
   * Reads a type.
   *
   * @param type as declared
   * @param from the package that the generated code will be in
   * @throws UnresolvedTypeException if the type, or one inside it, does not exist yet
   */
  static ReadType read(TypeMirror type, PackageElement from) {
    TypeReader reader = new TypeReader(from);
    Optional<TypeRef> ref = reader.type(type);
    boolean whole = reader.refusals.isEmpty();
    return new ReadType(whole ? ref : Optional.empty(), List.copyOf(reader.refusals));
  }

  private Optional<TypeRef> type(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> primitive(JavaScalar.BOOL);
      case INT -> primitive(JavaScalar.INT32);
      case LONG -> primitive(JavaScalar.INT64);
      case DOUBLE -> primitive(JavaScalar.FLOAT64);
      case DECLARED -> declared(MoreTypes.asDeclared(type));
      case ERROR -> throw new UnresolvedTypeException(type.toString());
      default -> unsupported(type);
    };
  }

  private static Optional<TypeRef> primitive(JavaScalar scalar) {
    return Optional.of(new TypeRef.ScalarRef(scalar, true));
  }

  private Optional<TypeRef> declared(DeclaredType type) {
    TypeElement element = MoreElements.asType(type.asElement());
    Optional<JavaScalar> scalar = JavaScalar.ofClass(element.getQualifiedName());
    if (scalar.isPresent()) {
      return Optional.of(new TypeRef.ScalarRef(scalar.get(), false));
    } else if (element.getKind() == ElementKind.ENUM) {
      return enumType(element);
    } else if (element.getKind() == ElementKind.RECORD) {
      return recordType(element);
    }
    return switch (element.getQualifiedName().toString()) {
      case "java.util.List" -> container(type, "List<String>");
      case "java.util.Map" -> container(type, "Map<String, Object>");
      case "java.util.Optional" -> container(type, "Optional<String>");
      default -> unsupported(type);
    };
  }

  private Optional<TypeRef> container(DeclaredType type, String example) {
    List<TypeRef> parts = new ArrayList<>();
    for (TypeMirror argument : type.getTypeArguments()) {
      Optional<TypeRef> part = type(argument);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    if (parts.isEmpty()) {
      return refuse(Problem.TYPE_ARGUMENTS, type, example);
    } else if (example.startsWith("List")) {
      return Optional.of(new TypeRef.ListRef(parts.get(0)));
    } else if (example.startsWith("Optional")) {
      return optional(parts.get(0), type.getTypeArguments().get(0));
    }
    return map(parts.get(0), parts.get(1), type.getTypeArguments().get(0));
  }

  private Optional<TypeRef> optional(TypeRef inner, TypeMirror declared) {
    boolean mayBeNone =
        inner instanceof TypeRef.OptionalRef
            || (inner instanceof TypeRef.ScalarRef scalar && scalar.scalar() == JavaScalar.ANY);
    return mayBeNone
        ? refuse(Problem.TYPE_OPTIONAL, declared)
        : Optional.of(new TypeRef.OptionalRef(inner));
  }

  private Optional<TypeRef> map(TypeRef key, TypeRef value, TypeMirror declared) {
    return key instanceof TypeRef.ScalarRef || key instanceof TypeRef.EnumRef
        ? Optional.of(new TypeRef.MapRef(key, value))
        : refuse(Problem.TYPE_KEY, declared);
  }

  private Optional<TypeRef> enumType(TypeElement element) {
    if (!isReachable(element)) {
      return refuse(Problem.TYPE_ACCESS, element, wantedAccess(element));
    }
    List<TypeRef.EnumRef.Constant> constants = new ArrayList<>();
    Set<String> choices = new HashSet<>();
    for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
      if (field.getKind() == ElementKind.ENUM_CONSTANT) {
        String name = field.getSimpleName().toString();
        String choice = SnakeCase.ofConstant(name);
        if (!choices.add(choice)) {
          return refuse(Problem.TYPE_ENUM, element, "has two constants for \"" + choice + "\"");
        }
        constants.add(new TypeRef.EnumRef.Constant(name, choice));
      }
    }
    return constants.isEmpty()
        ? refuse(Problem.TYPE_ENUM, element, "has no constants")
        : Optional.of(new TypeRef.EnumRef(ClassName.get(element), List.copyOf(constants)));
  }

  private Optional<TypeRef> recordType(TypeElement element) {
    if (!element.getTypeParameters().isEmpty()) {
      return refuse(Problem.TYPE_GENERIC, element);
    } else if (openRecords.contains(element)) {
      return refuse(Problem.TYPE_RECURSIVE, element);
    } else if (!isReachable(element)) {
      return refuse(Problem.TYPE_ACCESS, element, wantedAccess(element));
    }
    openRecords.push(element);
    List<TypeRef.RecordRef.Component> components = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      String name = component.getSimpleName().toString();
      String key = SnakeCase.ofMember(name);
      if (!keys.add(key)) {
        refuse(Problem.NAME_CLASH, element + "." + name, key);
      }
      type(component.asType())
          .ifPresent(type -> components.add(new TypeRef.RecordRef.Component(name, key, type)));
    }
    openRecords.pop();
    return Optional.of(new TypeRef.RecordRef(ClassName.get(element), List.copyOf(components)));
  }

  private boolean isReachable(TypeElement type) {
    boolean samePackage = MoreElements.getPackage(type).equals(from);
    for (Element e = type; e != null && MoreElements.isType(e); e = e.getEnclosingElement()) {
      Set<Modifier> modifiers = e.getModifiers();
      boolean reachable =
          modifiers.contains(Modifier.PUBLIC)
              || (samePackage && !modifiers.contains(Modifier.PRIVATE));
      if (!reachable) {
        return false;
      }
    }
    return true;
  }

  private String wantedAccess(TypeElement type) {
    return MoreElements.getPackage(type).equals(from) ? "public or package-private" : "public";
  }

  private Optional<TypeRef> unsupported(TypeMirror type) {
    return refuse(Problem.TYPE_UNSUPPORTED, type, hint(type));
  }

  /** What the author probably means. */
  private static String hint(TypeMirror type) {
    if (type.getKind() == TypeKind.FLOAT) {
      return " Write \"double\".";
    } else if (type.getKind().isPrimitive()) {
      return " Write \"int\".";
    } else if (type.getKind() == TypeKind.ARRAY) {
      return " Write \"List\", or \"Bytes\" for a byte[].";
    } else if (type.getKind() == TypeKind.DECLARED) {
      String name = MoreTypes.asTypeElement(type).getSimpleName().toString();
      if (name.endsWith("List") || name.endsWith("Set") || name.equals("Collection")) {
        return " Write \"List\".";
      }
      return name.endsWith("Map") ? " Write \"Map\"." : "";
    }
    return "";
  }

  private Optional<TypeRef> refuse(Problem problem, Object... facts) {
    refusals.add(new Refusal(problem, List.of(facts)));
    return Optional.empty();
  }
}
