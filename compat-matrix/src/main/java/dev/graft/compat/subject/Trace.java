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
 * @param plays how many fresh instances did all of this alike
 */
public record Trace(
    Ended end,
    String reason,
    List<Event> events,
    Optional<ServedBy> servedBy,
    long nanos,
    int plays) {
  public Trace {
    reason = WellFormed.of(reason);
    events = List.copyOf(events);
  }

  /** What one instance did. */
  public Trace(
      Ended end, String reason, List<Event> events, Optional<ServedBy> servedBy, long nanos) {
    this(end, reason, events, servedBy, nanos, 1);
  }

  /** How the run of a case can end. A failure of the node is a result like any other. */
  public enum Ended {
    /** All was done that there was to do. */
    COMPLETE,
    /** All was done, but a second instance did something else. */
    UNSTEADY,
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

  /** Whether it failed, and nothing was seen that a node in working order would do. */
  public boolean isRefusal() {
    return events.stream().anyMatch(Event.Failed.class::isInstance)
        && events.stream().noneMatch(Event.Out.class::isInstance);
  }

  /** The same, done alike by so many instances. */
  public Trace seen(int times) {
    return new Trace(end, reason, events, servedBy, nanos, times);
  }

  /** The same for another reason. */
  public Trace because(String why) {
    return new Trace(end, why, events, servedBy, nanos, plays);
  }

  /** The same, which another instance did not repeat. */
  public Trace unsteady(String how) {
    return new Trace(Ended.UNSTEADY, how, events, servedBy, nanos, 2);
  }

  /** Whether there is a result to judge. */
  public boolean complete() {
    return end == Ended.COMPLETE;
  }
}
