package dev.graft.compat.report;

import dev.graft.runtime.backend.BackendId;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a node may move from CPython to another backend.
 *
 * @param to the other backend
 * @param unverified what is missing before its results there are proven, one sentence each
 * @param unmoved what is missing before it can move in mid-stream, one sentence each
 */
public record SwitchVerdict(BackendId to, List<String> unverified, List<String> unmoved) {
  public SwitchVerdict {
    unverified = List.copyOf(unverified);
    unmoved = List.copyOf(unmoved);
  }

  /** Whether it does there what it does on CPython. */
  public boolean verified() {
    return unverified.isEmpty();
  }

  /** Whether it may move. */
  public boolean safe() {
    return blockers().isEmpty();
  }

  /** All that stands in the way. */
  public List<String> blockers() {
    List<String> all = new ArrayList<>(unverified);
    all.addAll(unmoved);
    return all;
  }
}
