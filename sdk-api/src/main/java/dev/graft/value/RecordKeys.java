package dev.graft.value;

import dev.graft.descriptor.ValueType;
import dev.graft.node.ErrorKind;
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
      if (type.fields().stream().noneMatch(field -> field.name().equals(key))) {
        throw unknown(key, type);
      }
    }
  }

  /** The error for a key that is not there. */
  static ValueException missing(String key, ValueType.RecordOf type) {
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

  private static ValueException unknown(@Nullable Object key, ValueType.RecordOf type) {
    String known =
        type.fields().stream()
            .map(ValueType.RecordOf.Field::name)
            .collect(Collectors.joining(", "));
    return ValueException.of(ErrorKind.TYPE, "unknown key; known are " + known).atKey(key);
  }
}
