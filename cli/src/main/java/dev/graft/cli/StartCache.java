package dev.graft.cli;

import dev.graft.runtime.backend.BackendStatus.Fact;
import org.jspecify.annotations.Nullable;

/** The cache of loaded classes that quick mode starts from, as the launcher found it. */
final class StartCache {
  /** Set by the launcher where a JVM was asked and takes the cache. */
  static final String USED = "graft.start.cache";

  /** Set by the launcher where there is none: {@code making}, {@code none}, {@code unwritable}. */
  static final String MISSING = "graft.start.cache.missing";

  private StartCache() {}

  /**
   * What to tell about it.
   *
   * @param used the value of the property {@link #USED}
   * @param missing the value of the property {@link #MISSING}
   */
  static Fact fact(@Nullable String used, @Nullable String missing) {
    if (used != null) {
      return Fact.good("quick start", "from " + used);
    }
    return switch (missing == null ? "" : missing) {
      case "making" -> Fact.good("quick start", "the cache is being made");
      case "none" ->
          Fact.poor(
              "quick start",
              "no cache that the JVM takes",
              "the next `graft run` of a small file makes one in the background");
      case "unwritable" ->
          Fact.poor(
              "quick start",
              "no cache",
              "let this user write to the folder cli/target/launch once");
      default -> Fact.poor("quick start", "no cache", "start Graft with the script ./graft");
    };
  }
}
