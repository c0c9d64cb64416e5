package dev.graft.processor.write;

import dev.graft.processor.model.SnakeCase;
import dev.graft.processor.model.TypeRef;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How generated code calls a type. */
final class Labels {
  private static final int LONGEST = 40;

  private Labels() {}

  /**
   * As part of a method's name: {@code DictOfStrToListOfSpan}. Of a type that is nested too deep
   * for that only the outer parts are named.
   */
  static String of(TypeRef type) {
    String whole = label(type, Labels::of);
    return whole.length() <= LONGEST ? whole : label(type, Labels::head);
  }

  /** As a constant: {@code DICT_OF_STR_TO_LIST_OF_SPAN}. */
  static String constant(String label) {
    return SnakeCase.ofMember(label).toUpperCase(Locale.ROOT);
  }

  private static String label(TypeRef type, Function<TypeRef, String> part) {
    if (type instanceof TypeRef.ListRef list) {
      return "ListOf" + part.apply(list.item());
    } else if (type instanceof TypeRef.SetRef set) {
      return "SetOf" + part.apply(set.item());
    } else if (type instanceof TypeRef.OptionalRef optional) {
      return "Optional" + part.apply(optional.inner());
    } else if (type instanceof TypeRef.MapRef map) {
      return "DictOf" + part.apply(map.key()) + "To" + part.apply(map.value());
    } else if (type instanceof TypeRef.RecordRef record && !record.arguments().isEmpty()) {
      return head(type)
          + record.arguments().stream().map(part).collect(Collectors.joining("And", "Of", ""));
    }
    return head(type);
  }

  private static String head(TypeRef type) {
    if (type instanceof TypeRef.ScalarRef scalar) {
      String method = scalar.scalar().method();
      return Character.toUpperCase(method.charAt(0)) + method.substring(1);
    } else if (type instanceof TypeRef.Named named) {
      return named.name().simpleName();
    } else if (type instanceof TypeRef.ListRef) {
      return "List";
    } else if (type instanceof TypeRef.SetRef) {
      return "Set";
    }
    return type instanceof TypeRef.MapRef ? "Dict" : "Optional";
  }
}
