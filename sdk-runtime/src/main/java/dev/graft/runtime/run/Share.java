package dev.graft.runtime.run;

import dev.graft.runtime.backend.Item;
import java.util.List;

/**
 * Consecutive items that one of several equal nodes takes.
 *
 * @param items the items, numbered by their place in the input of all
 */
record Share(List<Item> items) {
  /** Stands among outputs. */
  enum Mark {
    /** The outputs before it are those of one share. */
    END
  }
}
