package dev.graft.compat.changes;

import dev.graft.runtime.backend.BackendId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run, as far as others are compared with it.
 *
 * @param name for messages: a file or "this run"
 * @param comparator the version of the rules of comparison
 * @param whole whether all nodes and cases ran, so that what is not there is gone
 * @param complete whether it came to its end
 * @param corpus hash of the cases, or empty if it is not known
 * @param backends name and version of each
 * @param results of its cases
 */
public record RecordedRun(
    String name,
    int comparator,
    boolean whole,
    boolean complete,
    String corpus,
    Map<BackendId, String> backends,
    List<Recorded> results) {
  /** The version of the rules by which this program compares. */
  public static final int COMPARATOR = 1;

  public RecordedRun {
    backends = Collections.unmodifiableMap(new LinkedHashMap<>(backends));
    results = List.copyOf(results);
  }
}
