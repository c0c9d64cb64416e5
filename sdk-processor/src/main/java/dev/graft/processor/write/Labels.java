package dev.graft.processor.write;

import dev.graft.processor.model.SnakeCase;
import dev.graft.processor.model.TypeRef;
import java.util.Locale;

/** How generated code calls a type. */
final class Labels {
  private Labels() {}

  /** As part of a method's name: {@code DictOfStrToListOfSpan}. */
  static String of(TypeRef type) {
    if (type instanceof TypeRef.ScalarRef scalar) {
      String method = scalar.scalar().method();
      return Character.toUpperCase(method.charAt(0)) + method.substring(1);
    } else if (type instanceof TypeRef.ListRef list) {
      return "ListOf" + of(list.item());
    } else if (type instanceof TypeRef.OptionalRef optional) {
      return "Optional" + of(optional.inner());
    } else if (type instanceof TypeRef.MapRef map) {
      return "DictOf" + of(map.key()) + "To" + of(map.value());
    }
    return Names.raw(type).simpleName();
  }

  /** As a constant: {@code DICT_OF_STR_TO_LIST_OF_SPAN}. */
  static String constant(String label) {
    return SnakeCase.ofMember(label).toUpperCase(Locale.ROOT);
  }
}
