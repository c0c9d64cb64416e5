package dev.graft.runtime.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.async.ByteArrayFeeder;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads many texts of typed JSON with one parser, from bytes as they are: of small texts a parser
 * for each, and a String, would cost as much as the reading. Used by one thread.
 */
public final class TypedJsonDecoder {
  private static final JsonFactory FACTORY = TypedJson.factory().build();

  private JsonParser parser = parser();
  private ByteArrayFeeder feeder = (ByteArrayFeeder) parser.nonBlockingInputFeeder();
  private TypedJsonReader reader = new TypedJsonReader(parser);

  /** A decoder. */
  public TypedJsonDecoder() {}

  /**
   * The value of a JSON text.
   *
   * @param bytes the text in UTF-8, which was checked, from {@code start} up to but without {@code
   *     end}; the byte before {@code end} is white space, since a number ends with what is none of
   *     it
   * @param source what to call it in messages, for example a file name
   * @param line the number of its line in the source
   * @throws JsonFormatException if it is not exactly one value
   */
  public @Nullable Object read(byte[] bytes, int start, int end, String source, long line)
      throws JsonFormatException {
    try {
      feeder.feedInput(bytes, start, end);
      parser.nextToken();
      Object value = reader.value();
      if (parser.nextToken() != JsonToken.NOT_AVAILABLE) {
        throw new Malformed("expected the end, found more after the value");
      }
      return value;
    } catch (JacksonException | Malformed e) {
      renew();
      // Slowly once more: the other parser knows the column, and that a text has an end.
      String text = new String(bytes, start, end - 1 - start, StandardCharsets.UTF_8);
      return TypedJson.read(text, source, line);
    }
  }

  private void renew() {
    parser = parser();
    feeder = (ByteArrayFeeder) parser.nonBlockingInputFeeder();
    reader = new TypedJsonReader(parser);
  }

  private static JsonParser parser() {
    return FACTORY.createNonBlockingByteArrayParser(ObjectReadContext.empty());
  }
}
