package dev.graft.compat.report;

import dev.graft.runtime.backend.BackendId;
import dev.graft.runtime.backend.BackendStatus;
import java.util.List;

/**
 * A backend of a run.
 *
 * @param id which
 * @param available whether it could start
 * @param implementation name and version, or why it could not start
 * @param facts what it says about itself
 */
public record BackendColumn(
    BackendId id, boolean available, String implementation, List<BackendStatus.Fact> facts) {
  public BackendColumn {
    facts = List.copyOf(facts);
  }
}
