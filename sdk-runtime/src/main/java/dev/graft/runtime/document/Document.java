package dev.graft.runtime.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that has been read.
 *
 * @param value the portable value that it holds
 * @param spot where the value and its parts stand
 * @param repeated the keys that stand twice in one object; the value has the second of each
 */
public record Document(@Nullable Object value, Spot spot, List<Repeated> repeated) {
  public Document {
    repeated = List.copyOf(repeated);
  }

  /**
   * A key that stands in its object already.
   *
   * @param path the way to it, the key included
   * @param first where it stands first
   * @param second where it stands again
   */
  public record Repeated(String path, Position first, Position second) {}
}
