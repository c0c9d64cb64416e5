package dev.graft.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import dev.graft.processor.model.JavaScalar;
import dev.graft.processor.model.Keys;
import dev.graft.processor.model.TypeRef;
import dev.graft.processor.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/** Finds the portable form of Java types, as seen from the package of one node. */
final class TypeReader {
  private final Refusals refusals = new Refusals();
  private final OpenTypes open;
  private final NamedTypeReader named;

  private TypeReader(PackageElement from, Types types) {
    this.open = new OpenTypes(types);
    this.named = new NamedTypeReader(this, new Reach(from), types, open, refusals);
  }

  /**
   * Reads a type.
   *
   * @param type as declared
   * @param from the package that the generated code will be in
   * @throws UnresolvedTypeException if the type, or one inside it, does not exist yet
   */
  static ReadType read(TypeMirror type, PackageElement from, Types types) {
    TypeReader reader = new TypeReader(from, types);
    Optional<TypeRef> ref = reader.type(type);
    boolean whole = reader.refusals.all().isEmpty();
    return new ReadType(whole ? ref : Optional.empty(), reader.refusals.all());
  }

  /** Reads one type inside another; empty if it is refused. */
  Optional<TypeRef> type(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> primitive(JavaScalar.BOOL);
      case INT -> primitive(JavaScalar.INT32);
      case LONG -> primitive(JavaScalar.INT64);
      case DOUBLE -> primitive(JavaScalar.FLOAT64);
      case ARRAY ->
          MoreTypes.asArray(type).getComponentType().getKind() == TypeKind.BYTE
              ? Optional.of(new TypeRef.ScalarRef(JavaScalar.BYTE_ARRAY, false))
              : unsupported(type);
      case DECLARED -> declared(MoreTypes.asDeclared(type));
      case WILDCARD -> wildcard(MoreTypes.asWildcard(type));
      case ERROR -> throw new UnresolvedTypeException(type.toString());
      default -> unsupported(type);
    };
  }

  /** Reads the type arguments of a type; empty if there are none, or if one is refused. */
  Optional<List<TypeRef>> arguments(DeclaredType type, String example) {
    List<TypeRef> read = new ArrayList<>();
    for (TypeMirror argument : type.getTypeArguments()) {
      type(argument).ifPresent(read::add);
    }
    if (type.getTypeArguments().isEmpty()) {
      return refusals.add(Problem.TYPE_ARGUMENTS, type + open.place(), example);
    }
    return read.size() == type.getTypeArguments().size() ? Optional.of(read) : Optional.empty();
  }

  private static Optional<TypeRef> primitive(JavaScalar scalar) {
    return Optional.of(new TypeRef.ScalarRef(scalar, true));
  }

  private Optional<TypeRef> declared(DeclaredType type) {
    TypeElement element = MoreElements.asType(type.asElement());
    Optional<JavaScalar> scalar = JavaScalar.ofClass(element.getQualifiedName());
    if (scalar.isPresent()) {
      return Optional.of(new TypeRef.ScalarRef(scalar.get(), false));
    } else if (element.getQualifiedName().toString().startsWith("dev.graft.value.")) {
      return unsupported(type); // records too: how they cross is not for their components to say
    } else if (element.getKind() == ElementKind.ENUM) {
      return named.enumType(element);
    } else if (element.getKind() == ElementKind.RECORD) {
      return named.recordType(type);
    } else if (element.getKind() == ElementKind.INTERFACE
        && element.getModifiers().contains(Modifier.SEALED)) {
      return named.unionType(type);
    }
    return switch (element.getQualifiedName().toString()) {
      case "java.util.List" ->
          arguments(type, "List<String>").map(parts -> new TypeRef.ListRef(parts.get(0)));
      case "java.util.Set" ->
          arguments(type, "Set<String>").flatMap(parts -> set(parts.get(0), type));
      case "java.util.Map" ->
          arguments(type, "Map<String, Object>")
              .flatMap(parts -> map(parts.get(0), parts.get(1), type));
      case "java.util.Optional" ->
          arguments(type, "Optional<String>").flatMap(parts -> optional(parts.get(0), type));
      default -> unsupported(type);
    };
  }

  private Optional<TypeRef> optional(TypeRef inner, DeclaredType type) {
    boolean mayBeNone =
        inner instanceof TypeRef.OptionalRef
            || (inner instanceof TypeRef.ScalarRef scalar && scalar.scalar() == JavaScalar.ANY);
    return mayBeNone
        ? refusals.add(Problem.TYPE_OPTIONAL, firstArgument(type))
        : Optional.of(new TypeRef.OptionalRef(inner));
  }

  private Optional<TypeRef> set(TypeRef item, DeclaredType type) {
    return Keys.mayBe(item)
        ? Optional.of(new TypeRef.SetRef(item))
        : refusals.add(Problem.TYPE_KEY, firstArgument(type), "an item of a set");
  }

  private Optional<TypeRef> map(TypeRef key, TypeRef value, DeclaredType type) {
    return Keys.mayBe(key)
        ? Optional.of(new TypeRef.MapRef(key, value))
        : refusals.add(Problem.TYPE_KEY, firstArgument(type), "a dict key");
  }

  private String firstArgument(DeclaredType type) {
    return type.getTypeArguments().get(0) + open.place();
  }

  private Optional<TypeRef> wildcard(WildcardType type) {
    TypeMirror bound =
        type.getExtendsBound() != null ? type.getExtendsBound() : type.getSuperBound();
    String wanted = bound == null ? "Object" : TypeHints.simple(bound);
    return refusals.add(Problem.TYPE_WILDCARD, type + open.place(), wanted);
  }

  private Optional<TypeRef> unsupported(TypeMirror type) {
    return refusals.add(Problem.TYPE_UNSUPPORTED, type + open.place(), TypeHints.of(type));
  }
}
