package dev.graft.runtime.run;

import dev.graft.runtime.backend.ServedBy;
import java.util.List;

/**
 * What a run did.
 *
 * @param name the pipeline's name
 * @param items the number of items read
 * @param outputs the number of outputs delivered
 * @param stages what each node did
 * @param events what a user should hear of; at most the first {@value #EVENTS_KEPT}
 * @param nanos how long it took, from opening the nodes to closing them
 */
public record RunSummary(
    String name,
    long items,
    long outputs,
    List<StageSummary> stages,
    List<RunEvent> events,
    long nanos) {
  /** How many events are kept; the counters count all. */
  public static final int EVENTS_KEPT = 100;

  public RunSummary {
    stages = List.copyOf(stages);
    events = List.copyOf(events);
  }

  /**
   * What one node did.
   *
   * @param nodeId the id in the manifest
   * @param type the catalogue id
   * @param servedBy who ran it
   * @param taken the number of items taken
   * @param emitted the number of outputs emitted
   * @param rejected the number of items dropped or set aside by the error policy
   */
  public record StageSummary(
      String nodeId, String type, ServedBy servedBy, long taken, long emitted, long rejected) {}
}
