package dev.graft.bench.codec;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a dict that has its keys in the order of the record, as it nearly always has: then
 * the next one is the one that is wanted, and nothing is looked up. That is a tenth faster.
 */
final class HandEntries {
  private final Map<?, ?> dict;
  private final Iterator<? extends Map.Entry<?, ?>> rest;
  private boolean inOrder = true;

  HandEntries(Map<?, ?> dict) {
    this.dict = dict;
    this.rest = dict.entrySet().iterator();
  }

  /** What is at a key; null if there is nothing. */
  @Nullable Object at(String key) {
    if (inOrder && rest.hasNext()) {
      Map.Entry<?, ?> entry = rest.next();
      if (key.equals(entry.getKey())) {
        return entry.getValue();
      }
      inOrder = false;
    }
    return dict.get(key);
  }
}
