package dev.graft.runtime.json;

import dev.graft.node.ErrorKind;
import dev.graft.value.Bytes;
import dev.graft.value.Complex;
import dev.graft.value.EnumMember;
import dev.graft.value.FloatText;
import dev.graft.value.FrozenSet;
import dev.graft.value.NdArray;
import dev.graft.value.Opaque;
import dev.graft.value.Portable;
import dev.graft.value.RecordValue;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes values to a generator, with tags or without, one after another. After an error it is of no
 * more use.
 */
final class TypedJsonWriter {
  /** The ints that every JSON reader keeps exactly: within 2^53. */
  private static final long SAFE = 1L << 53;

  private final JsonGenerator out;
  private final boolean typed;
  private final Deque<Unfinished> open = new ArrayDeque<>();
  private int count;

  TypedJsonWriter(JsonGenerator out, boolean typed) {
    this.out = out;
    this.typed = typed;
  }

  void value(@Nullable Object value) {
    count = 0;
    try {
      put(value);
      while (!open.isEmpty()) {
        Unfinished innermost = open.getFirst();
        if (!innermost.next(this, out)) {
          open.pop();
        }
      }
    } catch (ValueException e) {
      throw located(e);
    }
  }

  private ValueException located(ValueException e) {
    ValueException located = e;
    for (Unfinished each : open) {
      located = each.locate(located);
    }
    return located;
  }

  /** Writes a value, or the beginning of a container that is written next. */
  void put(@Nullable Object value) {
    if (++count > Portable.MAX_ITEMS) {
      throw Portable.tooLarge();
    }
    switch (value) {
      case null -> out.writeNull();
      case Boolean bool -> out.writeBoolean(bool);
      case Long number when !typed || isSafe(number) -> out.writeNumber(number);
      case BigInteger number when !typed -> out.writeNumber(number);
      case String text when !hasLoneSurrogate(text) -> out.writeString(text);
      case List<?> list -> {
        enter(new Unfinished.Items(list, false));
        out.writeStartArray();
      }
      case Map<?, ?> map -> map(map, 0);
      case Bytes bytes when bytes.size() > Portable.MAX_BYTES -> throw tooLong();
      case NdArray array when (long) array.size() * array.type().size() > Portable.MAX_BYTES ->
          throw tooLong();
      default -> {
        if (typed) {
          tagged(value);
        } else {
          plain(value);
        }
      }
    }
  }

  /** Writes a str that is a part of another value and does not count. */
  void part(String text) {
    count--;
    put(text);
  }

  private void enter(Unfinished container) {
    if (open.size() == Portable.MAX_DEPTH) {
      throw Portable.tooDeep();
    }
    open.push(container);
  }

  private void plain(Object value) {
    if (value instanceof Double number && Double.isFinite(number)) {
      out.writeRawValue(FloatText.of(number));
    } else {
      throw lossy(PlainNames.of(value));
    }
  }

  private void tagged(Object value) {
    String tag = TaggedTexts.tag(value);
    if (tag != null) {
      out.writeStartObject();
      out.writeStringProperty(tag, TaggedTexts.text(value));
      out.writeEndObject();
      return;
    }
    switch (value) {
      case Tuple tuple -> items("$tuple", tuple.items());
      case Set<?> set -> items("$set", set);
      case FrozenSet set -> items("$fset", set);
      case RecordValue record -> {
        begin("$rec");
        part(record.type());
        out.writeName("f");
        map(record.fields(), 1);
      }
      case Complex number -> {
        begin("$c");
        ComplexJson.write(out, number);
        out.writeEndObject();
      }
      case EnumMember member -> {
        begin("$enum");
        out.writeStartArray();
        part(member.type());
        part(member.name());
        out.writeEndArray();
        out.writeEndObject();
      }
      case NdArray array -> {
        begin("$nd");
        ArrayJson.write(out, array);
        out.writeEndObject();
      }
      case Opaque opaque -> {
        begin("$opaque");
        part(opaque.type());
        out.writeEndObject();
      }
      default -> throw ValueException.expected("a portable value", value);
    }
  }

  private void begin(String tag) {
    out.writeStartObject();
    out.writeName(tag);
  }

  private void items(String tag, Iterable<? extends @Nullable Object> items) {
    enter(new Unfinished.Items(items, true));
    begin(tag);
    out.writeStartArray();
  }

  private void map(Map<?, ?> map, int objects) {
    boolean plainKeys = true;
    boolean tagLike = false;
    for (Object key : map.keySet()) {
      plainKeys &= key instanceof String name && !hasLoneSurrogate(name);
      tagLike |= key instanceof String name && name.startsWith("$");
    }
    if (!plainKeys && !typed) {
      throw lossy("a dict with keys other than str");
    } else if (!plainKeys) {
      enter(new Unfinished.Pairs(map, objects + 1));
      begin("$map");
      out.writeStartArray();
    } else if (tagLike && typed) {
      enter(new Unfinished.Entries(map, objects + 2));
      begin("$lit");
      out.writeStartObject();
    } else {
      enter(new Unfinished.Entries(map, objects + 1));
      out.writeStartObject();
    }
  }

  private static boolean isSafe(long number) {
    return number >= -SAFE && number <= SAFE;
  }

  private static ValueException tooLong() {
    return ValueException.of(
        ErrorKind.RANGE, "JSON holds at most 1 GiB of bytes in one value; send them in parts");
  }

  private static ValueException lossy(String what) {
    return ValueException.of(
        ErrorKind.UNSUPPORTED,
        "ordinary JSON cannot hold " + what + "; write typed JSON (leave out --plain)");
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }
}
