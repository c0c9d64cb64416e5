package dev.graft.runtime.json;

import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/** Reads and writes one portable value as typed JSON. Safe for several threads. */
public final class TypedJson {
  private static final int DEPTH = 4100; // a level of a value takes up to four of JSON
  private static final int DIGITS = 1_000_000;

  private static final JsonFactory FACTORY =
      factory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final JsonFactory REPEATING = factory().build();

  private TypedJson() {}

  /** The tokens of a JSON text, where keys may repeat: the caller has more to say of them. */
  public static JsonParser tokens(String text) {
    return REPEATING.createParser(ObjectReadContext.empty(), text);
  }

  /** How JSON is read and written, whatever from and to. */
  static JsonFactoryBuilder factory() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxNumberLength(DIGITS)
                .maxStringLength(Integer.MAX_VALUE)
                .build())
        .streamWriteConstraints(StreamWriteConstraints.builder().maxNestingDepth(DEPTH).build());
  }

  /** The value of a JSON text, with nothing after it. */
  public static @Nullable Object read(String text, String source) throws JsonFormatException {
    return read(text, source, 1);
  }

  /**
   * The value of a JSON text.
   *
   * @param text the text
   * @param source what to call it in messages, for example a file name
   * @param firstLine the number of its first line in the source
   */
  public static @Nullable Object read(String text, String source, long firstLine)
      throws JsonFormatException {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      try {
        return whole(parser);
      } catch (Malformed e) {
        throw new JsonFormatException(
            place(source, firstLine, parser.currentTokenLocation()), e.fact());
      } catch (JacksonException e) {
        throw new JsonFormatException(
            place(source, firstLine, e.getLocation()), sentence(e.getOriginalMessage()));
      }
    }
  }

  /**
   * The value of all tokens of a parser, which remains the caller's; it may stand for another
   * notation than JSON.
   *
   * @throws JsonFormatException if this is no typed JSON; the place is empty, it is that of the
   *     parser
   * @throws JacksonException if the parser finds a mistake of its own
   */
  public static @Nullable Object read(JsonParser parser) throws JsonFormatException {
    try {
      return whole(parser);
    } catch (Malformed e) {
      throw new JsonFormatException("", e.fact() + ".");
    }
  }

  private static @Nullable Object whole(JsonParser parser) {
    parser.nextToken();
    Object value = new TypedJsonReader(parser, true).value();
    JsonToken next = parser.nextToken();
    if (next != null) {
      throw new Malformed("expected the end, found more after the value");
    }
    return value;
  }

  /** The typed JSON text of a portable value, in one line. */
  public static String write(@Nullable Object value) {
    return write(value, true);
  }

  /**
   * The ordinary JSON text of a portable value, in one line.
   *
   * @throws dev.graft.value.ValueException if ordinary JSON would lose something
   */
  public static String writePlain(@Nullable Object value) {
    return write(value, false);
  }

  private static String write(@Nullable Object value, boolean typed) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      new TypedJsonWriter(generator, typed).value(value);
    }
    return out.toString();
  }

  private static String place(
      String source, long firstLine, @Nullable TokenStreamLocation location) {
    if (location == null) {
      return source + ":" + firstLine;
    }
    long line = firstLine + Math.max(0, location.getLineNr() - 1);
    return source + ":" + line + ":" + location.getColumnNr();
  }

  private static String sentence(@Nullable String message) {
    String first = String.valueOf(message).lines().findFirst().orElse("not JSON");
    return first.endsWith(".") ? first : first + ".";
  }
}
