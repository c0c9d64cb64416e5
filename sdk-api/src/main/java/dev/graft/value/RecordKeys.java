package dev.graft.value;

import dev.graft.descriptor.ValueType;
import dev.graft.node.ErrorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out what is wrong with the keys of a dict that should be a record. */
final class RecordKeys {
  private RecordKeys() {}

  /**
   * Refuses unknown keys if their number is wrong, or if asking a sorted map for a str may fail.
   */
  static void checkCount(Map<?, ?> dict, ValueType.RecordOf type) {
    if (dict.size() != type.fields().size() || dict instanceof SortedMap) {
      checkKnown(dict, type);
    }
  }

  /** Refuses a dict with a key that the record does not have. */
  static void checkKnown(Map<?, ?> dict, ValueType.RecordOf type) {
    for (Object key : dict.keySet()) {
      if (!isKnown(key, type)) {
        throw unknown(key, type);
      }
    }
  }

  /** The errors for all keys that the record does not have. */
  static List<ValueException> unknown(Map<?, ?> dict, ValueType.RecordOf type) {
    List<ValueException> unknown = new ArrayList<>();
    for (Object key : dict.keySet()) {
      if (!isKnown(key, type)) {
        unknown.add(unknown(key, type));
      }
    }
    return unknown;
  }

  private static boolean isKnown(@Nullable Object key, ValueType.RecordOf type) {
    return type.fields().stream().anyMatch(field -> field.name().equals(key));
  }

  /** The entry at a key that must be there. */
  static @Nullable Object required(Map<?, ?> dict, String key, ValueType.RecordOf type) {
    Object value = dict.get(key);
    if (value == null && !dict.containsKey(key)) {
      throw missing(key, type);
    }
    return value;
  }

  /** The entry at a key that may be missing, unless the count says that another stands for it. */
  static @Nullable Object optional(Map<?, ?> dict, String key, ValueType.RecordOf type) {
    Object value = dict.get(key);
    if (value == null && dict.size() == type.fields().size() && !dict.containsKey(key)) {
      checkKnown(dict, type);
    }
    return value;
  }

  /** The error for a key that is not there. */
  private static ValueException missing(String key, ValueType.RecordOf type) {
    String wanted =
        type.fields().stream()
            .filter(field -> field.name().equals(key))
            .map(field -> field.type().text())
            .collect(Collectors.joining());
    return ValueException.of(ErrorKind.TYPE, "missing, expected " + wanted).atKey(key);
  }

  /** What to say of an error in one entry: an unknown key, perhaps its misspelt name, is worse. */
  static ValueException explain(
      ValueException error, String key, Map<?, ?> dict, ValueType.RecordOf type) {
    try {
      checkKnown(dict, type);
    } catch (ValueException unknown) {
      return unknown;
    }
    return dict.containsKey(key) ? error.atKey(key) : missing(key, type);
  }

  /** The text under the tag of a union. */
  static String tag(Map<?, ?> dict, ValueType.UnionOf type) {
    boolean there =
        !(dict instanceof SortedMap) || dict.keySet().stream().anyMatch(type.tag()::equals);
    Object tag = there ? dict.get(type.tag()) : null;
    if (tag instanceof String text) {
      return text;
    }
    String wanted = tags(type).text();
    throw (there && dict.containsKey(type.tag())
            ? ValueException.expected(wanted, tag)
            : ValueException.of(ErrorKind.TYPE, "missing, expected " + wanted))
        .atKey(type.tag());
  }

  /** The error for a text under the tag that names no variant. */
  static ValueException noVariant(String text, ValueType.UnionOf type) {
    ValueType.EnumOf tags = tags(type);
    String hint =
        Suggestions.nearest(text, tags.choices())
            .map(name -> " (did you mean \"" + name + "\"?)")
            .orElse("");
    return ValueException.of(
            ErrorKind.INVALID, "expected " + tags.text() + hint + ", got " + Values.describe(text))
        .atKey(type.tag());
  }

  /** The texts that may stand under the tag of a union. */
  private static ValueType.EnumOf tags(ValueType.UnionOf type) {
    return new ValueType.EnumOf(
        type.variants().stream().map(ValueType.UnionOf.Variant::name).toList());
  }

  /** A variant of a union with the tag as its first entry. */
  static ValueType.RecordOf tagged(ValueType.UnionOf type, String name) {
    List<ValueType.RecordOf.Field> fields = new ArrayList<>();
    fields.add(new ValueType.RecordOf.Field(type.tag(), new ValueType.EnumOf(List.of(name))));
    for (ValueType.UnionOf.Variant variant : type.variants()) {
      if (variant.name().equals(name)) {
        fields.addAll(variant.record().fields());
      }
    }
    return new ValueType.RecordOf(fields);
  }

  private static ValueException unknown(@Nullable Object key, ValueType.RecordOf type) {
    String known =
        type.fields().stream()
            .map(ValueType.RecordOf.Field::name)
            .collect(Collectors.joining(", "));
    return ValueException.of(ErrorKind.TYPE, "unknown key; known are " + known).atKey(key);
  }
}
