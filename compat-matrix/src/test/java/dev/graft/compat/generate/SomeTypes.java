package dev.graft.compat.generate;

import java.util.List;

/** Types that tests let values name. */
final class SomeTypes {
  static final KnownTypes KNOWN =
      new KnownTypes(
          List.of(
              new KnownEnum("Color", List.of("RED", "GREEN"), true),
              new KnownEnum("http.HTTPStatus", List.of("OK"), false)),
          List.of(
              new KnownRecord("Point", List.of("x", "y"), false),
              new KnownRecord("Frozen", List.of("of"), true),
              new KnownRecord("Empty", List.of(), true)),
          List.of("Europe/Berlin", "UTC", "America/New_York", "Asia/Kolkata"));

  private SomeTypes() {}
}
