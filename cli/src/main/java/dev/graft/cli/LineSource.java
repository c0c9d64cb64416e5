package dev.graft.cli;

import dev.graft.runtime.json.JsonFormatException;
import dev.graft.runtime.json.JsonLinesReader;
import dev.graft.runtime.json.TextLinesReader;
import dev.graft.runtime.run.ItemSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Items that are lines of a file. */
sealed interface LineSource extends ItemSource {
  /** Each line is a value. */
  record Json(JsonLinesReader reader) implements LineSource {
    @Override
    public boolean next() throws IOException, JsonFormatException {
      return reader.next();
    }

    @Override
    public @Nullable Object value() {
      return reader.value();
    }
  }

  /** Each line is a str. */
  record Text(TextLinesReader reader) implements LineSource {
    @Override
    public boolean next() throws IOException, JsonFormatException {
      return reader.next();
    }

    @Override
    public @Nullable Object value() {
      return reader.value();
    }
  }
}
