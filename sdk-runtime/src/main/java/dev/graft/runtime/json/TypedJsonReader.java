package dev.graft.runtime.json;

import dev.graft.value.EnumMember;
import dev.graft.value.Portable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one value from a parser that stands on its first token; then another one. After an error it
 * is of no more use.
 */
final class TypedJsonReader {
  private static final String TAGS =
      "$f, $i, $b, $u16, $tuple, $map, $set, $fset, $c, $dec, $date, $time, $dt, $ts, $dur, $uuid,"
          + " $enum, $rec, $nd, $lit";

  private final JsonParser parser;
  private final boolean mayRepeat;
  private final Deque<OpenContainer> open = new ArrayDeque<>();
  private int depth;
  private int count;

  /** A reader that refuses a dict in which a name stands twice. */
  TypedJsonReader(JsonParser parser) {
    this(parser, false);
  }

  /**
   * A reader.
   *
   * @param mayRepeat whether it is left to the parser to see that a name stands twice in a dict
   */
  TypedJsonReader(JsonParser parser, boolean mayRepeat) {
    this.parser = parser;
    this.mayRepeat = mayRepeat;
  }

  @Nullable Object value() {
    depth = 0;
    count = 1;
    while (true) {
      Object begun = begin();
      if (begun instanceof OpenContainer container) {
        push(container);
      } else if (isLast(begun)) {
        return begun;
      }
      while (!open.getFirst().next(parser)) {
        Object ended = pop();
        if (isLast(ended)) {
          return ended;
        }
      }
    }
  }

  private void push(OpenContainer begun) {
    depth += begun.levels();
    if (depth > Portable.MAX_DEPTH) {
      throw new Malformed("nested deeper than " + Portable.MAX_DEPTH + " levels");
    }
    open.push(begun);
  }

  private Object pop() {
    OpenContainer ended = open.pop();
    depth -= ended.levels();
    return ended.close();
  }

  /** Hands a value to the container around it, and says whether there is none. */
  private boolean isLast(@Nullable Object value) {
    OpenContainer around = open.peek();
    if (around == null) {
      return true;
    } else if (around.counts(value) && ++count > Portable.MAX_ITEMS) {
      throw new Malformed(Portable.tooLarge().fact());
    }
    around.take(value);
    return false;
  }

  /** The value that begins at the token, or the container that begins there. */
  private @Nullable Object begin() {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new Malformed("expected a value, found nothing");
    }
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> integer(parser);
      case VALUE_NUMBER_FLOAT -> TaggedTexts.number(parser.getString());
      case START_ARRAY -> new OpenContainer.Items(null);
      case START_OBJECT -> object();
      default -> throw new Malformed("expected a value");
    };
  }

  private static Object integer(JsonParser parser) {
    return switch (parser.getNumberType()) {
      case INT, LONG -> parser.getLongValue();
      default -> TaggedTexts.read("$i", parser.getString());
    };
  }

  private Object object() {
    String first = parser.nextToken() == JsonToken.END_OBJECT ? "" : OpenContainer.name(parser);
    if (!first.startsWith("$")) {
      return new OpenContainer.Entries(false, mayRepeat);
    }
    parser.nextToken();
    return switch (first) {
      case "$tuple" -> new OpenContainer.Items(array(first));
      case "$set", "$fset" -> new OpenContainer.Members(array(first));
      case "$map" -> {
        array(first);
        yield new OpenContainer.Pairs();
      }
      case "$lit" -> {
        expect(JsonToken.START_OBJECT, first, "an object");
        parser.nextToken();
        yield new OpenContainer.Entries(true, mayRepeat);
      }
      case "$rec" -> new OpenRecord();
      default -> {
        Object value = single(first);
        if (parser.nextToken() != JsonToken.END_OBJECT) {
          throw new Malformed("a tagged value has no other key than \"" + first + "\"");
        }
        yield value;
      }
    };
  }

  private String array(String tag) {
    expect(JsonToken.START_ARRAY, tag, "an array");
    return tag;
  }

  private void expect(JsonToken token, String tag, String what) {
    if (parser.currentToken() != token) {
      throw new Malformed("\"" + tag + "\" is followed by " + what);
    }
  }

  /** A tagged value that holds no others. */
  private Object single(String tag) {
    if (TaggedTexts.hasTag(tag)) {
      expect(JsonToken.VALUE_STRING, tag, "a text");
      return TaggedTexts.read(tag, parser.getString());
    }
    return switch (tag) {
      case "$c" -> ComplexJson.read(texts(tag, "[real, imaginary], two texts of floats"));
      case "$enum" -> {
        List<String> names = texts(tag, "[class, name], two texts");
        yield new EnumMember(names.get(0), names.get(1));
      }
      case "$nd" -> {
        expect(JsonToken.START_OBJECT, tag, "an object");
        yield ArrayJson.read(part());
      }
      case "$opaque" ->
          throw new Malformed(
              "an opaque reference cannot be read: its object stayed with the host that wrote it."
                  + " Emit a portable value instead");
      default ->
          throw new Malformed(
              "unknown tag \"%s\"; known are %s. Data with such a key is written {\"$lit\": {…}}"
                  .formatted(tag, TAGS));
    };
  }

  private List<String> texts(String tag, String what) {
    expect(JsonToken.START_ARRAY, tag, what);
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (texts.size() == 2 || !(part() instanceof String text)) {
        throw new Malformed("\"" + tag + "\" is followed by " + what);
      }
      texts.add(text);
    }
    if (texts.size() < 2) {
      throw new Malformed("\"" + tag + "\" is followed by " + what);
    }
    return texts;
  }

  /** A value that is a part of another one and does not count. */
  private @Nullable Object part() {
    return new TypedJsonReader(parser, mayRepeat).value();
  }
}
