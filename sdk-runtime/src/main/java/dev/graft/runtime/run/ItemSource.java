package dev.graft.runtime.run;

import dev.graft.runtime.json.JsonFormatException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where the items of a run come from. */
public interface ItemSource {
  /** Goes to the next item, and says whether there is one. */
  boolean next() throws IOException, JsonFormatException;

  /** The item that {@link #next} found. */
  @Nullable Object value();
}
