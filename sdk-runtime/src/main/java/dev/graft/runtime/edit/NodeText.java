package dev.graft.runtime.edit;

import java.util.List;
import java.util.Optional;

/**
 * Where a node of a manifest stands in its text. Offsets count UTF-16 code units.
 *
 * @param isBlock whether it is written without brackets, a line for each entry
 * @param entries its keys and values, in the order of the text
 */
record NodeText(boolean isBlock, List<Entry> entries) {
  NodeText {
    entries = List.copyOf(entries);
  }

  /**
   * A key and its value.
   *
   * @param name the key
   * @param key where the key begins
   * @param from where the value begins
   * @param to where the value ends
   */
  record Entry(String name, int key, int from, int to) {}

  Optional<Entry> find(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }
}
