package dev.graft.runtime.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where values enter a part of a running pipeline. Used by one thread, that of its lane. */
interface Inlet {
  /** Takes one value, and says whether more is wanted. */
  boolean take(@Nullable Object value);

  /** Takes values that were there at the same time, in order. */
  default void takeAll(List<@Nullable Object> values) {
    for (Object value : values) {
      if (!take(value)) {
        return;
      }
    }
  }
}
