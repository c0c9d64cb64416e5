package dev.graft.bench.codec;

import dev.graft.node.ErrorKind;
import dev.graft.value.ValueException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one record, and what is said if they are not those.
 *
 * @param fields names and types, in order
 */
record HandKeys(List<Field> fields) {
  static final HandKeys ADDRESS =
      new HandKeys(
          List.of(
              new Field("street", "str"), new Field("city", "str"), new Field("zip_code", "int")));
  static final HandKeys LINE =
      new HandKeys(
          List.of(
              new Field("article", "str"),
              new Field("pieces", "int"),
              new Field("price", "float")));
  static final HandKeys ORDER =
      new HandKeys(
          List.of(
              new Field("number", "int"),
              new Field("total", "float"),
              new Field("customer", "str"),
              new Field("address", ADDRESS.text()),
              new Field("lines", "list[" + LINE.text() + "]"),
              new Field("note", "str or none"),
              new Field("status", "one of open, packed, sent_out"),
              new Field("stock", "dict[str, int]")));

  /**
   * A field.
   *
   * @param name its key
   * @param type its type, as errors say it
   */
  record Field(String name, String type) {}

  /** The whole type, as errors say it. */
  String text() {
    return fields.stream()
        .map(field -> field.name() + ": " + field.type())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  Map<?, ?> dict(@Nullable Object value) {
    if (value instanceof Map<?, ?> dict) {
      return dict;
    }
    throw ValueException.expected("dict " + text(), value);
  }

  /**
   * Refuses a dict with more keys than those that were found in it.
   *
   * @param absent how many keys are not there, but need not be
   */
  void checkCount(Map<?, ?> dict, int absent) {
    if (dict.size() + absent != fields.size()) {
      checkKnown(dict);
    }
  }

  private void checkKnown(Map<?, ?> dict) {
    for (Object key : dict.keySet()) {
      if (fields.stream().noneMatch(field -> field.name().equals(key))) {
        String known = fields.stream().map(Field::name).collect(Collectors.joining(", "));
        throw ValueException.of(ErrorKind.TYPE, "unknown key; known are " + known).atKey(key);
      }
    }
  }

  /** What is wrong with a dict if an error was found at a key: perhaps the keys are. */
  ValueException explain(ValueException error, String at, Map<?, ?> dict) {
    try {
      checkKnown(dict);
    } catch (ValueException unknown) {
      return unknown;
    }
    if (dict.containsKey(at)) {
      return error.atKey(at);
    }
    String type =
        fields.stream()
            .filter(field -> field.name().equals(at))
            .map(Field::type)
            .collect(Collectors.joining());
    return ValueException.of(ErrorKind.TYPE, "missing, expected " + type).atKey(at);
  }
}
