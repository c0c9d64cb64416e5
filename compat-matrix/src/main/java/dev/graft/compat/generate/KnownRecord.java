package dev.graft.compat.generate;

import java.util.List;

/**
 * A dataclass or named tuple that whoever takes the values has loaded.
 *
 * @param type its name, as values carry it
 * @param fields the names of its fields
 * @param key whether an object may be a key; not if it cannot be hashed, and not for a named tuple,
 *     which equals a plain one
 */
public record KnownRecord(String type, List<String> fields, boolean key) {
  public KnownRecord {
    fields = List.copyOf(fields);
  }
}
