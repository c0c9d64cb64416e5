package dev.graft.runtime.json;

import dev.graft.value.Bytes;
import dev.graft.value.Portable;
import dev.graft.value.Tuple;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one value from a parser that stands on its first token. */
final class TypedJsonReader {
  /** Something that JSON allows but typed JSON does not. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String fact;

    Malformed(String fact) {
      super(fact, null, false, false);
      this.fact = fact;
    }

    String fact() {
      return fact;
    }
  }

  private static final String TAGS = "$f, $i, $b, $tuple, $map, $u16, $lit";

  private final JsonParser parser;
  private int depth;

  TypedJsonReader(JsonParser parser) {
    this.parser = parser;
  }

  @Nullable Object value() {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new Malformed("expected a value, found nothing");
    }
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> integer(parser.getString());
      case VALUE_NUMBER_FLOAT -> number(parser.getString());
      case START_ARRAY, START_OBJECT -> nested(token);
      default -> throw new Malformed("expected a value");
    };
  }

  private @Nullable Object nested(JsonToken token) {
    if (++depth > Portable.MAX_DEPTH) {
      throw new Malformed("nested deeper than " + Portable.MAX_DEPTH + " levels");
    }
    Object value = token == JsonToken.START_ARRAY ? list() : object();
    depth--;
    return value;
  }

  private static Number integer(String digits) {
    return digits.length() < 19 ? (Number) Long.valueOf(digits) : Values.normalize(big(digits));
  }

  private static BigInteger big(String digits) {
    try {
      return new BigInteger(digits);
    } catch (NumberFormatException e) {
      throw new Malformed("\"" + digits + "\" is not an int");
    }
  }

  private static double number(String text) {
    try {
      return FloatText.parse(text);
    } catch (NumberFormatException e) {
      throw new Malformed(Values.quote(text) + " is not a float, or too large for one");
    }
  }

  private List<@Nullable Object> list() {
    List<@Nullable Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value());
    }
    return items;
  }

  private @Nullable Object object() {
    if (parser.nextToken() == JsonToken.END_OBJECT) {
      return new LinkedHashMap<>();
    }
    String first = parser.currentName();
    if (!first.startsWith("$")) {
      return entries(false);
    }
    parser.nextToken();
    Object value = tagged(first);
    if (parser.nextToken() != JsonToken.END_OBJECT) {
      throw new Malformed("a tagged value has no other key than \"" + first + "\"");
    }
    return value;
  }

  private Map<@Nullable Object, @Nullable Object> entries(boolean literal) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (JsonToken token = parser.currentToken();
        token != JsonToken.END_OBJECT;
        token = parser.nextToken()) {
      String name = parser.currentName();
      if (name.startsWith("$") && !literal) {
        throw new Malformed(
            "the key \"%s\" looks like a tag; write the whole dict as {\"$lit\": {…}}"
                .formatted(name));
      }
      parser.nextToken();
      map.put(name, value());
    }
    return map;
  }

  private @Nullable Object tagged(String tag) {
    return switch (tag) {
      case "$f" -> number(text(tag));
      case "$i" -> Values.normalize(big(text(tag)));
      case "$b" -> bytes(text(tag));
      case "$u16" -> codeUnits(text(tag));
      case "$tuple" -> Tuple.copyOf(items(tag));
      case "$map" -> pairs(items(tag));
      case "$lit" -> literal();
      default ->
          throw new Malformed(
              "unknown tag \"%s\"; known are %s. Data with such a key is written {\"$lit\": {…}}"
                  .formatted(tag, TAGS));
    };
  }

  private String text(String tag) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new Malformed("\"" + tag + "\" is followed by a text");
    }
    return parser.getString();
  }

  private List<@Nullable Object> items(String tag) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new Malformed("\"" + tag + "\" is followed by an array");
    }
    return list();
  }

  private Map<@Nullable Object, @Nullable Object> literal() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw new Malformed("\"$lit\" is followed by an object");
    }
    parser.nextToken();
    return entries(true);
  }

  private static Map<@Nullable Object, @Nullable Object> pairs(List<@Nullable Object> items) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (Object item : items) {
      if (!(item instanceof List<?> pair) || pair.size() != 2) {
        throw new Malformed("\"$map\" holds pairs [key, value]");
      }
      map.put(pair.get(0), pair.get(1));
    }
    return map;
  }

  private static Bytes bytes(String base64) {
    try {
      return Bytes.copyOf(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw new Malformed("\"$b\" is followed by base64 text");
    }
  }

  private static String codeUnits(String hex) {
    if (hex.length() % 4 != 0) {
      throw new Malformed("\"$u16\" is followed by four hex digits for each UTF-16 code unit");
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < hex.length(); i += 4) {
      try {
        text.append((char) Integer.parseInt(hex, i, i + 4, 16));
      } catch (NumberFormatException e) {
        throw new Malformed("\"$u16\" is followed by four hex digits for each UTF-16 code unit");
      }
    }
    return text.toString();
  }
}
