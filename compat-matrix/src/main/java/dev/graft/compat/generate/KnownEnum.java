package dev.graft.compat.generate;

import java.util.List;

/**
 * An enum class that whoever takes the values has loaded.
 *
 * @param type its name, as values carry it
 * @param members the names of its members
 * @param key whether a member may be a key; not if members equal other values, as an {@code
 *     IntEnum}'s do
 */
public record KnownEnum(String type, List<String> members, boolean key) {
  public KnownEnum {
    members = List.copyOf(members);
  }
}
