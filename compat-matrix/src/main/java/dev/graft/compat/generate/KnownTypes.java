package dev.graft.compat.generate;

import java.util.List;

/**
 * What values may name that must exist on the other side.
 *
 * @param enums the enum classes
 * @param records the dataclasses and named tuples
 * @param zones the keys of the time zone database
 */
public record KnownTypes(List<KnownEnum> enums, List<KnownRecord> records, List<String> zones) {
  /** Nothing: no enum members, no records, no zones but fixed offsets. */
  public static final KnownTypes NONE = new KnownTypes(List.of(), List.of(), List.of());

  public KnownTypes {
    enums = List.copyOf(enums);
    records = List.copyOf(records);
    zones = List.copyOf(zones);
  }
}
