package dev.graft.runtime.run;

import dev.graft.runtime.backend.ServedBy;
import dev.graft.runtime.shadow.ShadowSummary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run did.
 *
 * @param name the pipeline's name
 * @param items the number of items read
 * @param outputs the number of outputs delivered
 * @param stages what each node did
 * @param shadows what came of comparing nodes with others
 * @param events what a user should hear of; at most the first {@value #EVENTS_KEPT}
 * @param profile where the time went, if that was wanted and the run is over
 * @param nanos how long it took, from opening the nodes to closing them
 */
public record RunSummary(
    String name,
    long items,
    long outputs,
    List<StageSummary> stages,
    List<ShadowSummary> shadows,
    List<RunEvent> events,
    Optional<RunProfile> profile,
    long nanos) {
  /** How many events are kept; the counters count all. */
  public static final int EVENTS_KEPT = 100;

  public RunSummary {
    stages = List.copyOf(stages);
    shadows = List.copyOf(shadows);
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
   * @param losses how often its host was lost; a result of a node that lost none is a plain one
   */
  public record StageSummary(
      String nodeId,
      String type,
      ServedBy servedBy,
      long taken,
      long emitted,
      long rejected,
      Losses losses) {}

  /**
   * How often a node lost its host, and what that cost.
   *
   * @param count how often
   * @param restarts how often it went on in a new one
   * @param repeated how many items it took again for that
   * @param p99 all restarts but one in a hundred took at most so long
   */
  public record Losses(long count, long restarts, long repeated, Duration p99) {
    /** None. */
    public static final Losses NONE = new Losses(0, 0, 0, Duration.ZERO);
  }
}
