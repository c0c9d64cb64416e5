package dev.graft.runtime.run;

import dev.graft.runtime.json.JsonFormatException;
import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The items of an iterator. */
final class Items implements ItemSource {
  private final Iterator<?> items;
  private @Nullable Object value;

  Items(Iterator<?> items) {
    this.items = items;
  }

  @Override
  public boolean next() throws IOException, JsonFormatException {
    if (items.hasNext()) {
      value = items.next();
      return true;
    }
    return false;
  }

  @Override
  public @Nullable Object value() {
    return value;
  }
}
