package dev.graft.runtime.manifest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a node takes the items of several connections. */
public enum FanIn {
  /**
   * Each item by itself, as it comes. Items of one connection keep their order; what order those of
   * different connections have among themselves is not promised.
   */
  ARRIVAL,
  /**
   * One tuple of the first items of all connections, in the order of the connections, then one of
   * the second ones, and so on. What is left when the shortest ends is dropped and told.
   */
  ZIP;

  /** The name in a manifest: lower case. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name. */
  public static Optional<FanIn> of(String text) {
    return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
  }

  /** All names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(FanIn::text).toList();
  }
}
