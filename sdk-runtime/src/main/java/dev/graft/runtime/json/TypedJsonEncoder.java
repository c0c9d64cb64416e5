package dev.graft.runtime.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes many values as JSON in UTF-8 with one generator: of small values a generator for each, and
 * a String, would cost as much as the writing. Used by one thread at a time.
 */
public final class TypedJsonEncoder {
  private static final int ROOM = 1 << 13;
  private static final int MOST_ROOM = 1 << 20;
  private static final JsonFactory FACTORY = TypedJson.factory().rootValueSeparator("").build();

  private final boolean typed;
  private ByteArrayOutputStream text;
  private JsonGenerator generator;
  private TypedJsonWriter writer;

  /**
   * An encoder.
   *
   * @param plain whether to write ordinary JSON and refuse what that cannot hold
   */
  public TypedJsonEncoder(boolean plain) {
    this.typed = !plain;
    this.text = new ByteArrayOutputStream(ROOM);
    this.generator = generator(text);
    this.writer = new TypedJsonWriter(generator, typed);
  }

  /**
   * Writes a value and a line end.
   *
   * @throws dev.graft.value.ValueException if JSON cannot hold it; nothing is written then
   */
  public void write(@Nullable Object value, OutputStream out) throws IOException {
    boolean done = false;
    try {
      writer.value(value);
      generator.writeRaw('\n');
      generator.flush();
      done = true;
    } finally {
      if (!done) {
        renew(); // what was begun goes nowhere
      }
    }
    text.writeTo(out);
    if (text.size() > MOST_ROOM) {
      renew();
    } else {
      text.reset();
    }
  }

  private void renew() {
    text = new ByteArrayOutputStream(ROOM);
    generator = generator(text);
    writer = new TypedJsonWriter(generator, typed);
  }

  private static JsonGenerator generator(OutputStream out) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
  }
}
