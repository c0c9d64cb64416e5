package dev.graft.processor.read;

import com.google.auto.common.MoreTypes;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What an author probably means who writes a type that is not portable. */
final class TypeHints {
  private static final String ALLOWED =
      "Allowed are boolean, int, long, double and their boxes, BigInteger, BigDecimal, Number,"
          + " String, byte[], LocalDate, Duration, UUID, Object, List, Set, Map, Optional, the values"
          + " of dev.graft.value, enums, records and sealed interfaces of records.";

  private static final Map<String, String> BY_NAME =
      Map.ofEntries(
          Map.entry("java.lang.Float", "Double"),
          Map.entry("java.lang.Short", "Integer"),
          Map.entry("java.lang.Byte", "Integer"),
          Map.entry("java.lang.Character", "String"),
          Map.entry("java.lang.CharSequence", "String"),
          Map.entry("java.lang.StringBuilder", "String"),
          Map.entry("java.lang.Void", "Object"),
          Map.entry("java.net.URI", "String"),
          Map.entry("java.net.URL", "String"),
          Map.entry("java.nio.ByteBuffer", "byte[]"),
          Map.entry("java.nio.file.Path", "String"),
          Map.entry("java.io.File", "String"),
          Map.entry("java.time.Instant", "dev.graft.value.DateTime"),
          Map.entry("java.time.LocalDateTime", "dev.graft.value.DateTime"),
          Map.entry("java.time.OffsetDateTime", "dev.graft.value.DateTime"),
          Map.entry("java.time.ZonedDateTime", "dev.graft.value.DateTime"),
          Map.entry("java.time.LocalTime", "dev.graft.value.Time"),
          Map.entry("java.time.OffsetTime", "dev.graft.value.Time"),
          Map.entry("java.time.Period", "Duration"),
          Map.entry("java.time.ZoneId", "String"),
          Map.entry("java.util.Calendar", "dev.graft.value.DateTime"),
          Map.entry("java.util.Date", "dev.graft.value.DateTime"),
          Map.entry("java.util.Locale", "String"),
          Map.entry("java.util.OptionalDouble", "Optional<Double>"),
          Map.entry("java.util.OptionalInt", "Optional<Integer>"),
          Map.entry("java.util.OptionalLong", "Optional<Long>"),
          Map.entry("java.util.concurrent.atomic.AtomicBoolean", "boolean"),
          Map.entry("java.util.concurrent.atomic.AtomicInteger", "int"),
          Map.entry("java.util.concurrent.atomic.AtomicLong", "long"),
          Map.entry("dev.graft.value.EnumMember", "Object"),
          Map.entry("dev.graft.value.Opaque", "Object"),
          Map.entry("dev.graft.value.RecordValue", "Object"),
          Map.entry("dev.graft.value.Zone", "String"));

  private TypeHints() {}

  /** One or two sentences. */
  static String of(TypeMirror type) {
    return switch (type.getKind()) {
      case FLOAT -> write("double");
      case SHORT, BYTE -> write("int");
      case CHAR -> write("String");
      case ARRAY -> array(MoreTypes.asArray(type).getComponentType());
      case DECLARED -> declared(MoreTypes.asDeclared(type));
      default -> ALLOWED;
    };
  }

  private static String array(TypeMirror component) {
    TypeKind kind = component.getKind();
    boolean numbers = kind.isPrimitive() && kind != TypeKind.BOOLEAN && kind != TypeKind.CHAR;
    String list = "List<" + (kind.isPrimitive() ? boxed(kind) : simple(component)) + ">";
    return numbers
        ? "Write \"dev.graft.value.NdArray\", or \"" + list + "\" for a Python list."
        : write(list);
  }

  private static String boxed(TypeKind kind) {
    return switch (kind) {
      case BOOLEAN -> "Boolean";
      case CHAR -> "String";
      case LONG -> "Long";
      case FLOAT, DOUBLE -> "Double";
      default -> "Integer";
    };
  }

  private static String declared(DeclaredType type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    String name = element.getQualifiedName().toString();
    String known = BY_NAME.get(name);
    if (known != null) {
      return write(known);
    } else if (name.equals("dev.graft.value.Tuple")) {
      return "Write a record with @AsTuple, or \"Object\" for any tuple.";
    } else if (name.equals("dev.graft.value.FrozenSet")) {
      return "Write \"Set\" for a set, or \"Object\".";
    } else if (name.startsWith("java.util.")) {
      return collection(type, element.getSimpleName().toString());
    } else if (name.startsWith("java.")) {
      return ALLOWED;
    }
    return element.getKind() == ElementKind.INTERFACE
        ? "Declare it \"sealed\" and its implementations as records, or write \"Object\"."
        : "Make it a record, or write one that has its contents.";
  }

  private static String collection(DeclaredType type, String simpleName) {
    String arguments =
        type.getTypeArguments().stream()
            .map(TypeHints::simple)
            .collect(Collectors.joining(", ", "<", ">"));
    int count = type.getTypeArguments().size();
    if (count == 2 && simpleName.endsWith("Map")) {
      return write("Map" + arguments);
    } else if (count == 1) {
      return write((simpleName.endsWith("Set") ? "Set" : "List") + arguments);
    }
    return ALLOWED;
  }

  /** A type as it is written where its packages are imported. */
  static String simple(TypeMirror type) {
    return type.toString().replaceAll("\\b(?:[a-z_]\\w*\\.)+(?=[A-Z])", "");
  }

  private static String write(String type) {
    return "Write \"" + type + "\".";
  }
}
