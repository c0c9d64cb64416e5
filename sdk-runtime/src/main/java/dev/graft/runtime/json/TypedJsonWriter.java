package dev.graft.runtime.json;

import dev.graft.node.ErrorKind;
import dev.graft.value.Bytes;
import dev.graft.value.Tuple;
import dev.graft.value.ValueException;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes values to a generator, with tags or without. */
final class TypedJsonWriter {
  /** The ints that every JSON reader keeps exactly: within 2^53. */
  private static final long SAFE = 1L << 53;

  private final JsonGenerator out;
  private final boolean typed;

  TypedJsonWriter(JsonGenerator out, boolean typed) {
    this.out = out;
    this.typed = typed;
  }

  void value(@Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case Boolean bool -> out.writeBoolean(bool);
      case Long number when !typed || isSafe(number) -> out.writeNumber(number);
      case Long number -> tag("$i", number.toString());
      case BigInteger number when !typed -> out.writeNumber(number);
      case BigInteger number -> tag("$i", number.toString());
      case Double number -> number(number);
      case String text -> text(text);
      case Bytes bytes -> tag("$b", Base64.getEncoder().encodeToString(bytes.toByteArray()));
      case Tuple tuple -> tuple(tuple);
      case List<?> list -> items(list);
      case Map<?, ?> map -> map(map);
      default -> throw ValueException.expected("a portable value", value);
    }
  }

  private void tag(String tag, String text) {
    if (!typed) {
      throw lossy(tag.equals("$b") ? "bytes" : "this value");
    }
    out.writeStartObject();
    out.writeStringProperty(tag, text);
    out.writeEndObject();
  }

  private void number(double number) {
    if (typed) {
      tag("$f", FloatText.of(number));
    } else if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw lossy(FloatText.of(number));
    } else {
      out.writeRawValue(FloatText.of(number));
    }
  }

  private void text(String text) {
    if (!hasLoneSurrogate(text)) {
      out.writeString(text);
    } else if (typed) {
      StringBuilder hex = new StringBuilder();
      text.chars().forEach(unit -> hex.append("%04x".formatted(unit)));
      tag("$u16", hex.toString());
    } else {
      throw lossy("a str with a lone surrogate");
    }
  }

  private void tuple(Tuple tuple) {
    if (!typed) {
      throw lossy("a tuple");
    }
    out.writeStartObject();
    out.writeName("$tuple");
    items(tuple.items());
    out.writeEndObject();
  }

  private void items(List<? extends @Nullable Object> items) {
    out.writeStartArray();
    int index = 0;
    for (Object item : items) {
      try {
        value(item);
      } catch (ValueException e) {
        throw e.atItem(index);
      }
      index++;
    }
    out.writeEndArray();
  }

  private void map(Map<?, ?> map) {
    boolean plainKeys = true;
    boolean tagLike = false;
    for (Object key : map.keySet()) {
      plainKeys &= key instanceof String name && !hasLoneSurrogate(name);
      tagLike |= key instanceof String name && name.startsWith("$");
    }
    if (!plainKeys) {
      pairs(map);
    } else if (tagLike && typed) {
      out.writeStartObject();
      out.writeName("$lit");
      object(map);
      out.writeEndObject();
    } else {
      object(map);
    }
  }

  private void object(Map<?, ?> map) {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.writeName((String) entry.getKey());
      entry(entry);
    }
    out.writeEndObject();
  }

  private void pairs(Map<?, ?> map) {
    if (!typed) {
      throw lossy("a dict with keys other than str");
    }
    out.writeStartObject();
    out.writeName("$map");
    out.writeStartArray();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.writeStartArray();
      value(entry.getKey());
      entry(entry);
      out.writeEndArray();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void entry(Map.Entry<?, ?> entry) {
    try {
      value(entry.getValue());
    } catch (ValueException e) {
      throw e.atKey(entry.getKey());
    }
  }

  private static boolean isSafe(long number) {
    return number >= -SAFE && number <= SAFE;
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
