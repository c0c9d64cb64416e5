package dev.graft.compat.changes;

import dev.graft.runtime.backend.BackendId;
import java.util.Locale;

/**
 * One thing that is not as it was.
 *
 * @param kind in which way
 * @param key the case; the node, where it is about time
 * @param backend where
 * @param before what it was, in words; may be empty
 * @param after what it is, in words; may be empty
 */
public record Change(Kind kind, String key, BackendId backend, String before, String after) {

  /** The ways in which a result can change, worst first. */
  public enum Kind {
    /** It fails and did not fail before. */
    REGRESSED("it fails now and did not before"),
    /** It fails in another way. */
    CHANGED("it fails in another way"),
    /** A known limitation explains it now. */
    NEWLY_KNOWN("a known limitation explains it now"),
    /** There is no result any more. */
    NEWLY_SKIPPED("the backend or its limits give no result any more"),
    /** It passes and did not before. */
    FIXED("it passes now and did not before"),
    /** Nothing was there to compare it with. */
    ADDED("it was not there before"),
    /** It is not there any more. */
    REMOVED("it is not there any more"),
    /** The case has another hash, so that its results say nothing about each other. */
    EDITED("the case was edited, so that nothing is compared"),
    /** The node takes much longer on this backend. */
    SLOWER("the node takes much longer"),
    /** The node takes much less time on this backend. */
    FASTER("the node takes much less time");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The name in reports and queries: {@code newly-known}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it means. */
    public String text() {
      return text;
    }
  }
}
