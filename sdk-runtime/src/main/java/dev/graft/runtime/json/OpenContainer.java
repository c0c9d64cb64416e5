package dev.graft.runtime.json;

import dev.graft.value.DistinctKeys;
import dev.graft.value.FrozenSet;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A container that is being read. Those around it wait in a stack of their own, not in the
 * thread's, which would not hold a thousand of them everywhere.
 */
abstract class OpenContainer {
  /**
   * Goes to the first token of the next value inside, or past the end and says that it is there.
   */
  abstract boolean next(JsonParser parser);

  /** Takes the value that {@link #next} went to. */
  abstract void take(@Nullable Object value);

  /** What has been read. */
  abstract Object close();

  /** How many levels it is of the value that is read. */
  int levels() {
    return 1;
  }

  /** Whether what is about to be taken counts as a value: the str keys of a dict do not. */
  boolean counts(@Nullable Object value) {
    return true;
  }

  private static void end(JsonParser parser, String tag) {
    if (parser.nextToken() != JsonToken.END_OBJECT) {
      throw new Malformed("a tagged value has no other key than \"" + tag + "\"");
    }
  }

  /** The name that the parser stands on. A text that ends too early has none. */
  static String name(JsonParser parser) {
    if (parser.currentToken() != JsonToken.PROPERTY_NAME) {
      throw new Malformed("expected a name or the end of the dict");
    }
    return parser.currentName();
  }

  private static void addKey(DistinctKeys keys, @Nullable Object key) {
    try {
      keys.add(key);
    } catch (ValueException e) {
      throw new Malformed(e.fact());
    }
  }

  /** A list without a tag, or a tuple. */
  static final class Items extends OpenContainer {
    private final List<@Nullable Object> items = new ArrayList<>();
    private final @Nullable String tag;

    Items(@Nullable String tag) {
      this.tag = tag;
    }

    @Override
    boolean next(JsonParser parser) {
      if (parser.nextToken() != JsonToken.END_ARRAY) {
        return true;
      } else if (tag != null) {
        end(parser, tag);
      }
      return false;
    }

    @Override
    void take(@Nullable Object value) {
      items.add(value);
    }

    @Override
    Object close() {
      return tag == null ? items : Tuple.copyOf(items);
    }
  }

  /** A set or a frozenset. */
  static final class Members extends OpenContainer {
    private final Set<@Nullable Object> members = new LinkedHashSet<>();
    private final DistinctKeys keys = new DistinctKeys();
    private final String tag;

    Members(String tag) {
      this.tag = tag;
    }

    @Override
    boolean next(JsonParser parser) {
      if (parser.nextToken() != JsonToken.END_ARRAY) {
        return true;
      }
      end(parser, tag);
      return false;
    }

    @Override
    void take(@Nullable Object value) {
      addKey(keys, value);
      members.add(value);
    }

    @Override
    Object close() {
      return tag.equals("$set") ? members : FrozenSet.copyOf(members);
    }
  }

  /** A dict with keys that are written as names. The parser stands on the first of them. */
  static final class Entries extends OpenContainer {
    private final Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    private final boolean literal;
    private final boolean mayRepeat;
    private boolean started;
    private String name = "";
    private int taken;

    Entries(boolean literal, boolean mayRepeat) {
      this.literal = literal;
      this.mayRepeat = mayRepeat;
    }

    @Override
    boolean next(JsonParser parser) {
      JsonToken token = started ? parser.nextToken() : parser.currentToken();
      started = true;
      if (token == JsonToken.END_OBJECT) {
        if (literal) {
          end(parser, "$lit");
        }
        return false;
      }
      name = name(parser);
      if (name.startsWith("$") && !literal) {
        throw new Malformed(
            "the key \"%s\" looks like a tag; write the whole dict as {\"$lit\": {…}}"
                .formatted(name));
      }
      parser.nextToken();
      return true;
    }

    @Override
    void take(@Nullable Object value) {
      map.put(name, value);
      if (map.size() != ++taken && !mayRepeat) {
        throw new Malformed("duplicate name \"%s\"".formatted(name));
      }
    }

    @Override
    Object close() {
      return map;
    }
  }

  /** A dict with keys of any kind. */
  static final class Pairs extends OpenContainer {
    private final Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    private final DistinctKeys keys = new DistinctKeys();
    private boolean inside;
    private boolean hasKey;
    private @Nullable Object key;

    @Override
    boolean next(JsonParser parser) {
      if (hasKey) {
        return isInside(parser.nextToken());
      } else if (inside && parser.nextToken() != JsonToken.END_ARRAY) {
        throw noPair();
      } else if (parser.nextToken() == JsonToken.END_ARRAY) {
        end(parser, "$map");
        return false;
      } else if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw noPair();
      }
      inside = true;
      return isInside(parser.nextToken());
    }

    private static boolean isInside(@Nullable JsonToken token) {
      if (token == JsonToken.END_ARRAY) {
        throw noPair();
      }
      return true;
    }

    private static Malformed noPair() {
      return new Malformed("\"$map\" holds pairs [key, value]");
    }

    @Override
    void take(@Nullable Object value) {
      if (hasKey) {
        map.put(key, value);
      } else {
        addKey(keys, value);
        key = value;
      }
      hasKey = !hasKey;
    }

    @Override
    boolean counts(@Nullable Object value) {
      return hasKey || !(value instanceof String);
    }

    @Override
    Object close() {
      return map;
    }
  }
}
