package dev.graft.compat.subject;

import dev.graft.runtime.backend.ServedBy;
import java.util.List;
import java.util.Optional;

/**
 * What happened when a case ran on a subject.
 *
 * @param end how the run of the case ended
 * @param reason why, where it did not end well; else empty
 * @param events what was seen, in order
 * @param servedBy who ran it; empty if no node was opened
 * @param nanos how long it took
 */
public record Trace(
    Ended end, String reason, List<Event> events, Optional<ServedBy> servedBy, long nanos) {
  public Trace {
    events = List.copyOf(events);
  }

  /** How the run of a case can end. A failure of the node is a result like any other. */
  public enum Ended {
    /** All was done that there was to do. */
    COMPLETE,
    /** The backend, not the node, broke. */
    CRASH,
    /** It took too long. */
    TIMEOUT,
    /** The backend declares that it cannot. */
    UNSUPPORTED,
    /** Not what was asked for answered, or nobody knows who did. */
    INFRA,
    /** It was not tried. */
    NOT_RUN
  }

  /** A trace of something that gave no result. */
  public static Trace none(Ended end, String reason) {
    return new Trace(end, reason, List.of(), Optional.empty(), 0);
  }

  /** Whether there is a result to judge. */
  public boolean complete() {
    return end == Ended.COMPLETE;
  }
}
