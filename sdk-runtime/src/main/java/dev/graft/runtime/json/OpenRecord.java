package dev.graft.runtime.json;

import dev.graft.value.RecordValue;
import dev.graft.value.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A record: the name of its class, on which the parser stands, then the dict of its fields. */
final class OpenRecord extends OpenContainer {
  private @Nullable Object type;
  private @Nullable Object fields;
  private int taken = -1;

  @Override
  int levels() {
    return 0; // its dict is the level
  }

  @Override
  boolean next(JsonParser parser) {
    taken++;
    if (taken == 1) {
      if (parser.nextToken() == JsonToken.END_OBJECT || !name(parser).equals("f")) {
        throw new Malformed("a record is written {\"$rec\": class, \"f\": {…}}");
      }
      parser.nextToken();
    } else if (taken == 2 && parser.nextToken() != JsonToken.END_OBJECT) {
      throw new Malformed("a record has no other key than \"$rec\" and \"f\"");
    }
    return taken < 2;
  }

  @Override
  void take(@Nullable Object value) {
    if (taken == 0) {
      type = value;
    } else {
      fields = value;
    }
  }

  @Override
  boolean counts(@Nullable Object value) {
    return false; // the record itself does
  }

  @Override
  Object close() {
    if (!(type instanceof String name) || !(fields instanceof Map<?, ?> map)) {
      throw new Malformed("a record is written {\"$rec\": class, \"f\": {…}}");
    }
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    map.forEach((field, value) -> named.put(fieldName(field), value));
    return new RecordValue(name, named);
  }

  private static String fieldName(@Nullable Object field) {
    if (field instanceof String name) {
      return name;
    }
    throw new Malformed("the name of a field is a str, not " + Values.describe(field));
  }
}
