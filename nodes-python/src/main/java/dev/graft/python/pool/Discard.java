package dev.graft.python.pool;

import java.util.Locale;

/** Why a host was ended. */
public enum Discard {
  /** It ran somebody's own code, of which the next user must see nothing. */
  USED,
  /** A call in it took longer than its deadline and was ended by force. */
  INTERRUPTED,
  /** Somebody ended the run that used it. */
  CANCELLED,
  /** It died, or met an internal error. */
  LOST,
  /** It was leased as often as a host may be. */
  WORN,
  /** More were idle than may be. */
  SURPLUS;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
