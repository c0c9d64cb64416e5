package dev.graft.compat.limits;

import dev.graft.runtime.limits.Limitation;

/**
 * What a run found out about one limitation.
 *
 * @param limitation the entry
 * @param known results that fail as it says
 * @param changed results that fail in another way
 * @param fixed results that pass
 * @param status what is to be done about it
 */
public record LimitationState(
    Limitation limitation, int known, int changed, int fixed, Status status) {

  /** What is to be done about an entry. */
  public enum Status {
    /** Nothing. */
    HOLDS,
    /** The review date has passed. */
    DUE,
    /** The review date passed more than thirty days ago. */
    OVERDUE,
    /** Something that it lists passes: shorten or remove it. */
    FIXED,
    /** It matches nothing: remove it. */
    STALE,
    /** It matches more than twenty cases and does not say that it is wide. */
    TOO_WIDE,
    /** This run cannot tell. */
    NOT_SEEN;

    /** Whether the file must be edited before a run can pass. */
    public boolean mustBeEdited() {
      return switch (this) {
        case OVERDUE, FIXED, STALE, TOO_WIDE -> true;
        case HOLDS, DUE, NOT_SEEN -> false;
      };
    }

    /** Whether the entry is no longer true. */
    public boolean isOver() {
      return this == FIXED || this == STALE;
    }
  }

  /** Whether the file must be edited before a run can pass. */
  public boolean mustBeEdited() {
    return status.mustBeEdited();
  }
}
