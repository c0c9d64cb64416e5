package dev.graft.runtime.json;

import dev.graft.value.ValueException;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A container that is being written. Those around it wait in a stack of their own, not in the
 * thread's, which would not hold a thousand of them everywhere.
 */
abstract class Unfinished {
  /** Writes the next value inside, or the end and says that it is there. */
  abstract boolean next(TypedJsonWriter writer, JsonGenerator out);

  /** The error, one step further out: inside this container. */
  abstract ValueException locate(ValueException e);

  private static void end(JsonGenerator out, int objects) {
    for (int i = 0; i < objects; i++) {
      out.writeEndObject();
    }
  }

  /** Items of a list, a tuple or a set. */
  static final class Items extends Unfinished {
    private final Iterator<? extends @Nullable Object> rest;
    private final boolean tagged;
    private int index = -1;

    Items(Iterable<? extends @Nullable Object> items, boolean tagged) {
      this.rest = items.iterator();
      this.tagged = tagged;
    }

    @Override
    boolean next(TypedJsonWriter writer, JsonGenerator out) {
      if (rest.hasNext()) {
        index++;
        writer.put(rest.next());
        return true;
      }
      out.writeEndArray();
      end(out, tagged ? 1 : 0);
      return false;
    }

    @Override
    ValueException locate(ValueException e) {
      return e.atItem(index);
    }
  }

  /** Entries of a dict, or fields of a record, whose keys can be names. */
  static final class Entries extends Unfinished {
    private final Iterator<? extends Map.Entry<?, ?>> rest;
    private final int objects;
    private @Nullable Object key;

    Entries(Map<?, ?> map, int objects) {
      this.rest = map.entrySet().iterator();
      this.objects = objects;
    }

    @Override
    boolean next(TypedJsonWriter writer, JsonGenerator out) {
      if (rest.hasNext()) {
        Map.Entry<?, ?> entry = rest.next();
        key = entry.getKey();
        out.writeName((String) key);
        writer.put(entry.getValue());
        return true;
      }
      end(out, objects);
      return false;
    }

    @Override
    ValueException locate(ValueException e) {
      return e.atKey(key);
    }
  }

  /** Entries of a dict with keys of any kind. */
  static final class Pairs extends Unfinished {
    private final Iterator<? extends Map.Entry<?, ?>> rest;
    private final int objects;
    private Map.@Nullable Entry<?, ?> entry;
    private boolean atValue;

    Pairs(Map<?, ?> map, int objects) {
      this.rest = map.entrySet().iterator();
      this.objects = objects;
    }

    @Override
    boolean next(TypedJsonWriter writer, JsonGenerator out) {
      if (entry != null && !atValue) {
        atValue = true;
        writer.put(entry.getValue());
        return true;
      } else if (entry != null) {
        out.writeEndArray();
      }
      if (!rest.hasNext()) {
        out.writeEndArray();
        end(out, objects);
        return false;
      }
      Map.Entry<?, ?> next = rest.next();
      entry = next;
      atValue = false;
      out.writeStartArray();
      if (next.getKey() instanceof String name) {
        writer.part(name);
      } else {
        writer.put(next.getKey());
      }
      return true;
    }

    @Override
    ValueException locate(ValueException e) {
      return e.atKey(entry == null ? null : entry.getKey());
    }
  }
}
