package dev.graft.render;

import static dev.graft.render.JsonTree.object;

import dev.graft.descriptor.ValueType.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How typed JSON writes the types without parts, as schemas that stand once under {@code $defs}.
 */
final class ScalarSchema {
  private static final String INT = "^[-+]?[0-9]+$";
  private static final String FLOAT =
      "^(?:nan|-?inf|[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?)$";
  private static final String CODE_UNITS = "^(?:[0-9a-fA-F]{4})*$";
  private static final String BASE64 =
      "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$";
  private static final String DECIMAL =
      "^[-+]?(?:(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
          + "|[iI][nN][fF](?:[iI][nN][iI][tT][yY])?|[sS]?[nN][aA][nN][0-9]*)$";
  private static final String DATE =
      "(?!0000)[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";
  private static final String TIME =
      "(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,6}0{0,3})?)?";
  private static final String OFFSET =
      "[-+](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{6})?)?";
  private static final String ZONE = "(?:Z|" + OFFSET + "(?:\\[name=[^\\]]*\\])?|\\[[^\\]=]+\\])";
  private static final String FOLD = "(?:\\[fold=1\\])?";
  private static final String NANOS = "^[-+]?(?:[0-9]+000|0+)$";
  private static final String UUID = "^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";
  private static final String DTYPE = "^[|<>](?:b1|[iu][1248]|f[248]|c8|c16)$";

  private ScalarSchema() {}

  /** The name under {@code $defs}; ports are in snake_case, so they never clash with it. */
  static String name(Scalar scalar) {
    String text = scalar.text();
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  static Map<String, @Nullable Object> of(Scalar scalar) {
    return switch (scalar) {
      case ANY ->
          object(
              "description",
              "Any portable value, as typed JSON. An object whose key starts with \"$\" is a"
                  + " tagged value; a dict with such a key is written {\"$lit\": {…}}.");
      case NONE -> object("type", "null");
      case BOOL -> object("type", "boolean");
      case INT ->
          or(
              "integer",
              "An int of any size; beyond 2^53 it is written {\"$i\": \"9007199254740993\"}.",
              "$i",
              text(INT));
      case FLOAT ->
          put(
              or(
                  "number",
                  "A float: 1.5 or {\"$f\": \"1.5\"}. A whole one needs the tag, because JSON Schema"
                      + " cannot tell 2.0 from 2: {\"$f\": \"2.0\"}. So do nan, inf and -inf.",
                  "$f",
                  text(FLOAT)),
              "not",
              object("type", "integer"));
      case NUMBER -> number();
      case STR ->
          or(
              "string",
              "A str. One with a lone surrogate is written as its UTF-16 code units in hex:"
                  + " {\"$u16\": \"0061d800\"}.",
              "$u16",
              text(CODE_UNITS));
      case BYTES -> tagged("Bytes, in base64: {\"$b\": \"AP8=\"}.", "$b", base64());
      case COMPLEX ->
          tagged(
              "A complex number, its real and its imaginary part written like floats:"
                  + " {\"$c\": [\"1.5\", \"-0.0\"]}.",
              "$c",
              object("type", "array", "items", text(FLOAT), "minItems", 2, "maxItems", 2));
      case DECIMAL ->
          tagged("A decimal, as Python writes it: {\"$dec\": \"1.10\"}.", "$dec", text(DECIMAL));
      case DATE ->
          tagged(
              "A date of the years 1 to 9999: {\"$date\": \"2024-02-29\"}.",
              "$date",
              text("^" + DATE + "$"));
      case TIME ->
          tagged(
              "A time, naive or aware, in microseconds at most:"
                  + " {\"$time\": \"12:30:00.000001+01:00\"}.",
              "$time",
              text("^" + TIME + ZONE + "?" + FOLD + "$"));
      case DATETIME -> datetime();
      case TIMEDELTA ->
          tagged(
              "A timedelta in nanoseconds, which are whole microseconds:"
                  + " {\"$dur\": \"1500000000\"}.",
              "$dur",
              text(NANOS));
      case UUID ->
          tagged(
              "A UUID: {\"$uuid\": \"0e984725-c51c-4bf4-9960-e1c80e27aba0\"}.",
              "$uuid",
              text(UUID));
      case ARRAY -> array();
    };
  }

  private static Map<String, @Nullable Object> number() {
    return object(
        "description",
        "A bool, an int or a float. {\"$i\": \"9007199254740993\"} is a large int,"
            + " {\"$f\": \"2.0\"} a float that JSON's own numbers could not tell from an int.",
        "type",
        List.of("boolean", "number", "object"),
        "properties",
        object("$i", text(INT), "$f", text(FLOAT)),
        "minProperties",
        1,
        "maxProperties",
        1,
        "additionalProperties",
        false);
  }

  private static Map<String, @Nullable Object> datetime() {
    String local = "^" + DATE + "T" + TIME;
    return object(
        "description",
        "A datetime in microseconds at most: naive {\"$dt\": \"2024-02-29T12:30:00\"}, aware"
            + " {\"$ts\": \"2024-02-29T12:30:00Z\"} or {\"$ts\":"
            + " \"2024-10-27T02:30:00[Europe/Berlin]\"}.",
        "type",
        "object",
        "properties",
        object("$dt", text(local + FOLD + "$"), "$ts", text(local + ZONE + FOLD + "$")),
        "minProperties",
        1,
        "maxProperties",
        1,
        "additionalProperties",
        false);
  }

  private static Map<String, @Nullable Object> array() {
    Map<String, @Nullable Object> size = object("type", "integer", "minimum", 0);
    Map<String, @Nullable Object> parts =
        object(
            "dtype",
            text(DTYPE),
            "shape",
            object("type", "array", "items", size),
            "b64",
            base64(),
            "scalar",
            object("const", false));
    return tagged(
        "An n-dimensional array, its elements row by row in base64: {\"$nd\": {\"dtype\": \"<f8\","
            + " \"shape\": [1], \"b64\": \"AAAAAAAA8D8=\"}}.",
        "$nd",
        object(
            "type",
            "object",
            "properties",
            parts,
            "required",
            List.of("dtype", "shape", "b64"),
            "additionalProperties",
            false));
  }

  /** An object with one key and nothing else. */
  static Map<String, @Nullable Object> tagged(String tag, Object content) {
    return object(
        "type",
        "object",
        "properties",
        object(tag, content),
        "required",
        List.of(tag),
        "additionalProperties",
        false);
  }

  private static Map<String, @Nullable Object> tagged(
      String description, String tag, Object content) {
    Map<String, @Nullable Object> schema = object("description", description);
    schema.putAll(tagged(tag, content));
    return schema;
  }

  /**
   * One of JSON's own types, or an object with the tag: what is said of objects binds only them.
   */
  private static Map<String, @Nullable Object> or(
      String type, String description, String tag, Object content) {
    Map<String, @Nullable Object> schema = tagged(description, tag, content);
    schema.put("type", List.of(type, "object"));
    return schema;
  }

  private static Map<String, @Nullable Object> put(
      Map<String, @Nullable Object> schema, String name, Object value) {
    schema.put(name, value);
    return schema;
  }

  private static Map<String, @Nullable Object> text(String pattern) {
    return object("type", "string", "pattern", pattern);
  }

  private static Map<String, @Nullable Object> base64() {
    Map<String, @Nullable Object> schema = text(BASE64);
    schema.put("contentEncoding", "base64");
    return schema;
  }
}
