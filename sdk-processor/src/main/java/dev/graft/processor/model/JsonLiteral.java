package dev.graft.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What stands in annotations as JSON. Only its form is looked at: nothing is made of it here. */
public final class JsonLiteral {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonLiteral() {}

  /** Why a text is not exactly one JSON value; empty if it is. */
  public static Optional<String> complaint(String text) {
    try (JsonParser parser = parser(text)) {
      if (parser.nextToken() == null) {
        return Optional.of("it is empty");
      }
      parser.skipChildren();
      return parser.nextToken() == null
          ? Optional.empty()
          : Optional.of("something follows the value");
    } catch (JacksonException e) {
      return Optional.of(e.getOriginalMessage());
    }
  }

  /** The names in a JSON object; none if it is no object. */
  public static Optional<List<String>> names(String text) {
    List<String> names = new ArrayList<>();
    try (JsonParser parser = parser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        names.add(parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
      return Optional.of(names);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The items of an array of texts, numbers and bools, each as it would stand alone. */
  static Optional<List<String>> list(String text) {
    List<String> items = new ArrayList<>();
    try (JsonParser parser = parser(text)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return Optional.empty();
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (!parser.currentToken().isScalarValue()
            || parser.currentToken() == JsonToken.VALUE_NULL) {
          return Optional.empty();
        }
        items.add(parser.getString());
      }
      return parser.nextToken() == null ? Optional.of(items) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static JsonParser parser(String text) {
    return JSON.createParser(ObjectReadContext.empty(), text);
  }
}
